import { expect, test } from 'vitest';
import { layouts } from '../../src/layouts/index.ts';
import { blocksOf } from '../theme/markdown.ts';
import { usualCompositions } from './usual-compositions.ts';

function composed(markdown: string): string | undefined {
  const content = { title: '', role: 'talk', blocks: blocksOf(markdown) } as const;
  return usualCompositions(layouts.math).find(({ takes }) => takes(content))?.name;
}

const formula = '$$\nL = \\lambda W\n$$\n\n';

test.each([
  ['alone', formula],
  ['with what its letters stand for', `${formula}- $L$: people in the line\n- $W$ – minutes in the line`],
  ['under a sentence and over one', `In balance:\n\n${formula}where $L$ counts people.`],
  ['beside another', `${formula}${formula}`],
  ['that is all of a bullet', '- $L = \\lambda W$'],
  ['that is all of a paragraph, behind its name', 'Little: $L = \\lambda W$'],
  ['in each of a few bullets, below a sentence', 'In balance:\n\n- $L = \\lambda W$\n- $W = L / \\lambda$'],
  ['in a bullet with a remark below it', '- $L = \\lambda W$\n  - $W$ is the time in the line'],
])('a formula %s stands on a band', (_, markdown) => {
  expect(composed(markdown)).toBe('formula-band');
});

test.each([
  ['points that name no letter', `${formula}- people\n- minutes`],
  ['a letter without what it stands for', `${formula}- $L$`],
  ['a list before it', `- $L$: people\n\n${formula}`],
  ['words between formulas', `${formula}and so\n\n${formula}`],
  ['words beside it in its bullet', '- $L = \\lambda W$ in balance'],
  ['points of words among them', '- $L = \\lambda W$\n- people in the line'],
  ['mere letters', '- $L$\n- $W$'],
  ['numbered steps', '1. $L = \\lambda W$\n2. $W = L / \\lambda$'],
])('not with %s', (_, markdown) => {
  expect(composed(markdown)).toBe('plain');
});

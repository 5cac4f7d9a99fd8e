import { expect, test } from 'vitest';
import { compositionsOf, layouts } from '../../src/layouts/index.ts';
import { blocksOf } from '../theme/markdown.ts';

function composed(markdown: string): string | undefined {
  const content = { title: '', role: 'talk', blocks: blocksOf(markdown) } as const;
  return compositionsOf(layouts.math).find(({ takes }) => takes(content))?.name;
}

const formula = '$$\nL = \\lambda W\n$$\n\n';

test.each([
  ['alone', formula],
  ['with what its letters stand for', `${formula}- $L$: people in the line\n- $W$ – minutes in the line`],
  ['under a sentence and over one', `In balance:\n\n${formula}where $L$ counts people.`],
  ['beside another', `${formula}${formula}`],
])('a formula %s stands on a band', (_, markdown) => {
  expect(composed(markdown)).toBe('formula-band');
});

test.each([
  ['points that name no letter', `${formula}- people\n- minutes`],
  ['a letter without what it stands for', `${formula}- $L$`],
  ['a list before it', `- $L$: people\n\n${formula}`],
  ['words between formulas', `${formula}and so\n\n${formula}`],
])('not with %s', (_, markdown) => {
  expect(composed(markdown)).toBe('plain');
});

import { expect, test } from 'vitest';
import { layouts } from '../../src/layouts/index.ts';
import { blocksOf } from '../theme/markdown.ts';

/** The name above the code of a fence; undefined where there is none. */
function labelOf(language: string): string | undefined {
  const box = layouts.code.arrange({
    title: '',
    role: 'talk',
    blocks: blocksOf(`\`\`\`${language}\nx\n\`\`\``),
  });
  const [label] = box.kind === 'stack' ? box.boxes : [];
  const [span] = label?.kind === 'line' ? label.content : [];
  const [text] = span && 'children' in span ? span.children : [];
  return text && 'value' in text ? text.value : undefined;
}

test('a language is named as its makers write it', () => {
  expect(labelOf('cpp')).toBe('C++');
  expect(labelOf('JS')).toBe('JavaScript');
});

test.each(['', 'text', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
  'a fence of %s has no name above it',
  (language) => {
    expect(labelOf(language)).toBeUndefined();
  },
);

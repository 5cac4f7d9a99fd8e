import { describe, expect, test } from 'vitest';
import { type Block, type Phrasing, parseNotes, plainText } from '../../src/notes/index.ts';
import { prepareBlocks } from '../../src/plan/prepare/prepare-blocks.ts';

describe('a short point heads what stands below it', () => {
  test.each([
    ['with points below', '- Context Distillation\n  - one\n  - two', true],
    ['without', '- Context Distillation', false],
    ['a sentence is no heading', `- ${'many words that say a whole thought '.repeat(3)}\n  - one`, false],
    ['a question has its answer below', '- Who pays for the lamps?\n  - the town', false],
    ['a lead-in is set off by itself', '- GQA – 8 heads\n  - one', false],
    ['a paragraph below is no list', '- Context\n\n  and more about it', false],
  ])('%s', (_, text, expected) => {
    expect(marks(text).includes('lead head')).toBe(expected);
  });

  test('only at the first level', () => {
    expect(marks('- A\n  - B\n    - C').filter((mark) => mark === 'lead head')).toHaveLength(1);
  });
});

describe('a long point is read by its first sentence', () => {
  const rest = 'What follows says the same again, at length, and with a number of words that nobody reads.';

  test.each([
    ['the second sentence is set back', `- The doors stay open until midnight. ${rest}`, true],
    [
      'in Japanese too',
      `- ${'扉は真夜中まで開いています。'}${'その後は誰もいない部屋で静かに本を読む人がいます。'.repeat(6)}`,
      true,
    ],
    ['a short point is left whole', '- The doors stay open. Until midnight.', false],
    [
      'an abbreviation ends no sentence',
      `- The doors of the house vs. The doors of the yard, ${rest.replaceAll('.', ',')}`,
      false,
    ],
    ['nor does a sentence that is most of it', `- ${rest} Short.`, false],
  ])('%s', (_, text, expected) => {
    expect(marks(text).includes('rest')).toBe(expected);
  });

  test('no word is lost on the way', () => {
    const text = `- The **doors** stay [open](https://library.example) until midnight. ${rest}`;
    const [plain, set] = [blocksOf(text), prepareBlocks(blocksOf(text), 'en')];
    expect(plainText(set)).toBe(plainText(plain));
  });
});

function blocksOf(text: string): readonly Block[] {
  return parseNotes({ path: 'talk.md', text: `# T\n\n## A\n\n${text}\n` }).value.sections[0]?.blocks ?? [];
}

/** Classes of all elements, in order. */
function marks(text: string): string[] {
  const found: string[] = [];
  const visit = (node: Block | Phrasing): void => {
    if (node.type === 'element' && node.class !== undefined) found.push(node.class);
    if ('children' in node) for (const child of node.children) visit(child as Block);
  };
  for (const block of prepareBlocks(blocksOf(text), 'en')) visit(block);
  return found;
}

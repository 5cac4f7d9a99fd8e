import { expect, test } from 'vitest';
import { inPrint, runInHeads } from '../../src/handout/written-notes.ts';
import { type Block, parseNotes, plainText } from '../../src/notes/index.ts';

function blocksOf(text: string): readonly Block[] {
  return parseNotes({ path: 't.md', text: `# T\n\n## P\n\n${text}` }).value.sections[0]?.blocks ?? [];
}

/** Kind and words of each block; heads in asterisks. */
function read(text: string): readonly string[] {
  return runInHeads(blocksOf(text)).map((block) => {
    const [first] = block.type === 'paragraph' ? block.children : [];
    const head = first?.type === 'strong' ? `*${plainText([first])}*` : '';
    return `${block.type} ${head}${plainText([block]).slice(head === '' ? 0 : head.length - 2)}`
      .replace(/\s+/g, ' ')
      .trim();
  });
}

test('a bullet that heads others is a line of its own, in bold; others stay a list', () => {
  expect(read('- Reward models\n  - two of them\n- plain\n- plain too')).toEqual([
    'paragraph *Reward models*',
    'list two of them',
    'list plain plain too',
  ]);
});

test('what stands before a dash is the head of its line', () => {
  expect(read('- Tides - they come twice a day\n- Wind – it comes when it likes')).toEqual([
    'paragraph *Tides* – they come twice a day',
    'paragraph *Wind* – it comes when it likes',
  ]);
});

test('numbered lines, tasks, hyphens within words and long sentences before a dash are no heads', () => {
  const long = `${'a long sentence about the sea '.repeat(3)}- and then it ends`;
  expect(read('1. One - first\n2. Two')).toHaveLength(1);
  expect(read('- [x] Done - yes\n  - below')).toEqual([expect.stringMatching(/^list/)]);
  expect(read('- a well-known tide')).toEqual(['list a well-known tide']);
  expect(read(`- ${long}`)).toEqual([expect.stringMatching(/^list/)]);
});

test('a hyphen between spaces is a dash; one in a word, in code or at an end is not', () => {
  const [line] = blocksOf('A tide - the sea - is well-known, `a - b`, -').map(inPrint);
  expect(line && plainText([line])).toBe('A tide – the sea – is well-known, a - b, -');
});

test('what is said after a formula begins no line with its comma', () => {
  const [line] = blocksOf('Of width $d$, and $n$ tokens.').map(inPrint);
  expect(line && plainText([line])).toMatch(/\u2060, and .* tokens\.$/);
});

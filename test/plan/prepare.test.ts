import { describe, expect, test } from 'vitest';
import { type Block, type Phrasing, parseNotes, plainText } from '../../src/notes/index.ts';
import { prepareBlocks, sizePictures } from '../../src/plan/prepare/prepare-blocks.ts';
import { withoutUnseen } from '../../src/plan/prepare/unseen-pictures.ts';

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

describe('emphasis is even', () => {
  test.each([
    ['all points of a list begin with a name', '- Ropes: dry\n- Sails: wet', 2],
    ['one of them does not', '- Ropes: dry\n- The sails are wet', 0],
    ['half a parenthesis is no name', '- Ropes (dry: yes)\n- Sails (wet: no)', 0],
    ['nor is a time', '- 10:30 – tea\n- 11:00 – cake', 0],
    ['nor an address', '- https://a.example – one\n- https://b.example – two', 0],
  ])('%s', (_, text, expected) => {
    expect(marks(text).filter((mark) => mark === 'lead')).toHaveLength(expected);
  });

  test('`leadIns: false` sets none off', () => {
    const blocks = prepareBlocks(blocksOf('- Ropes: dry\n- Sails: wet'), { lang: 'en', leadIns: false });
    expect(JSON.stringify(blocks)).not.toContain('"lead"');
  });
});

test.each([
  ['before the next bullet', '- =>\n- the rope holds', ['⇒ the rope holds']],
  [
    'before those below it',
    '- =>\n  - the rope holds\n  - so does the bell',
    ['⇒ the rope holds', 'so does the bell'],
  ],
  ['with nothing behind it', '- the rope holds\n- =>', ['the rope holds', '⇒']],
  ['a word is no sign', '- so\n- the rope holds', ['so', 'the rope holds']],
  ['nor is a formula', '- $=$\n- the rope holds', ['=', 'the rope holds']],
])('a sign by itself begins the bullet behind it: %s', (_, text, expected) => {
  const [list] = prepareBlocks(blocksOf(text), { lang: 'en', leadIns: true });
  expect(list?.type === 'list' && list.children.map((item) => plainText([item as never]))).toEqual(expected);
});

test('a picture is known to be missing in a bullet and in a quotation, too', () => {
  const measure = { picture: () => ({ status: 'missing' }) } as unknown as Parameters<
    typeof sizePictures
  >[0]['measure'];
  const blocks = blocksOf('![](a.png)\n\n- one\n  - ![](b.png)\n\n> ![](c.png)\n\n- two\n');
  const sized = sizePictures({ measure }, blocks);
  expect(JSON.stringify(sized).match(/"isMissing":true/gu)).toHaveLength(3);
  expect(sized.at(-1)).toBe(blocks.at(-1));
});

test.each([
  [
    'in a list, a line and a cell',
    '- one\n- ![](a.png)\n\ntwo ![a](a.png)\n\n| A |\n|---|\n| ![](b.png) |',
    0,
  ],
  ['with words of its own', 'one\n\n![How the tide comes in](a.png)', 0],
  ['with a title', 'one\n\n![](a.png "The tide")', 0],
  ['with words of its own and nothing beside it', '![How the tide comes in](a.png)', 1],
  ['within a link', 'one [![](a.png)](https://example.org)', 1],
  ['with nothing beside it', '![](a.png)', 1],
  ['with nothing but breaks beside it', '![](a.png)\n\n---\n\n![](b.png)', 2],
])('a picture that is not there: %s', (_, text, expected) => {
  const measure = { picture: () => ({ status: 'missing' }) } as unknown as Parameters<
    typeof withoutUnseen
  >[0]['measure'];
  const blocks = withoutUnseen({ measure }, blocksOf(text));
  expect(JSON.stringify(blocks).match(/"type":"image"/gu) ?? []).toHaveLength(expected);
});

test.each([
  ['one\n\n![How the tide comes in](a.png)', 'emphasis', 'How the tide comes in'],
  ['one\n\n![](a.png "The tide")', 'emphasis', 'The tide'],
  ['one\n\n![How the tide comes in](https://example.org/a.png)', 'link', 'How the tide comes in'],
  ['- one\n- ![How the tide comes in](a.png)', 'emphasis', 'How the tide comes in'],
  ['> [!note] The tide at noon\n> ![](a.png)', 'callout', 'The tide at noon'],
])('what stands for a picture that is not there, beside text: %j', (text, type, words) => {
  const measure = { picture: () => ({ status: 'missing' }) } as unknown as Parameters<
    typeof withoutUnseen
  >[0]['measure'];
  const blocks = withoutUnseen({ measure }, blocksOf(text));
  expect(JSON.stringify(blocks)).toContain(`"type":"${type}"`);
  expect(plainText(blocks)).toContain(words);
});

test.each([
  [['1.234,56', '12 345,7 €', '−3,5 %'], 'right'],
  [['CHF 1’234.50', 'Fr. 99.–', '–'], 'right'],
  [['₹12,34,567', '₹ 99', 'n/a'], 'right'],
  [['(1,234)', '45', '1.2e-5'], 'right'],
  [['١٢٣', '٤٥'], 'right'],
  [['1–3', '10–20'], 'right'],
  [['3 apples', '12'], null],
  [['A12', '12'], null],
  [['12:30', '9:05'], null],
  [['12 May', '3 June'], null],
])('a column of %j stands at the %s', (cells, expected) => {
  const [table] = prepareBlocks(
    blocksOf(`| A | B |\n|---|---|\n${cells.map((cell) => `| x | ${cell} |`).join('\n')}`),
    {
      lang: 'en',
      leadIns: true,
    },
  );
  expect(table?.type === 'table' && table.align?.[1]).toBe(expected);
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
  for (const block of prepareBlocks(blocksOf(text), { lang: 'en', leadIns: true })) visit(block);
  return found;
}

test.each([
  ['$\\frac{a}{b} = c$', '\\displaystyle \\frac{a}{b} = c'],
  ['$a = b$', 'a = b'],
  ['$\\frac{a}{b}$ of it', '\\frac{a}{b}'],
])(
  'a formula of fractions or sums that is all of a line is set as it would be by itself: %s',
  (text, tex) => {
    const [line] = prepareBlocks(blocksOf(text), { lang: 'en', leadIns: true });
    expect(line?.type === 'paragraph' && line.children[0]).toMatchObject({ type: 'inlineMath', value: tex });
  },
);

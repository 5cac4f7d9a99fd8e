// Running text, people, groups and points between paragraphs: what each composition takes, and the near miss.
import { describe, expect, test } from 'vitest';
import { type Box, compositionsOf, type LayoutName, layouts } from '../../src/layouts/index.ts';
import { blocksOf } from '../theme/markdown.ts';
import { usualCompositions } from './usual-compositions.ts';

function contentOf(markdown: string, title = '') {
  return { title, role: 'talk', blocks: blocksOf(markdown) } as const;
}

function composed(layout: LayoutName, markdown: string, title = ''): string | undefined {
  const content = contentOf(markdown, title);
  return usualCompositions(layouts[layout]).find(({ takes }) => takes(content))?.name;
}

const rest =
  'The interviews said otherwise: they minded not knowing. A line that moved was forgiven, one that stood still was remembered.';

describe('running text', () => {
  test('a short first sentence stands at the left of what follows', () => {
    expect(composed('prose', `We had assumed that people minded waiting. ${rest}`)).toBe('opening');
  });

  test('a longer one stands above it', () => {
    const long =
      'We had assumed for all of the first year that people minded the waiting itself more than anything.';
    expect(composed('prose', `${long} ${rest}`)).toBe('claimed');
  });

  test.each([
    ['nothing follows', 'We had assumed that people minded the waiting itself.', ''],
    [
      'the title says it',
      `We had assumed that people minded waiting. ${rest}`,
      'We had assumed that people…',
    ],
    ['it holds a formula', `We took $L = \\lambda W$ for granted. ${rest}`, ''],
  ])('a paragraph is one where %s', (_, text, title) => {
    expect(composed('prose', text, title)).toBe('paragraph');
  });

  test('a link alone behind it is its source, on the floor; one that a line leads to is not', () => {
    const text = 'The lamp is lit when ships come, and put out when they have gone.';
    expect(composed('prose', `${text}\n\n[source](https://example.org)`)).toBe('paragraph');
    expect(composed('prose', `${text}\n\nSee [source](https://example.org)`)).toBe('mixed');
    expect(composed('prose', `${text}\n\nOr see:\n\n[source](https://example.org)`)).toBe('mixed');
  });

  test('with points below it, each has a rule; what a line introduces stands below that line', () => {
    const markdown = 'Joe takes it.\n\nOptions:\n\n- One way\n- Another\n\nNothing else.';
    expect(composed('prose', markdown)).toBe('mixed');
    const content = contentOf(markdown);
    const box = compositionsOf(layouts.prose)
      .find(({ name }) => name === 'mixed')
      ?.arrange(content) as Extract<Box, { kind: 'stack' }>;
    expect(box.boxes).toHaveLength(3);
  });

  test('tasks stand in rows, each behind its box', () => {
    const box = compositionsOf(layouts.prose)
      .find(({ name }) => name === 'mixed')
      ?.arrange(contentOf('Joe takes it.\n\n- [ ] One\n- [x] Two')) as Extract<Box, { kind: 'stack' }>;
    const classes = ['under-rule', 'under-rule task-row', 'under-rule task-row'];
    expect(box.boxes.map((row) => row.class)).toEqual(classes);
  });

  test.each([
    ['numbers', 'Joe takes it.\n\n1. One\n2. Two'],
    ['a table', 'Joe takes it.\n\n| a | b |\n|---|---|\n| 1 | 2 |'],
  ])('not with %s between', (_, markdown) => {
    expect(composed('prose', markdown)).toBe('plain');
  });
});

describe('people', () => {
  const names = [
    'Ruth Abernathy, Secretary',
    'Samuel Oyelaran, Chair',
    'Declan Moore',
    'Ludwig van Beethoven – Music',
  ];
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

  test('names with what they do stand in two columns', () => {
    expect(composed('bullets', list(names))).toBe('people');
  });

  test.each([
    ['three of them', names.slice(0, 3)],
    ['names of things alone', ['Data Science', 'Machine Learning', 'Hash Tables', 'Web Servers']],
    [
      'sentences',
      ['Ruth Abernathy writes', 'Samuel Oyelaran leads', 'Declan Moore prays', 'Ines Fonseca, Youth'],
    ],
  ])('not %s', (_, items) => {
    expect(composed('bullets', list(items))).not.toBe('people');
  });
});

describe('groups', () => {
  test('two or three names with points below them stand side by side', () => {
    const markdown = '- Cards\n  - Expired ones\n  - Lost ones\n- Machines\n  - One printer\n  - A scanner';
    expect(composed('bullets', markdown)).toBe('groups');
  });

  test.each([
    ['one point below', '- Cards\n  - Expired ones\n- Machines\n  - One printer\n  - A scanner'],
    ['numbers below', '- Cards\n  1. Expired\n  2. Lost\n- Machines\n  - One printer\n  - A scanner'],
    [
      'a long word',
      '- Grundstücksverkehr\n  - Amt\n  - Akte\n- Verwaltungsverfahrensrecht\n  - Amt\n  - Akte',
    ],
  ])('not with %s', (_, markdown) => {
    expect(composed('bullets', markdown)).not.toBe('groups');
  });
});

describe('one point alone', () => {
  const styleOf = (markdown: string): readonly unknown[] | undefined => {
    const box = compositionsOf(layouts.bullets)
      .find(({ name }) => name === 'single')
      ?.arrange(contentOf(markdown));
    const [point] = box?.kind === 'stack' ? box.boxes : [];
    return point?.kind === 'flow' ? [box?.class, point.style] : undefined;
  };

  test('is said large', () => {
    expect(styleOf('- Whoever breaks it mends it')).toEqual(['plate', 'lead']);
  });

  test.each([
    ['a stub', '- Try Ada', ['plate', 'answer']],
    ['a link', '- [Introduction to Ada](https://example.org) by Adacore', ['plate', 'answer']],
    ['code', '- run `make all` first', ['plate', 'answer']],
    ['a formula', '- let $M = (Q, q_0)$ be one', ['plate', 'row']],
    ['one with more below', '- Introduction to Ada\n  - by Adacore', ['plate', 'row']],
    ['one that is read', `- ${'word '.repeat(13)}`, ['plate', 'answer']],
    ['a long one', `- ${'word '.repeat(19)}`, ['rows', 'answer']],
    ['a long one with more below', `- ${'word '.repeat(30)}\n  - ${'word '.repeat(16)}`, ['rows', 'row']],
  ])('not %s', (_, markdown, expected) => {
    expect(styleOf(markdown)).toEqual(expected);
  });

  test('keeps the box of a task before its words', () => {
    expect(styleOf('- [ ] Call the harbour master')).toEqual(['plate', 'body']);
  });

  test('is the smaller the more it says', () => {
    const sizeOf = (words: number): string | undefined =>
      compositionsOf(layouts.bullets)
        .find(({ name }) => name === 'single')
        ?.largest(contentOf(`- ${'word '.repeat(words)}`));
    expect([8, 18, 19, 60, 61].map(sizeOf)).toEqual(['xl', 'xl', 'lg', 'lg', 'sm']);
  });
});

test('few words in rows are set larger than many', () => {
  const sizeOf = (...rows: number[]): string | undefined =>
    compositionsOf(layouts.bullets)
      .find(({ name }) => name === 'rows')
      ?.largest(contentOf(rows.map((count) => `- ${'word '.repeat(count)}`).join('\n')));
  expect(sizeOf(14, 12)).toBe('xxxl');
  expect(sizeOf(20, 18)).toBe('xxl');
  expect(sizeOf(30, 18)).toBe('xl');
  expect(sizeOf(16, 12, 12)).toBe('xxl');
  expect(sizeOf(17, 12, 12)).toBe('lg');
  expect(sizeOf(8, 8, 8, 8)).toBe('lg');
  expect(sizeOf(9, 8, 8, 8)).toBe('md');
});

test('links in a short list are as large as in a long one', () => {
  const sizeOf = (markdown: string): string | undefined =>
    compositionsOf(layouts.bullets)
      .find(({ name }) => name === 'rows')
      ?.largest(contentOf(markdown));
  expect(sizeOf('- [Ada](https://example.org/ada) by Adacore\n- [Ajax](https://example.org/ajax)')).toBe(
    'lg',
  );
  expect(
    sizeOf('- see [Ada](https://example.org/ada) by Adacore\n- [Ajax](https://example.org/ajax)'),
  ).not.toBe('lg');
});

test('rows with an address or with code are no larger than it stands on one line', () => {
  const sizeOf = (run: string): string | undefined =>
    compositionsOf(layouts.bullets)
      .find(({ name }) => name === 'rows')
      ?.largest(contentOf(`- at ${run}\n- and so on`));
  expect([20, 21, 31, 45].map((length) => sizeOf('a'.repeat(length)))).toEqual(['xxxl', 'xxl', 'xl', 'lg']);
  expect([18, 20, 30, 44].map((length) => sizeOf(`\`${'a '.repeat(length / 2)}b\``))).toEqual([
    'xxxl',
    'xxl',
    'xl',
    'lg',
  ]);
});

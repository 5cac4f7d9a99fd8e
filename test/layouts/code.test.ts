import { describe, expect, test } from 'vitest';
import { type Box, layouts } from '../../src/layouts/index.ts';
import { blocksOf } from '../theme/markdown.ts';

function arranged(markdown: string): Box {
  return layouts.code.arrange({ title: '', role: 'talk', blocks: blocksOf(markdown) });
}

function firstLineOf(box: Box): number | undefined {
  const listing = 'boxes' in box ? box.boxes.find(({ class: name }) => name === 'content') : undefined;
  const [code] = listing?.kind === 'flow' ? listing.blocks : [];
  return code?.type === 'code' ? code.data?.firstLine : undefined;
}

test('the lines of a listing are numbered, those of a few lines are not', () => {
  expect(firstLineOf(arranged('```js\na\nb\nc\nd\n```'))).toBe(1);
  expect(firstLineOf(arranged('```js\na\nb\nc\n```'))).toBeUndefined();
});

test('a narrow listing stands beside what is said of it, a wide one below', () => {
  const classes = (markdown: string): unknown => {
    const box = arranged(markdown);
    return 'boxes' in box && [box.class, ...box.boxes.map(({ class: name }) => name)];
  };
  const narrow = 'select name\nfrom tides;';
  const wide = `${'x'.repeat(31)}\ny`;
  const fenced = (code: string): string => `\`\`\`sql\n${code}\n\`\`\``;
  expect(classes(`So:\n\n${fenced(narrow)}`)).toEqual(['listing-beside', 'note', 'content']);
  expect(classes(fenced(narrow))).toEqual(['listing', 'content']);
  expect(classes(`So:\n\n${fenced(wide)}`)).toEqual(['listing', 'note', 'content']);
  expect(classes(`${'word '.repeat(33)}\n\n${fenced(narrow)}`)).toEqual(['listing', 'note', 'content']);
});

test('a listing with words above and below it is a listing, not one among more words', () => {
  const scoreOf = (markdown: string) =>
    layouts.code.score({ title: '', role: 'talk', blocks: blocksOf(markdown) });
  const listing = '```js\na\n```';
  expect(scoreOf(`So:\n\n${listing}\n\nTry it.`)).toBeDefined();
  expect(scoreOf(`So:\n\n${listing}\n\nTry it.\n\nOr not.`)).toBeUndefined();
});

test('what is said of a listing stands below it', () => {
  const box = arranged('```js\na\n```\n\nEvery visitor.');
  expect('boxes' in box && box.boxes.map(({ class: name }) => name)).toEqual(['content', 'note']);
});

test('two listings stand one below the other, without numbers', () => {
  const box = arranged('```js\na\nb\nc\nd\n```\n\n```js\ne\n```');
  expect(box.kind).toBe('flow');
});

describe('a narrow listing of many lines', () => {
  const lines = [...Array.from({ length: 7 }, (_, at) => `sail(${at});`), 'if (ebb) {', '  wait();', '}'];
  const listing = (more: readonly string[]): string => `\`\`\`js\n${[...lines, ...more].join('\n')}\n\`\`\``;
  const columnsOf = (markdown: string): readonly Box[] => {
    const box = arranged(markdown);
    const [field] = 'boxes' in box ? box.boxes : [];
    return field?.kind === 'row' ? field.boxes : [];
  };

  test('stands in two columns, cut where a statement begins, and its lines are counted on', () => {
    const codes = columnsOf(listing(['land();', 'rest();', 'sleep();', 'wake();', 'sail();'])).flatMap(
      (box) => (box.kind === 'flow' ? box.blocks : []),
    );
    expect(codes).toMatchObject([
      { type: 'code', data: { firstLine: 1 } },
      { type: 'code', data: { firstLine: 8 }, value: expect.stringMatching(/^if/) },
    ]);
  });

  test('not one that is short, wide, or has lines that are marked', () => {
    const many = ['land();', 'rest();', 'sleep();', 'wake();'];
    expect(columnsOf(listing([]))).toEqual([]);
    expect(columnsOf(listing(many).replaceAll(';', ` + ${'x'.repeat(60)};`))).toEqual([]);
    expect(columnsOf(listing([...many, `sail(${'x'.repeat(30)});`]))).toHaveLength(2);
    expect(columnsOf(listing(many).replace('js', 'js {2}'))).toEqual([]);
  });
});

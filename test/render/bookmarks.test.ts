import { expect, test } from 'vitest';
import { type Bookmark, bookmarks } from '../../src/render/print/finish-pdf.ts';

const tree = (items: readonly Bookmark[], indent = ''): string =>
  items
    .map(({ title, page, children }) => `${indent}${title} ${page}\n${tree(children, `${indent}  `)}`)
    .join('');

const slides = (...titles: readonly [title: string, ...section: string[]][]) =>
  titles.map(([title, ...section]) => ({ layout: 'bullets', title, section, spans: [], presenterNotes: '' }));

test('a tree of sections with their slides', () => {
  const deck = slides(
    ['Whales'],
    ['Songs', 'Songs'],
    ['Food (1/2)', 'Food'],
    ['Food (2/2)', 'Food'],
    ['Krill', 'Food', 'Krill'],
    ['A picture', 'Food', 'Krill'],
    ['', 'Thanks'],
  );
  expect(tree(bookmarks(deck))).toBe(`Whales 0
Songs 1
Food 2
  Food (1/2) 2
  Food (2/2) 3
  Krill 4
    A picture 5
Thanks 6
`);
});

test('two sections of the same name in a row are one, apart they are two', () => {
  expect(tree(bookmarks(slides(['A', 'A'], ['B', 'B'], ['A', 'A'])))).toBe('A 0\nB 1\nA 2\n');
});

import { expect, test } from 'vitest';
import { numberLinks } from '../../src/handout/number-links.ts';
import { type Block, parseNotes, plainText } from '../../src/notes/index.ts';

function blocksOf(text: string): readonly Block[] {
  return (
    parseNotes({ path: 'talk.md', text: `# Talk\n\n## Part\n\n${text}` }).value.sections[0]?.blocks ?? []
  );
}

/** The addresses below the notes of each slide, with their numbers. */
function printed(...texts: readonly string[]): readonly (readonly string[])[] {
  return numberLinks(texts.map(blocksOf)).addresses.map((addresses) =>
    addresses.map((block) =>
      block.type === 'footnoteDefinition' ? `${block.label}: ${plainText(block.children)}` : '',
    ),
  );
}

test('the address of a link is printed once, in the order of the links, without what goes without saying', () => {
  expect(
    printed('See [one](https://a.example/1), [two](http://b.example/), [one](https://a.example/1).'),
  ).toEqual([['1: a.example/1', '2: b.example/']]);
});

test('one address has one number in the whole handout, and stands below each slide that it is named beside', () => {
  const texts = ['[one](https://a.example/1)', '[two](https://b.example/)', '[again](https://a.example/1)'];
  expect(printed(...texts)).toEqual([['1: a.example/1'], ['2: b.example/'], ['1: a.example/1']]);
  expect(numberLinks(texts.map(blocksOf)).links).toEqual([
    { number: 1, url: 'https://a.example/1', address: 'a.example/1', slides: [1, 3] },
    { number: 2, url: 'https://b.example/', address: 'b.example/', slides: [2] },
  ]);
});

test('an address that stands there in full is not repeated, and links within the notes lead nowhere on paper', () => {
  expect(printed('<https://a.example/x>, [a.example/x](https://a.example/x), [Part](#part)')).toEqual([[]]);
});

test('people read letters, not percent signs; what cannot be decoded stays', () => {
  expect(printed('[a](https://a.example/caf%C3%A9) [b](https://b.example/%E0%A4%A)')).toEqual([
    ['1: a.example/café', '2: b.example/%E0%A4%A'],
  ]);
});

test('numbers begin after those of the notes’ own footnotes', () => {
  expect(printed('A claim[^1] and [a source](https://a.example/).\n\n[^1]: Or so they say.')).toEqual([
    ['2: a.example/'],
  ]);
});

import { expect, test } from 'vitest';
import { numberLinks } from '../../src/handout/full-notes.ts';
import { type Block, parseNotes, plainText } from '../../src/notes/index.ts';

function blocksOf(text: string): readonly Block[] {
  return (
    parseNotes({ path: 'talk.md', text: `# Talk\n\n## Part\n\n${text}` }).value.sections[0]?.blocks ?? []
  );
}

/** The words of the blocks, with numbers in brackets, and addresses on lines of their own. */
function printed(text: string): readonly string[] {
  return numberLinks(blocksOf(text)).map((block) =>
    block.type === 'footnoteDefinition' ? `${block.label}: ${plainText(block.children)}` : plainText([block]),
  );
}

test('the address of a link is printed once, in the order of the links', () => {
  const lines = printed(
    'See [one](https://a.example/1), [two](https://b.example/), [one](https://a.example/1).',
  );
  expect(lines.slice(1)).toEqual(['1: https://a.example/1', '2: https://b.example/']);
});

test('an address that stands there in full is not repeated, and links within the notes lead nowhere on paper', () => {
  expect(printed('<https://a.example/x>, [a.example/x](https://a.example/x), [Part](#part)')).toHaveLength(1);
});

test('people read letters, not percent signs; what cannot be decoded stays', () => {
  expect(printed('[a](https://a.example/caf%C3%A9) [b](https://b.example/%E0%A4%A)').slice(1)).toEqual([
    '1: https://a.example/café',
    '2: https://b.example/%E0%A4%A',
  ]);
});

test('numbers begin after those of the notes’ own footnotes', () => {
  const lines = printed('A claim[^1] and [a source](https://a.example/).\n\n[^1]: Or so they say.');
  expect(lines.at(-1)).toBe('2: https://a.example/');
});

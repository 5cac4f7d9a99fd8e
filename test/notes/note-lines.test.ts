import { expect, test } from 'vitest';
import { parseNotes } from '../../src/notes/index.ts';

function firstBlocks(text: string): readonly string[] {
  const { sections } = parseNotes({ path: 'talk.txt', text }).value;
  return sections.flatMap(({ blocks }) => blocks.map(({ type }) => type));
}

const typed =
  'Solar on our roof\n9.6 kWp, 24 modules\ncost 14,800 euros with the battery, first quote was higher\nThe app is terrible\nExport limit\nWould you do it again?\nYes\n';

test('notes typed a thought a line are a list', () => {
  expect(firstBlocks(typed)).toEqual(['list']);
  const { sections } = parseNotes({ path: 'talk.txt', text: typed }).value;
  const [list] = sections[0]?.blocks ?? [];
  expect(list?.type === 'list' && list.children).toHaveLength(7);
  expect(list?.type === 'list' && list.children[3]?.position?.start.offset).toBe(typed.indexOf('The app'));
});

test('text that was wrapped at a margin stays a paragraph', () => {
  const wrapped =
    'The lamps of the outer harbour have gone dark one\nafter the other since the spring, and nobody knows\nwhy; the pilots say that it is the salt, the keeper\nsays that it is the price of the new lamps, and the\ncouncil that it will have to be looked into before\nlong\n';
  expect(firstBlocks(wrapped)).toEqual(['paragraph']);
});

test('sentences and verses a line each stay a paragraph, and so do a few lines', () => {
  const sentences =
    'The lamp is out.\nNobody knows why, not even the keeper of it.\nIt was the salt.\nWe wait.\nWe look.\nThen it comes on again.\n';
  expect(firstBlocks(sentences)).toEqual(['paragraph']);
  expect(firstBlocks('Harbour office\nPier 4\nopen from eight to five o’clock\n')).toEqual(['paragraph']);
});

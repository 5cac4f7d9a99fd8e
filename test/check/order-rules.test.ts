import { expect, test } from 'vitest';
import type { HandoutSnapshot, SheetNotes } from '../../src/browser/index.ts';
import { checkOrder } from '../../src/check/sheets/order-rules.ts';
import type { Deck } from '../../src/deck/index.ts';

const long = 'x'.repeat(60);

/** What is found where a slide's notes, one line of words, stand on two pages like this. */
function found(...texts: readonly string[]): readonly string[] {
  const notes = texts.map((text) => ({ slide: 1, text, formulas: ['h = 2a'], pictures: [], marks: [] }));
  const sheets = notes.map((note, at) => ({
    slides: at === 0 ? [{ number: 1, label: '1' }] : [],
    notes: [note as unknown as SheetNotes],
    entries: [],
  }));
  const deck = { slides: [{ presenterNotes: `tide ${long} harbour` }] } as unknown as Deck;
  const findings = checkOrder({ sheets } as unknown as HandoutSnapshot, deck, {
    notes: 'printed',
    expected: new Set(['tide', long, 'harbour']),
    report: (code, message) => ({ code, message, severity: 'error' }) as never,
  });
  return findings.map(({ message }) => message);
}

test('a word longer than a line may begin on one page and end on the next', () => {
  expect(found(`tide ${long}`, 'harbour')).toEqual([]);
  expect(found(`tide ${long.slice(0, 40)}`, `${long.slice(40)} harbour`)).toEqual([]);
});

test('a word that is on neither page is missed', () => {
  expect(found(`tide ${long.slice(0, 40)}`, 'harbour')).toEqual([
    expect.stringContaining('does not stand with the notes of slide 1'),
  ]);
});

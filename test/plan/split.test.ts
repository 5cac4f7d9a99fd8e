import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../src/notes/index.ts';
import { type Atom, toAtoms } from '../../src/plan/split/atom.ts';
import { cheapestCuts } from '../../src/plan/split/break-cost.ts';
import { cutAtom, sentencePieces } from '../../src/plan/split/cut-atom.ts';
import { joinAtoms } from '../../src/plan/split/rebuild.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value: text }] });
const list = (...children: Block[][]): Block =>
  ({
    type: 'list',
    ordered: false,
    spread: false,
    children: children.map((blocks) => ({ type: 'listItem', children: blocks })),
  }) as Block;

/** A tree of bullets, up to four levels. */
const bullets = fc.letrec<{ list: Block; item: Block[] }>((tie) => ({
  list: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => list(...items)),
  item: fc
    .tuple(
      fc.string({ minLength: 1 }).map(paragraph),
      fc.option(tie('list'), { maxDepth: 3, nil: undefined }),
    )
    .map(([text, below]) => (below ? [text, below] : [text])),
})).list;

test('cut into atoms and put together again, blocks are what they were', () => {
  fc.assert(
    fc.property(fc.array(bullets, { maxLength: 3 }), (blocks) => {
      expect(joinAtoms(toAtoms(blocks))).toEqual(blocks);
    }),
  );
});

test('every atom is on one slide, in order, whatever fits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (heights) => {
        const fill = (from: number, to: number) =>
          heights.slice(from, to).reduce((sum, height) => sum + height, 0);
        const ends = cheapestCuts(heights.length, fill, () => 0);
        expect(ends.at(-1)).toBe(heights.length);
        let from = 0;
        for (const to of ends) {
          expect(to).toBeGreaterThan(from);
          if (to > from + 1) expect(fill(from, to)).toBeLessThanOrEqual(1);
          from = to;
        }
      },
    ),
  );
});

test('nine equal bullets, six to a slide, are cut five and four or four and five', () => {
  const [first, second] = cheapestCuts(
    9,
    (from, to) => (to - from) / 6,
    () => 0,
  );
  expect(second).toBe(9);
  expect([4, 5]).toContain(first);
});

test('a cut below a bullet shows the bullet again, marked', () => {
  const atoms = toAtoms([list([paragraph('parent'), list([paragraph('one')], [paragraph('two')])])]);
  expect(joinAtoms(atoms.slice(2))).toMatchObject([
    {
      children: [
        {
          data: { continued: true },
          children: [
            { children: [{ class: 'continued', children: [{ value: 'parent' }] }] },
            { children: [{ children: [{ children: [{ value: 'two' }] }] }] },
          ],
        },
      ],
    },
  ]);
});

test('an ordered list that is cut goes on counting', () => {
  const ordered = {
    ...list([paragraph('a')], [paragraph('b')], [paragraph('c')]),
    ordered: true,
    start: 4,
  } as Block;
  expect(joinAtoms(toAtoms([ordered]).slice(1))).toMatchObject([{ start: 5 }]);
});

test('code that is cut keeps its line numbers and its lines', () => {
  const code: Block = { type: 'code', lang: 'sh', value: 'one\ntwo\nthree' };
  const pieces = cutAtom(toAtoms([code])[0] as Atom, 'en');
  expect(joinAtoms(pieces.slice(1))).toMatchObject([
    { type: 'code', value: 'two\nthree', data: { firstLine: 2 } },
  ]);
});

test('a table that is cut repeats its header row', () => {
  const cell = (value: string) => ({ type: 'tableCell', children: [{ type: 'text', value }] });
  const table = {
    type: 'table',
    children: ['head', 'one', 'two'].map((value) => ({ type: 'tableRow', children: [cell(value)] })),
  } as Block;
  const pieces = cutAtom(toAtoms([table])[0] as Atom, 'en');
  expect(joinAtoms(pieces.slice(1))).toMatchObject([
    {
      children: [
        { children: [{ children: [{ value: 'head' }] }] },
        { children: [{ children: [{ value: 'two' }] }] },
      ],
      data: { continued: ['rows'] },
    },
  ]);
});

test('pieces of a text cover it exactly', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (text) => {
      const pieces = sentencePieces(text, 'en');
      expect(pieces.map(([start, end]) => text.slice(start, end)).join('')).toBe(text);
    }),
  );
});

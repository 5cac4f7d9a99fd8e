import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raiseRows, ruledLines, spreadGap, startsHere } from '../../src/browser/sheet-rows.ts';

describe('rows that fill a page', () => {
  test('are alike when all are short', () => {
    expect(raiseRows([10, 10, 10], { room: 60, unit: 1 })).toEqual([20, 20, 20]);
  });

  test('lend to a long one', () => {
    expect(raiseRows([10, 40, 10], { room: 70, unit: 1 })).toEqual([15, 40, 15]);
    expect(raiseRows([10, 22, 10], { room: 75, unit: 1 })).toEqual([25, 25, 25]);
  });

  test('stand on the grid, and on a last page get a fair share at most', () => {
    expect(raiseRows([10.2], { room: 60, unit: 4, most: 21 })).toEqual([20]);
    expect(raiseRows([10, 30], { room: 90, unit: 5, most: 20 })).toEqual([20, 30]);
  });

  test('take all room there is, never more, and none is lower than it needs', () => {
    const needs = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(needs, fc.integer({ min: 0, max: 100 }), (rows, more) => {
        const room = rows.reduce((sum, need) => sum + need, 0) + more;
        const heights = raiseRows(rows, { room, unit: 1 });
        expect(heights.reduce((sum, height) => sum + height, 0)).toBe(room);
        for (const [at, height] of heights.entries())
          expect(height).toBeGreaterThanOrEqual(rows[at] as number);
        const raised = heights.filter((height, at) => height > (rows[at] as number));
        if (raised.length > 1) expect(Math.max(...raised) - Math.min(...raised)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('rows that are not raised share what is free, six units each at most', () => {
  expect(spreadGap(100, 3, 10)).toBe(50);
  expect(spreadGap(1000, 3, 10)).toBe(60);
  expect(spreadGap(100, 1, 10)).toBe(0);
});

describe('lines to write on', () => {
  const rule = (from: number, to: number, least = 3) => ruledLines(from, to, { pitch: 30, least });

  test('count up from the end of the row, so that columns share them', () => {
    expect(rule(0, 120)).toEqual([30, 60, 90, 120]);
    expect(rule(47, 160)).toEqual([100, 130, 160]);
  });

  test('need room for three, or as many as are asked for', () => {
    expect(rule(0, 89)).toEqual([]);
    expect(rule(0, 90)).toHaveLength(3);
    expect(rule(0, 120, 6)).toEqual([]);
  });
});

describe('a row that does not fit', () => {
  const row = { need: 700, least: 200, room: 300, page: 1000, share: 0.5 };

  test('begins here when it is longer than half a page and its first lines have room', () => {
    expect(startsHere(row)).toBe(true);
    expect(startsHere({ ...row, room: 150 })).toBe(false);
  });

  test('moves whole when it is shorter', () => {
    expect(startsHere({ ...row, need: 400 })).toBe(false);
    expect(startsHere({ ...row, need: 400, share: 0.25 })).toBe(true);
  });

  test('begins where it is alone', () => {
    expect(startsHere({ ...row, need: 400, room: 1000 })).toBe(true);
  });
});

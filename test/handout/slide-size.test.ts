import { describe, expect, test } from 'vitest';
import { columnSpan, millimetres, type SheetRequest, sheetOf, toPoints } from '../../src/handout/sheet.ts';
import {
  chooseGrid,
  gridsOf,
  type SheetGrid,
  type SizeRequest,
  slidesPerPage,
  widerOrientation,
} from '../../src/handout/slide-size.ts';

type Kind = SizeRequest['kind'];
type Page = Partial<SheetRequest> & { readonly aspect?: number };

function gridsFor(
  perPage: number,
  kind: Kind,
  { aspect = 16 / 9, ...page }: Page = {},
): readonly SheetGrid[] {
  const sheet = sheetOf({ paper: 'A4', orientation: 'portrait', duplex: false, ...page });
  return gridsOf({ sheet, perPage, kind, aspect });
}

/** Whole mm of slide and notes: how wide, how high; in how many columns, how wide. */
function sizesOf({ slide, notes }: SheetGrid): readonly number[] {
  return [slide.width, slide.height, notes.width].map((length) => Math.round(millimetres(length)));
}

describe('what is between the margins, in mm', () => {
  test.each([
    [{}, 180, 264],
    [{ duplex: true }, 177, 264],
    [{ orientation: 'landscape' }, 267, 179],
    [{ paper: 'Letter' }, 186, 248],
    [{ paper: 'A5', duplex: true }, 121, 180],
  ] as const)('%o', (page, width, height) => {
    const { area, unit } = sheetOf({ paper: 'A4', orientation: 'portrait', duplex: false, ...page });
    expect([area.width, area.height].map((length) => Math.round(millimetres(length)))).toEqual([
      width,
      height,
    ]);
    expect(area.height / unit).toBeCloseTo(Math.round(area.height / unit), 6);
  });
});

describe('slides, their height and columns of notes, in mm', () => {
  test.each([
    [1, 'presenter', {}, [179, 101, 87], 2],
    [1, 'lines', {}, [179, 101, 87], 2],
    [3, 'presenter', {}, [118, 66, 56], 1],
    [3, 'lines', {}, [118, 66, 56], 1],
    [3, 'presenter', { duplex: true }, [114, 64, 57], 1],
    [4, 'presenter', {}, [98, 55, 76], 1],
    [4, 'full', { duplex: true }, [86, 48, 85], 1],
    [1, 'presenter', { orientation: 'landscape' }, [196, 110, 65], 1],
    [2, 'presenter', { orientation: 'landscape' }, [143, 80, 56], 2],
    [3, 'presenter', { paper: 'Letter' }, [122, 69, 58], 1],
  ] as const)('%d with %s on %o', (perPage, kind, page, sizes, columns) => {
    const [grid] = gridsFor(perPage, kind, page);
    expect(grid && sizesOf(grid)).toEqual(sizes);
    expect(grid?.notes.columns).toBe(columns);
  });

  test.each([
    [2, {}, [179, 101], [1, 2]],
    [6, {}, [86, 48], [2, 3]],
    [9, {}, [82, 46], [2, 5]],
    [1, { orientation: 'landscape' }, [265, 149], [1, 1]],
    [4, { orientation: 'landscape' }, [130, 73], [2, 2]],
    [9, { orientation: 'landscape' }, [82, 46], [3, 3]],
  ] as const)('%d alone on %o', (perPage, page, size, cells) => {
    const [grid] = gridsFor(perPage, 'none', page);
    expect(grid && sizesOf(grid).slice(0, 2)).toEqual(size);
    expect([grid?.columns, grid?.rows]).toEqual(cells);
  });
});

describe('every page that can be asked for', () => {
  const requests = (['A4', 'Letter', 'A5'] as const).flatMap((paper) =>
    (['portrait', 'landscape'] as const).flatMap((orientation) =>
      [1, 2, 3, 4, 6, 9].flatMap((perPage) =>
        (['presenter', 'lines', 'none', 'full'] as const).flatMap((kind) =>
          [16 / 9, 4 / 3].map((aspect) => ({ paper, orientation, perPage, kind, aspect })),
        ),
      ),
    ),
  );

  test.each(requests)('$perPage with $kind on $paper $orientation, $aspect', ({ perPage, kind, ...page }) => {
    const sheet = sheetOf({ ...page, duplex: true });
    const grids = gridsFor(perPage, kind, { ...page, duplex: true });
    expect(grids.length).toBeGreaterThan(0);
    for (const { slide, strip, gap, rows, columns, notes, mode } of grids) {
      expect(slide.width / slide.height).toBeCloseTo(page.aspect, 6);
      // On the grid, and as many as are asked for fit.
      expect(slide.height / sheet.unit).toBeCloseTo(Math.round(slide.height / sheet.unit), 6);
      expect(rows * (strip + slide.height) + (rows - 1) * gap).toBeLessThanOrEqual(sheet.area.height + 0.01);
      expect(columns * rows).toBeGreaterThanOrEqual(perPage);
      const wide = notes.columns * notes.width + (notes.columns - 1) * sheet.gutter;
      const across =
        mode === 'beside' ? slide.width + sheet.gutter + wide : Math.max(slide.width * columns, wide);
      expect(across).toBeLessThanOrEqual(sheet.area.width + 0.01);
    }
    expect([...grids].sort((a, b) => b.slide.width - a.slide.width)).toEqual(grids);
  });
});

describe('the notes decide', () => {
  const sheet = sheetOf({ paper: 'A4', orientation: 'portrait', duplex: false });
  const grids = gridsFor(2, 'presenter');
  const line = 2 * sheet.unit;
  const chosen = (lines: readonly number[]): SheetGrid =>
    chooseGrid(
      grids,
      grids.map(() => lines.map((count) => count * line)),
      { sheet, slides: 10 },
    );

  test('short ones leave a slide the whole width, long ones stand below a smaller one, longer ones beside it', () => {
    expect(chosen([1, 1]).mode).toBe('below');
    expect(chosen([7, 7, 10]).slide.width).toBeLessThan(chosen([1]).slide.width);
    expect(chosen(Array(10).fill(10)).slide.width).toBeLessThan(chosen(Array(10).fill(2)).slide.width);
    expect(chosen(Array(10).fill(26)).mode).toBe('beside');
  });

  test('one in five may be too long, no more', () => {
    expect(chosen([1, 1, 40, 40])).toEqual(chosen([1, 1]));
    expect(chosen([1, 1, 40, 40, 40])).not.toEqual(chosen([1, 1]));
  });

  test('and where nothing has room the last is taken', () => {
    expect(chosen(Array(10).fill(400))).toBe(grids.at(-1));
  });

  test('on small paper slides stay above their notes: beside them they could not be read', () => {
    const all = gridsFor(2, 'presenter', { paper: 'A5', duplex: true });
    expect(all.map(({ mode }) => mode)).not.toContain('beside');
    expect(sizesOf(all.at(-1) as SheetGrid)).toEqual([98, 55, 58]);
  });

  test('slides are never smaller than text of 24 px can be read, where the paper has room', () => {
    for (const { slide } of [...grids, ...gridsFor(3, 'presenter')])
      expect(slide.width).toBeGreaterThanOrEqual(toPoints(94));
    expect(columnSpan(sheet, 12)).toBeCloseTo(sheet.area.width, 6);
  });
});

test.each([
  [1, 'none', 'landscape'],
  [2, 'none', 'portrait'],
  [3, 'none', 'portrait'],
  [4, 'none', 'landscape'],
  [6, 'none', 'landscape'],
  [9, 'none', 'landscape'],
  [3, 'presenter', 'portrait'],
] as const)('%d with %s: slides are wider on %s paper', (perPage, kind, orientation) => {
  expect(widerOrientation({ paper: 'A4', duplex: false }, { perPage, kind, aspect: 16 / 9 })).toBe(
    orientation,
  );
});

test('a spare cell takes a slide where that saves a page', () => {
  const [nine] = gridsFor(9, 'none') as [SheetGrid];
  expect([10, 19, 18, 9].map((slides) => slidesPerPage(nine, slides))).toEqual([10, 10, 9, 9]);
  const [three] = gridsFor(3, 'presenter') as [SheetGrid];
  expect(slidesPerPage(three, 4)).toBe(3);
});

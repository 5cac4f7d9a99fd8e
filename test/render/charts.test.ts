import { beforeAll, describe, expect, test } from 'vitest';
import { drawCharts } from '../../src/render/chart/draw-charts.ts';
import { textOf, unescapeHtml } from '../../src/render/html-text.ts';
import { createTextWidth, type Theme } from '../../src/theme/index.ts';
import { baseTheme } from './talk.ts';

let theme: Theme;

beforeAll(async () => {
  theme = await baseTheme();
});

function slide(
  kind: string,
  rows: readonly (readonly string[])[],
  around = (table: string): string => table,
): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>\n${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('\n')}\n</tr>`;
  const table = `<table>\n<thead>\n${line(head, 'th')}\n</thead>\n<tbody>\n${body.map((row) => line(row, 'td')).join('\n')}\n</tbody>\n</table>`;
  return `<section id="1" class="chart" lang="en"><h2>T</h2><div class="body chart-${kind} flow frame frame-full">\n${around(table)}\n</div></section>`;
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
}

function labelsOf(html: string): readonly Label[] {
  const found = html.matchAll(
    /<text class="[^"]*" x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)">([^<]*)<\/text>/g,
  );
  return [...found].map(([, x, y, anchor = '', text = '']) => ({
    text: unescapeHtml(text),
    x: Number(x),
    y: Number(y),
    anchor,
  }));
}

const samples: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    'columns',
    [
      ['Size', 'Speed'],
      ['7B', '120'],
      ['13B', '64'],
      ['70B', '12'],
    ],
  ],
  [
    'bars',
    [
      ['Day &amp; night', 'Visits before the change', 'After'],
      ['Monday', '210', '340'],
      ['a label of quite some length', '1,204', '3,010'],
      ['Sunday', '0', '520'],
    ],
  ],
  [
    'line',
    [
      ['Year', 'Ships'],
      ['2021', '1,204'],
      ['2022', '1,020'],
      ['2023', '1,733'],
    ],
  ],
  [
    'line',
    [
      ['Year', 'Day', 'Night'],
      ['2021', '60', '10'],
      ['2022', '70', '20'],
      ['2023', '65', '30'],
    ],
  ],
  [
    'dots',
    [
      ['Model', 'Score', 'Other'],
      ['A', '91.2', '90.0'],
      ['B', '93.4', '92.5'],
      ['C', '92.0', '91.0'],
    ],
  ],
];

test('a chart is called by its title, its kind and its numbers, for those who do not see it', () => {
  const rows = [
    ['Site', 'Views'],
    ['Home', '120'],
    ['Tides', '64'],
    ['Harbour', '31'],
    ['Total', '215'],
  ];
  const drawn = drawCharts(slide('columns', rows), theme, 'en');
  expect(drawn).toContain(
    'role="img" aria-label="T. column chart. Views: Home 120, Tides 64, Harbour 31; Total 215"',
  );
  expect(labelsOf(drawn).map(({ text }) => text)).toContain('Total 215');
});

test('the sums of several columns stand below them, and have no bars', () => {
  const rows = [
    ['Team', 'Open', 'Closed'],
    ['Red', '120', '130'],
    ['Blue', '80', '60'],
    ['Green', '40', '45'],
    ['Total', '240', '235'],
  ];
  const drawn = drawCharts(slide('bars', rows), theme, 'en');
  expect(drawn.match(/<rect/g)).toHaveLength(6);
  expect(labelsOf(drawn).map(({ text }) => text)).toEqual(expect.arrayContaining(['Total', '240', '235']));
  expect(drawn).toContain('; Total 240, 235"');
});

describe.each(samples)('%s', (kind, rows) => {
  test('says every word of its table exactly once, and is no table any more', () => {
    const drawn = drawCharts(slide(kind, rows), theme, 'en');
    const words = labelsOf(drawn).flatMap(({ text }) => text.split(' '));
    const expected = rows.flat().flatMap((cell) => unescapeHtml(cell).split(' '));
    expect([...words].sort()).toEqual([...expected].sort());
    expect(drawn).not.toContain('<table');
    expect(drawn).toContain('viewBox="0 0 1120 468"');
  });

  test('keeps its labels on the slide and off each other', () => {
    const size = 22;
    const width = createTextWidth(theme);
    const boxes = labelsOf(drawCharts(slide(kind, rows), theme, 'en')).map(({ text, x, y, anchor }) => {
      const long = width(text, size, 'strong');
      const left = anchor === 'middle' ? x - long / 2 : x;
      return { text, left, right: left + long, top: y - size * 0.75, bottom: y + size * 0.2 };
    });
    for (const [at, box] of boxes.entries()) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(0);
      expect(box.right, box.text).toBeLessThanOrEqual(1120);
      expect(box.bottom, box.text).toBeLessThanOrEqual(492);
      const over = boxes.slice(at + 1).filter((other) => {
        const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        return wide > 1 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1;
      });
      expect(over.map(({ text }) => `${box.text} / ${text}`)).toEqual([]);
    }
  });
});

test('lengths are as the numbers', () => {
  const drawn = drawCharts(slide('bars', samples[1]?.[1] ?? []), theme, 'en');
  const widths = [...drawn.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
  const values = [210, 340, 1204, 3010, 0, 520];
  const unit = (widths[3] ?? 0) / 3010;
  expect(widths.map((width) => Math.round(width / unit / 10))).toEqual(
    values.map((value) => Math.round(value / 10)),
  );
});

test('the accent marks the largest number, or what the notes set bold', () => {
  const rows = [
    ['Size', 'Speed'],
    ['7B', '120'],
    ['13B', '64'],
    ['70B', '12'],
  ];
  const notable = (html: string): string[] =>
    [...html.matchAll(/<text class="value notable"[^>]*>([^<]*)/g)].map(([, text = '']) => text);
  expect(notable(drawCharts(slide('columns', rows), theme, 'en'))).toEqual(['120']);
  const bold = rows.map((row) => row.map((cell) => (row[0] === '13B' ? `<strong>${cell}</strong>` : cell)));
  expect(notable(drawCharts(slide('columns', bold), theme, 'en'))).toEqual(['64']);
});

test('a table in another box, and one that is no chart, stay', () => {
  const rows = [
    ['Size', 'Speed'],
    ['7B', '120'],
    ['13B', '64'],
    ['70B', '12'],
  ];
  const other = slide('columns', rows).replace('chart-columns flow', 'content flow');
  expect(drawCharts(other, theme, 'en')).toBe(other);
  const words = slide('columns', [
    ['Size', 'Speed'],
    ['7B', 'slow'],
    ['13B', 'fast'],
    ['70B', 'slower'],
  ]);
  expect(drawCharts(words, theme, 'en')).toBe(words);
});

test('boxes stay closed, also around a tight table', () => {
  const rows = [
    ['Size', 'Speed'],
    ['7B', '120'],
    ['13B', '64'],
    ['70B', '12'],
  ];
  const count = (html: string, tag: RegExp): number => html.match(tag)?.length ?? 0;
  for (const around of [
    (table: string) => table,
    (table: string) => `<div class="tight">\n${table}\n</div>`,
  ]) {
    const drawn = drawCharts(slide('columns', rows, around), theme, 'en');
    expect(count(drawn, /<div/g)).toBe(count(drawn, /<\/div>/g));
    expect(textOf(drawn)).toContain('120');
  }
});

import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();

/** A table of a row, its columns names of so many letters. */
function tableSlides(columns: number, letters: number): readonly (readonly [string, number])[] {
  const cells = Array.from({ length: columns }, (_, at) => String.fromCharCode(97 + at).repeat(letters));
  const row = `| ${cells.join(' | ')} |`;
  const text = `# Tides\n\n## Gauges\n\n${row}\n|${'---|'.repeat(columns)}\n${`${row}\n`.repeat(3)}`;
  return planOf(studio, text).slides.flatMap(({ layout, body, bodySize }) =>
    layout === 'table' && body?.kind === 'flow' && body.blocks[0]?.type === 'table'
      ? [[bodySize, body.blocks[0].children[0]?.children.length ?? 0] as const]
      : [],
  );
}

test('a table is set smaller before it is cut by its columns', () => {
  expect(tableSlides(5, 12).map(([, columns]) => columns)).toEqual([5]);
  expect(tableSlides(7, 11)).toEqual([['xs', 7]]);
  expect(tableSlides(12, 12).length).toBeGreaterThan(1);
});

test('a few rows with data in one cell stay on one slide, the long column the widest', () => {
  const release = (at: number): string =>
    `{"id":8610392${at},"name":"1.0a${at}","created_at":"2022-12-15T02:02:4${at}Z"}`;
  const row = (name: string): string =>
    `| harbour/${name} | 2022-12-15T02:02:42Z | 121 | [${[1, 2, 3].map(release).join(',')}] |`;
  const text = `# T\n\n## Releases\n\nThe last column holds the three most recent releases of each of those, as they were found:\n\n| name | created_at | count | releases |\n|---|---|---|---|\n${['light', 'sea-gauges', 'tide-tables'].map(row).join('\n')}\n`;
  const { slides } = planOf(studio, text);
  expect(slides.slice(1).map(({ layout }) => layout)).toEqual(['table']);
});

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

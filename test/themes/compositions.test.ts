// The talk that shows every composition with little, medium and much to say.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { readTheme, readThemeFiles } from '../../src/theme/index.ts';
import { openStudio, planOf } from '../plan/plan-of.ts';

const studio = await openStudio();
const text = readFileSync(packageFile('themes/gallery/compositions.md'), 'utf8');
const { slides } = planOf(studio, text);

test.each([
  ['rows', 3],
  ['columns', 1],
  ['grid', 2],
  ['lead', 3],
  ['sides', 3],
  ['claim', 3],
  ['numbers', 1],
  ['hero-half', 3],
  ['hero-band', 3],
  ['count', 3],
  ['pair', 3],
  ['halves', 3],
  ['one-and-more', 3],
  ['answer', 3],
  ['answer-figure', 3],
])('%s stands on %i slides or more', (name, least) => {
  expect(slides.filter(({ composition }) => composition === name).length).toBeGreaterThanOrEqual(least);
});

test('everything fits', () => {
  for (const { fill, title } of slides) expect(fill, title?.text).toBeLessThanOrEqual(1);
});

test('what stands below a point is set in ink, in every theme', () => {
  const rules = readdirSync(packageFile('themes'))
    .filter((name) => name.endsWith('.css'))
    .flatMap(
      (name) =>
        readFileSync(packageFile(`themes/${name}`), 'utf8').match(/^[^{}]*\bli li\s*\{[^}]*\}/gmu) ?? [],
    );
  expect(rules.length).toBeGreaterThan(0);
  const colours = rules.flatMap((rule) => /(?<![\w-])color:\s*([^;}]*)/u.exec(rule)?.[1]?.trim() ?? []);
  expect(new Set(colours)).toEqual(new Set(['var(--ink)']));
});

test('a name in a title has the colour of the title', () => {
  const base = readFileSync(packageFile('themes/base.css'), 'utf8');
  const rules = [...base.matchAll(/^section (> h2 )?span\.lead \{[^}]*?(?<![\w-])color: ([^;}]*)/gmu)];
  expect(rules.map(([, title, colour]) => [title !== undefined, colour])).toEqual([
    [false, 'var(--ink)'],
    [true, 'inherit'],
  ]);
});

test('a theme does without compositions, orders others, and has titles beside some', async () => {
  const tokens = {
    'compositions-never': 'halves, plain',
    'compositions-order': 'rows, columns',
    'title-beside': 'rows',
  };
  const { value: files } = await readThemeFiles({ theme: 'recap', folder: '.' });
  const theme = readTheme(files, { size: '16:9', tokens }).value;
  const planned = planOf({ ...studio, theme }, text).slides;
  const names = new Set(planned.map(({ composition }) => composition));
  expect(names).not.toContain('halves');
  expect(names).not.toContain('columns');
  expect(names).toContain('plain');
  const beside = planned.filter(({ titleBeside }) => titleBeside);
  expect(new Set(beside.map(({ composition }) => composition))).toEqual(new Set(['rows']));
  expect(slides.some(({ titleBeside }) => titleBeside)).toBe(false);
});

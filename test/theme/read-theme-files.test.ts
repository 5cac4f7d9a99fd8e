import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInThemes, createMeasure, readTheme, readThemeFiles } from '../../src/theme/index.ts';
import { phrasing } from './markdown.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-theme-'));
  const font = createRequire(import.meta.url).resolve(
    '@fontsource/source-serif-4/files/source-serif-4-latin-700-normal.woff2',
  );
  await copyFile(font, join(folder, 'house.woff2'));
  await writeFile(join(folder, 'broken.woff2'), 'no font at all');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ownTheme(css: string) {
  await writeFile(join(folder, 'house.css'), css);
  const { value, diagnostics } = await readThemeFiles({ theme: 'house.css', folder });
  const theme = readTheme(value, { size: '16:9' });
  return { files: value, theme: theme.value, problems: [...diagnostics, ...theme.diagnostics] };
}

test('the default theme comes with the stylesheet it imports before it', async () => {
  const { value, diagnostics } = await readThemeFiles({ theme: 'recap', folder });
  expect(diagnostics).toEqual([]);
  expect(value.stylesheets.map(({ name }) => name)).toEqual(['lectern-base', 'recap']);
  expect(await builtInThemes()).toContain('recap');
});

test('a name nearly right: an error with the right one, and the default theme to go on with', async () => {
  const span = { path: 'talk.hints.yaml', start: 14, end: 18 };
  const { value, diagnostics } = await readThemeFiles({ theme: 'recab', folder, span });
  expect(diagnostics).toEqual([
    expect.objectContaining({
      code: 'theme/not-found',
      severity: 'error',
      span,
      help: 'did you mean `recap`?',
    }),
  ]);
  expect(value.stylesheets.at(-1)?.name).toBe('recap');
});

test('a file that is not there says where it was looked for', async () => {
  const { diagnostics } = await readThemeFiles({ theme: 'my/house.css', folder });
  expect(diagnostics[0]?.help).toContain(join(folder, 'my/house.css'));
});

test('a theme of one’s own imports a built-in one by name', async () => {
  const { files, theme, problems } = await ownTheme(
    '/* @theme house */\n@import "recap";\nsection { --body-size: 30px }',
  );
  expect(problems).toEqual([]);
  expect(files.stylesheets.map(({ name }) => name)).toEqual(['lectern-base', 'recap', 'house']);
  expect(theme.bodySizes.sm.body.size).toBe(30);
});

test('a theme that imports nothing gets the layouts, and its offsets stay', async () => {
  const css = '/* @theme house */ section { --body-size: wide }';
  const { files, theme, problems } = await ownTheme(css);
  expect(files.stylesheets.map(({ name }) => name)).toEqual(['lectern-base', 'house']);
  expect(theme.bodySizes.sm.body.size).toBe(30);
  expect(css.slice(problems[0]?.span.start, problems[0]?.span.end)).toBe('wide');
});

test('a font of one’s own is embedded and measured', async () => {
  const { theme, problems } = await ownTheme(`/* @theme house */ @import "recap";
    @font-face { font-family: "House"; font-weight: 400 700; src: url("house.woff2") format("woff2") }
    section { --body-font: "House" }`);
  expect(problems).toEqual([]);
  expect(theme.fonts.find(({ family }) => family === 'House')?.path).toBe(join(folder, 'house.woff2'));
  const own = theme.metrics('House', 400, false);
  const same = theme.metrics('Source Serif 4', 700, false);
  for (const letter of 'AVm1.')
    expect(own?.advance(letter.charCodeAt(0))).toBe(same?.advance(letter.charCodeAt(0)));
  expect(own?.kern(0x41, 0x56)).toBeCloseTo(same?.kern(0x41, 0x56) ?? 0);
  expect(
    createMeasure(theme, () => ({ status: 'missing' })).lines(phrasing('Some words'), 'body', 900, 'sm'),
  ).toBe(1);
});

test('a font file that cannot be read is a warning at its rule', async () => {
  for (const source of [
    'url("broken.woff2")',
    'url("none.woff2")',
    'url("https://example.org/a.woff2")',
    'local("House")',
  ]) {
    const css = `/* @theme house */ @import "recap"; @font-face { font-family: House; src: ${source} }`;
    const { problems } = await ownTheme(css);
    expect(problems.map(({ code }) => code)).toEqual(['theme/font']);
    expect(css.slice(problems[0]?.span.start).startsWith('@font-face')).toBe(true);
  }
});

import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createCache } from '../../src/cache.ts';
import { type Compiled, type CompileInput, compile } from '../../src/compile.ts';
import { newTheme } from '../../src/gallery/new-theme.ts';
import { withoutFont } from '../../src/render/index.ts';
import { builtInThemes, createTextWidth, readThemeFiles } from '../../src/theme/index.ts';

const house = `/* @theme house */
@import "lectern-base";
section {
  --body-font: "Radio Canada Big"; --heading-font: "Radio Canada Big"; --code-font: "Red Hat Mono";
  --title-tracking: -1px;
  FALLBACK
}`;
const fallback =
  '--body-font-fallback: "Commissioner", "Noto Sans CJK"; --code-font-fallback: "Source Code Pro";';

interface Options {
  readonly css?: string;
  readonly hints?: string;
  readonly cache?: CompileInput['cache'];
}

async function compiled(
  text: string,
  { css = house.replace('FALLBACK', fallback), hints, cache }: Options = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-fallbacks-'));
  await writeFile(join(folder, 'house.css'), css);
  const { value, diagnostics } = await compile({
    notes: { path: 'talk.md', text },
    hints: hints === undefined ? undefined : { path: 'talk.hints.yaml', text: hints },
    theme: { theme: './house.css', folder },
    themeFiles: readThemeFiles,
    pictures: () => ({ status: 'missing' }),
    folder,
    cache,
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value;
}

/** Text, titles, code: as they are measured, and as the deck's stylesheet has them. */
function fontsOf({ theme, deck }: Compiled) {
  const { body, title } = theme.bodySizes.sm;
  const measured = [body.family, title.family, JSON.parse(theme.tokens.get('--code-font') ?? '""')];
  const css = theme.stylesheets.at(-1)?.css ?? '';
  const inCss = (text: string, name: string) => new RegExp(`--${name}: "([^"]*)"`).exec(text)?.[1];
  const shown = ['body-font', 'heading-font', 'code-font'].map(
    (name) => inCss(deck.markdown, name) ?? inCss(css, name),
  );
  expect(shown).toEqual(measured);
  return measured;
}

const own = ['Radio Canada Big', 'Radio Canada Big', 'Red Hat Mono'];
const changed = ['Commissioner', 'Commissioner', 'Red Hat Mono'];

test.each([
  ['Greek', '# Ομιλία\n\n## Η πόλη\n\n- Η βιβλιοθήκη\n'],
  ['Vietnamese', '# Bài nói\n\n## Thư viện\n\n- Mở cửa ban đêm, tiếng Việt\n'],
  ['Russian', '# Доклад\n\n## Библиотека\n\n- Открыта ночью\n'],
  ['English with a Russian name in a title', '# A talk\n\n## Пушкин at night\n\n- Open\n'],
  [
    'English with a Greek letter in a remark for the presenter',
    '# A talk\n\n## Night\n\n- Open\n\n<!-- λόγος -->\n',
  ],
  [
    'a diagram with Russian words',
    '# A talk\n\n## Night\n\n```mermaid\nflowchart LR\n  a[Ночь] --> b\n```\n',
  ],
  ['letters with marks of their own', '# A talk\n\n## Night\n\n- Vie\u0323\u0302t\n'],
])('%s: the whole deck is set in the second font', async (_, text) => {
  const deck = await compiled(text);
  expect(fontsOf(deck)).toEqual(changed);
  const families = new Set(deck.theme.fonts.map(({ family }) => family));
  expect(families).toContain('Commissioner');
  expect(families).not.toContain('Radio Canada Big');
  expect(deck.theme.bodySizes.sm.title.tracking).toBe(0);
});

test.each([
  [
    'letters with marks',
    '# Présentation\n\n## Łódź, Čeština, İstanbul, Ærøskøbing\n\n- e\u0301t\u00e9, “œuvre”, Straße\n',
  ],
  ['a Greek letter in a formula', '# A talk\n\n## Night\n\n- Where $λ = \\text{Ω}$\n\n$$\nα + β\n$$\n'],
  ['symbols', '# A talk\n\n## Night → day\n\n- ✓ ≤ 5 µm, ∑ 𝛽, ℝ, 10 €\n'],
  ['Hebrew', '# הרצאה\n\n## ספרייה\n\n- פתוחה 24 hours\n'],
])('%s: the first font stays', async (_, text) => {
  const deck = await compiled(text);
  expect(fontsOf(deck)).toEqual(own);
  expect(deck.theme.style).toBeUndefined();
  expect(deck.theme.bodySizes.sm.title.tracking).toBe(-1);
});

test('which letters are missing is up to the font', async () => {
  const css = house.replace('FALLBACK', fallback).replaceAll('Radio Canada Big', 'Hanken Grotesk');
  expect(fontsOf(await compiled('# Bài nói\n\n## Thư viện\n', { css }))[0]).toBe('Hanken Grotesk');
  expect(fontsOf(await compiled('# Доклад\n\n## Библиотека\n', { css }))[0]).toBe('Commissioner');
});

test('a theme made from another names its second fonts beside its fonts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-fallbacks-'));
  const from = join(folder, 'house.css');
  await writeFile(from, house.replace('FALLBACK', fallback));
  const { value } = await newTheme({ name: 'acme', from });
  expect(value).toContain('--body-font-fallback: "Commissioner", "Noto Sans CJK";');
  await writeFile(from, house.replace('FALLBACK', ''));
  expect((await newTheme({ name: 'acme', from })).value).not.toMatch(/-fallback:|: ;/);
});

test('a Greek letter in code changes the font of code alone', async () => {
  const code = ['Radio Canada Big', 'Radio Canada Big', 'Source Code Pro'];
  expect(fontsOf(await compiled('# A talk\n\n## Night\n\n- Set `λ` to 2\n'))).toEqual(code);
  const block = await compiled('# A talk\n\n## Night\n\n```py\nπ = 3 # число\n```\n');
  expect(fontsOf(block)).toEqual(code);
  expect(block.theme.bodySizes.sm.title.tracking).toBe(-1);
});

test('words of the hints count', async () => {
  const text = '# A talk\n\n## Night\n\n- Open\n';
  expect(fontsOf(await compiled(text, { hints: 'deck: { footer: Москва }' }))).toEqual(changed);
  expect(fontsOf(await compiled(text, { hints: 'sections: { Night: { title: Νύχτα } }' }))).toEqual(changed);
});

test('what is measured is the font that is shown', async () => {
  const russian = await compiled('# Доклад\n\n## Библиотека\n\n- Открыта\n');
  const english = await compiled('# A talk\n\n## Night\n\n- Open\n');
  const width = (deck: Compiled) => createTextWidth(deck.theme)('Hamburgefonts', 30, 'normal');
  const advance = russian.theme.metrics('Commissioner', 400, false)?.advance(0x48) ?? 0;
  expect(createTextWidth(russian.theme)('H', 100, 'normal')).toBeCloseTo(advance * 100, 5);
  expect(width(russian)).not.toBeCloseTo(width(english), 1);
});

test('with one letter more all sections are measured again, in a build that keeps what it knows', async () => {
  const items = Array.from(
    { length: 7 },
    (_, at) => `- The library is open to ${'mimimi, '.repeat(2 * at + 5)}at night`,
  );
  const long = `## Night\n\n${items.join('\n')}\n`;
  const edited = `# A talk\n\n${long}\n## Пушкин\n\n- Open\n`;
  const cache = createCache();
  const cached = async (text: string) => {
    cache.nextBuild();
    return compiled(text, { cache });
  };
  const before = await cached(edited.replace('Пушкин', 'Pushkin'));
  const after = await cached(edited);
  const scratch = await compiled(edited);
  const fills = ({ plan }: Compiled) => plan.slides.map(({ fill }) => fill);
  expect(fills(after)).toEqual(fills(scratch));
  expect(fills(after)).not.toEqual(fills(before));
});

test('a theme that names no second font stays as it is', async () => {
  const deck = await compiled('# Доклад\n\n## Библиотека\n', { css: house.replace('FALLBACK', '') });
  expect(fontsOf(deck)).toEqual(own);
});

test('a second font goes with the font it was written for', async () => {
  const text = '# Доклад\n\n## Библиотека\n\n- Открыта\n';
  const fonts = async (hints: string) => fontsOf(await compiled(text, { hints }));
  expect(await fonts('deck: { tokens: { body-font: Hanken Grotesk } }')).toEqual([
    'Hanken Grotesk',
    'Commissioner',
    'Red Hat Mono',
  ]);
  expect(await fonts('deck: { tokens: { body-font-fallback: none } }')).toEqual(own);
  expect(await fonts('deck: { tokens: { body-font-fallback: "IBM Plex Sans" } }')).toEqual([
    'IBM Plex Sans',
    'IBM Plex Sans',
    'Red Hat Mono',
  ]);
});

test('headings may have a second font of their own', async () => {
  const css = house.replace('FALLBACK', `${fallback} --heading-font-fallback: "Source Serif 4";`);
  const deck = await compiled('# A talk\n\n## Night\n\n- Пушкин\n', { css });
  expect(fontsOf(deck)).toEqual(['Commissioner', 'Source Serif 4', 'Red Hat Mono']);
});

describe.each(await builtInThemes())('%s', (theme) => {
  test.each([
    ['Russian', 'Доклад о библиотеке'],
    ['Ukrainian', 'Ґанок, їжак, 200 ₴'],
    ['Kazakh', 'Қазақстан, әлем, таң'],
    ['Greek', 'Ομιλία'],
    ['Greek with all its accents', 'ἐν ἀρχῇ ἦν ὁ λόγος'],
    ['Vietnamese', 'Thư viện mở cửa ban đêm'],
    ['Esperanto', 'Ĉiu ŝanĝo ĵaŭde'],
    ['Azerbaijani', 'Əli və gecə'],
    ['Pinyin', 'nǐ hǎo, lǚ'],
    ['Hawaiian', 'ʻokina'],
    ['phonetic script', '/ˈlɛktən/, ʃ, ʒ'],
    ['money', '₹ 5, ₽ 5, ₿ 5, ₦ 5'],
  ])('has fonts for %s', async (_, text) => {
    const { value } = await compile({
      notes: { path: 'talk.md', text: `# Title\n\n## ${text}\n\n- ${text}\n` },
      theme: { theme, folder: '.' },
      themeFiles: readThemeFiles,
      pictures: () => ({ status: 'missing' }),
      folder: '.',
    });
    expect([...text].filter(withoutFont(value.deck, value.theme))).toEqual([]);
  });
});

const here = process.cwd();
afterEach(() => process.chdir(here));

/** The package as it would be installed where the user stands, with Latin letters of another font. */
async function installNoto(script: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-noto-'));
  const slug = `noto-sans-${script}`;
  const files = join(folder, 'node_modules/@fontsource', slug, 'files');
  await mkdir(files, { recursive: true });
  await writeFile(
    join(files, '../package.json'),
    JSON.stringify({ name: `@fontsource/${slug}`, version: '5.0.0' }),
  );
  await writeFile(
    join(files, '../unicode.json'),
    JSON.stringify({ '[0]': 'U+3040-30ff,U+4e00-9fff', latin: 'U+0000-00FF' }),
  );
  const sofia = dirname(createRequire(import.meta.url).resolve('@fontsource/sofia-sans/package.json'));
  for (const weight of [400, 700]) {
    const latin = join(sofia, `files/sofia-sans-latin-${weight}-normal.woff2`);
    await copyFile(latin, join(files, `${slug}-latin-${weight}-normal.woff2`));
  }
  process.chdir(folder);
}

const japanese = '# 図書館\n\n## 夜のとしょかん\n\n- 24 hours\n';

test('Japanese: Latin letters come from Noto Sans JP too, where it is installed', async () => {
  expect(fontsOf(await compiled(japanese))).toEqual(own);
  await installNoto('jp');
  const { theme, ...rest } = await compiled(japanese);
  expect(fontsOf({ theme, ...rest })).toEqual(['Noto Sans JP', 'Noto Sans JP', 'Red Hat Mono']);
  const files = theme.fonts.filter(({ family }) => family === 'Noto Sans JP').map(({ path }) => path);
  expect(files.map((path) => path.replace(/.*files\//, '')).sort()).toEqual([
    'noto-sans-jp-latin-400-normal.woff2',
    'noto-sans-jp-latin-700-normal.woff2',
  ]);
  expect(theme.metrics('Noto Sans JP', 400, false)?.advance(0x41)).toBeGreaterThan(0.4);
});

test('of several fonts the one with most of the letters', async () => {
  await installNoto('jp');
  expect(fontsOf(await compiled('# 図書館のほん\n\n## Β\n'))[0]).toBe('Noto Sans JP');
  expect(fontsOf(await compiled('# Βιβλιοθήκη\n\n## 図書館\n'))[0]).toBe('Commissioner');
});

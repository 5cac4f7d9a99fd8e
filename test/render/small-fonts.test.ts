import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sizeByKind } from '../../src/render/artifact.ts';
import { openSession, render, type Session } from '../../src/render/index.ts';
import { renderPages, wholeCss } from '../../src/render/pages.ts';
import type { Theme } from '../../src/theme/index.ts';
import { plainFont, themeWith, withLicenceBits } from './own-font.ts';
import { baseTheme, deckOf, temporaryFolder } from './talk.ts';

const folder = temporaryFolder();
const deck = deckOf([{ title: 'Whales', body: '- AVATAR, fluffy “waves” at 10–20 m\n- Tonnes' }]);

/** A licence bit that allows embedding. */
const editable = 8;

let own: Theme;
let cache: string;
beforeAll(async () => {
  own = await themeWith(withLicenceBits(plainFont(), editable));
});
beforeEach(() => {
  cache = join(temporaryFolder(), 'with space');
  vi.stubEnv('LECTERN_CACHE', cache);
});
afterEach(() => vi.unstubAllEnvs());

async function htmlOf(theme: Theme, of = deck): Promise<string> {
  const base = join(folder, crypto.randomUUID());
  await render(of, theme, { formats: ['html'], base, notesFolder: folder });
  return readFileSync(`${base}.html`, 'utf8');
}

/** The embedded fonts by their format. */
function fontsIn(html: string): { format: string; file: Buffer }[] {
  const rules = html.matchAll(/url\(data:font\/\w+;base64,([^)]+)\) format\("(\w+)"\)/g);
  return [...rules].map(([, data = '', format = '']) => ({ format, file: Buffer.from(data, 'base64') }));
}

const open = (file: Buffer): Font => create(file) as Font;
const entries = () => readdirSync(join(cache, 'fonts'));

describe('a font file of the user’s own', () => {
  const whole = open(withLicenceBits(plainFont(), editable));

  test('becomes a WOFF2 with the letters of the deck and what they need', async () => {
    const fonts = fontsIn(await htmlOf(own));
    expect(fonts.map(({ format }) => format)).not.toContain('truetype');
    const cut = fonts.map(({ file }) => open(file)).find(({ familyName }) => familyName === 'KaTeX_Main');
    if (!cut) throw new Error('the font is not there');
    for (const letter of 'AVTRflufy “”–,0129•') {
      const point = letter.codePointAt(0) ?? 0;
      expect(cut.hasGlyphForCodePoint(point), letter).toBe(whole.hasGlyphForCodePoint(point));
    }
    expect(cut.hasGlyphForCodePoint(0x393)).toBe(false);
    expect(whole.hasGlyphForCodePoint(0x393)).toBe(true);
    expect(cut.characterSet.length).toBeLessThan(whole.characterSet.length / 2);
  });

  test('keeps its metrics, its kerning, its names and its licence bits', async () => {
    const file = fontsIn(await htmlOf(own)).find((font) => open(font.file).familyName === 'KaTeX_Main')?.file;
    const cut = open(file ?? Buffer.alloc(0));
    const widths = (font: Font) => font.layout('AVATAR fluffy').positions.map(({ xAdvance }) => xAdvance);
    expect(widths(cut)).toEqual(widths(whole));
    for (const key of ['ascent', 'descent', 'unitsPerEm', 'familyName', 'italicAngle'] as const) {
      expect(cut[key]).toEqual(whole[key]);
    }
    expect(cut['OS/2']?.fsType).toEqual(whole['OS/2']?.fsType);
    expect(cut.name?.records).toMatchObject(licenceNames(whole));
  });

  test('stays whole where its licence bits forbid cutting', async () => {
    const font = withLicenceBits(plainFont(), 0x0100);
    const fonts = fontsIn(await htmlOf(await themeWith(font)));
    expect(fonts.find(({ format }) => format === 'truetype')?.file.equals(font)).toBe(true);
  });

  test('stays whole where a theme counts in letters', async () => {
    const theme = await themeWith(plainFont(), 'section ol { list-style: lower-greek; }');
    expect(fontsIn(await htmlOf(theme)).map(({ format }) => format)).toContain('truetype');
  });
});

function licenceNames(font: Font): Record<string, unknown> {
  const { copyright, license, licenseURL, trademark } = (font.name?.records ?? {}) as Record<string, unknown>;
  const all = Object.entries({ copyright, license, licenseURL, trademark });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

test('few and small fonts are embedded as they are', async () => {
  const theme = await baseTheme();
  const files = theme.fonts.map(({ path }) => readFileSync(path));
  const fonts = fontsIn(await htmlOf(theme));
  expect(fonts.length).toBeGreaterThan(1);
  expect(fonts.every(({ file }) => files.some((whole) => whole.equals(file)))).toBe(true);
});

test('large fonts get smaller by more than half; a printed page keeps them whole', async () => {
  const theme = await baseTheme();
  const text = '- Ωμέγα *кит* **плывёт** *китёнок* `кит` `ω`\n- ***łódź*** żółw `ź` *Ωμέγα*';
  const many = deckOf([{ title: 'Ёж κήτος', body: text }]);
  const css = wholeCss(await renderPages(many, theme, { pictures: { folder } }));
  const before = sizeByKind(`<style>${css}</style>`).fonts;
  expect(before).toBeGreaterThan(250_000);
  expect(sizeByKind(await htmlOf(theme, many)).fonts).toBeLessThan(before / 2);
});

describe('what was cut before', () => {
  test('is found again, with the same bytes', async () => {
    const first = await htmlOf(own);
    const times = () => entries().map((name) => statSync(join(cache, 'fonts', name)).mtimeMs);
    const made = times();
    expect(made.length).toBeGreaterThan(0);
    expect(await htmlOf(own)).toBe(first);
    expect(times()).toEqual(made);
  });

  test.each([
    ['cut short', (path: string) => truncateSync(path, 100)],
    ['emptied', (path: string) => truncateSync(path, 0)],
    ['overwritten', (path: string) => writeFileSync(path, 'no font, and long enough to hold a checksum')],
  ])('is made again when it was %s', async (_, damage) => {
    const first = await htmlOf(own);
    const contents = () => entries().map((name) => readFileSync(join(cache, 'fonts', name)));
    const whole = contents();
    for (const name of entries()) damage(join(cache, 'fonts', name));
    expect(await htmlOf(own)).toBe(first);
    expect(contents()).toEqual(whole);
  });

  test('is not needed: the cache may be no folder, or write-protected', async () => {
    const first = await htmlOf(own);
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    vi.stubEnv('LECTERN_CACHE', file);
    expect(await htmlOf(own)).toBe(first);
    const locked = join(temporaryFolder(), 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    vi.stubEnv('LECTERN_CACHE', locked);
    expect(await htmlOf(own)).toBe(first);
  });

  test('does not suffer from two builds at once', async () => {
    const [first, second] = await Promise.all([htmlOf(own), htmlOf(own)]);
    expect(second).toBe(first);
    expect(entries().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('goes after three months, when something else is made', async () => {
    await htmlOf(own);
    const old = entries();
    for (const name of old) utimesSync(join(cache, 'fonts', name), 1e9, 1e9);
    await htmlOf(own, deckOf([{ title: 'ÄÖÜ', body: '- ÄÖÜ' }]));
    expect(entries().filter((name) => old.includes(name))).toEqual([]);
    expect(entries().length).toBeGreaterThan(0);
  });
});

describe('in a browser', () => {
  let session: Session;
  beforeAll(async () => {
    vi.unstubAllEnvs();
    session = await openSession();
  });
  afterAll(() => session.close());

  test('every line is as wide and as high as with whole fonts', async () => {
    const text =
      'AVATAR fluffy “waves” at 10–20 m, e\u0301te\u0301 and *été*, **Tonnes** 1/2 ½\n- Γράμματα\n\n1. one\n2. two';
    const talk = deckOf([{ title: 'Ünïts', body: `- ${text}` }]);
    const css = wholeCss(await renderPages(talk, own, { pictures: { folder } }));
    const small = await htmlOf(own, talk);
    const wholeFonts = css.match(/@font-face\{[^}]*\}/g) ?? [];
    const isCut = small.match(/@font-face\{[^}]*\}/g) ?? [];
    expect(isCut).toHaveLength(wholeFonts.length);
    const large = isCut.reduce(
      (html, rule, index) => html.replace(rule, () => wholeFonts[index] ?? ''),
      small,
    );
    expect(large.length).toBeGreaterThan(small.length);
    expect(await boxes(session, small)).toEqual(await boxes(session, large));
  });
});

/** Every line of text: left, width and height in px. */
async function boxes(session: Session, html: string): Promise<readonly string[]> {
  return session.withPage(async (page) => {
    await page.setContent(html);
    return page.evaluate(async () => {
      await document.fonts.ready;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, width, height } of range.getClientRects()) {
          if (width > 0) found.push(`${node.textContent?.trim()} ${left} ${width} ${height}`);
        }
      }
      return found;
    });
  });
}

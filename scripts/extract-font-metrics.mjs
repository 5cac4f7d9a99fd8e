/**
 * Writes themes/fonts/*.json from the WOFF2 files of the @fontsource packages and of that folder:
 * what measuring needs of a face (advance widths, kerning), readable in a millisecond. Run it after
 * a font is updated: `node scripts/extract-font-metrics.mjs`. A test compares the two.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';

const require = createRequire(import.meta.url);
const out = new URL('../themes/fonts/', import.meta.url);

const families = [
  { family: 'Radio Canada Big', slug: 'radio-canada-big', weights: [400, 700], styles: ['normal', 'italic'] },
  { family: 'Hanken Grotesk', slug: 'hanken-grotesk', weights: [400, 700], styles: ['normal', 'italic'] },
  { family: 'Red Hat Mono', slug: 'red-hat-mono', weights: [500, 700], styles: ['normal', 'italic'] },
  { family: 'Commissioner', slug: 'commissioner', weights: [400, 700], styles: ['normal'] },
  { family: 'Source Sans 3', slug: 'source-sans-3', weights: [400, 600, 700], styles: ['normal', 'italic'] },
  {
    family: 'Source Serif 4',
    slug: 'source-serif-4',
    weights: [400, 600, 700],
    styles: ['normal', 'italic'],
  },
  { family: 'Source Code Pro', slug: 'source-code-pro', weights: [400, 600], styles: ['normal', 'italic'] },
  { family: 'IBM Plex Sans', slug: 'ibm-plex-sans', weights: [400, 600], styles: ['normal', 'italic'] },
  { family: 'IBM Plex Mono', slug: 'ibm-plex-mono', weights: [400, 600], styles: ['normal', 'italic'] },
  { family: 'STIX Two Text', slug: 'stix-two-text', weights: [400, 700], styles: ['normal', 'italic'] },
  { family: 'Sofia Sans', slug: 'sofia-sans', weights: [500, 800], styles: ['normal', 'italic'] },
  {
    family: 'Sofia Sans Extra Condensed',
    slug: 'sofia-sans-extra-condensed',
    weights: [800],
    styles: ['normal', 'italic'],
  },
];

/** Code points whose pairs are kerned, by subset; pairs in the others are rare. */
const kerned = { latin: [0x20, 0x2122], cyrillic: [0x400, 0x45f], greek: [0x384, 0x3ce] };

/** Made by `make-symbol-fonts.mjs`. */
const symbols = [
  { family: 'Lectern Symbols', slug: 'lectern-symbols', not: 'lectern-symbols-mono' },
  { family: 'Lectern Symbols Mono', slug: 'lectern-symbols-mono' },
];

mkdirSync(out, { recursive: true });
const index = {};
for (const { family, slug, weights, styles } of families) {
  const ranges = JSON.parse(readFileSync(require.resolve(`@fontsource/${slug}/unicode.json`), 'utf8'));
  const subsets = Object.fromEntries(Object.entries(ranges).map(([name, text]) => [name, parseRanges(text)]));
  const faces = weights.flatMap((weight) => styles.map((style) => `${weight}-${style}`));
  index[family] = { slug, subsets, faces };
  const pathOf = (name, face) => require.resolve(`@fontsource/${slug}/files/${slug}-${name}-${face}.woff2`);
  for (const face of faces) write(`${slug}-${face}.json`, extractFace(pathOf, face, subsets));
}
for (const { family, slug, not } of symbols) {
  const pathOf = (name, face) => fileURLToPath(new URL(`${slug}-${name}-${face}.woff2`, out));
  const names = subsetNames(slug, not);
  const subsets = Object.fromEntries(names.map((name) => [name, rangesOf(pathOf(name, '400-normal'))]));
  index[family] = { slug, files: 'here', subsets, faces: ['400-normal'] };
  write(`${slug}-400-normal.json`, extractFace(pathOf, '400-normal', subsets));
}
write('index.json', index);

function subsetNames(slug, not) {
  const files = readdirSync(out).filter((name) => name.endsWith('.woff2') && name.startsWith(`${slug}-`));
  const own = files.filter((name) => !(not && name.startsWith(not)));
  return own.map((name) => name.slice(slug.length + 1, -'-400-normal.woff2'.length));
}

function rangesOf(path) {
  const ranges = [];
  // The last entry of a character table, U+FFFF, is no character.
  const points = openSync(path).characterSet.filter((point) => point !== 0xffff);
  for (const point of points.sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

function write(name, value) {
  writeFileSync(new URL(name, out), `${JSON.stringify(value)}\n`);
  process.stdout.write(`${name}\n`);
}

function parseRanges(text) {
  return text.split(',').map((part) => {
    const [first, last = first] = part.replace('U+', '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

function extractFace(pathOf, face, subsets) {
  const read = {};
  let font;
  for (const [name, ranges] of Object.entries(subsets)) {
    font = openSync(pathOf(name, face));
    const inRange = (point) => ranges.some(([first, last]) => point >= first && point <= last);
    const points = font.characterSet.filter(inRange).sort((a, b) => a - b);
    const { unitsPerEm } = font;
    read[name] = {
      unitsPerEm,
      advances: advancesOf(font, points),
      kerning: kerningOf(font, points, kerned[name]),
    };
  }
  const { unitsPerEm, ascent, descent } = font;
  // Files cut from different fonts differ in it; one that is as the last needs not say so.
  for (const subset of Object.values(read)) if (subset.unitsPerEm === unitsPerEm) delete subset.unitsPerEm;
  return { unitsPerEm, ascent, descent: -descent, subsets: read };
}

/** `[first code point, [advance, …]]` for each run of code points without a gap. */
function advancesOf(font, points) {
  const runs = [];
  let next;
  for (const point of points) {
    if (point !== next) runs.push([point, []]);
    runs.at(-1)[1].push(font.glyphForCodePoint(point).advanceWidth);
    next = point + 1;
  }
  return runs;
}

/** What a pair is narrower or wider than its two letters, ligatures included, as classes and a matrix. */
function kerningOf(font, points, limits) {
  if (!limits || font.post.isFixedPitch) return undefined;
  const letters = points.filter((point) => point >= limits[0] && point <= limits[1]);
  const rows = letters.map((left) => letters.map((right) => kern(font, left, right)));
  const columns = letters.map((_, column) => rows.map((row) => row[column]));
  const left = classes(letters, rows);
  const right = classes(letters, columns);
  if (left.length === 0) return undefined;
  const values = left.map((l) => right.map((r) => rows[l.at][r.at]));
  return { left: left.map((l) => l.letters), right: right.map((r) => r.letters), values };
}

function classes(letters, vectors) {
  const found = new Map();
  vectors.forEach((vector, at) => {
    if (vector.every((value) => value === 0)) return;
    const key = vector.join();
    const known = found.get(key) ?? { at, letters: '' };
    found.set(key, { ...known, letters: known.letters + String.fromCodePoint(letters[at]) });
  });
  return [...found.values()];
}

function kern(font, left, right) {
  const pair = font.layout(String.fromCodePoint(left, right));
  const alone = [left, right].map((point) => font.glyphForCodePoint(point).advanceWidth);
  return pair.positions.reduce((sum, position) => sum + position.xAdvance, 0) - alone[0] - alone[1];
}

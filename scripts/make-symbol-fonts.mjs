/**
 * Writes themes/fonts/lectern-symbols*.woff2: arrows, mathematical signs, currencies, boxes and ticks, which
 * some of the bundled text fonts leave out. Cut from the full fonts, which are too large
 * to depend on; install them somewhere once and name the folder:
 *
 *   npm install --prefix FOLDER source-sans@3.52.0 source-code-pro@2.42.0 @fontsource/dejavu-sans@5.3.0 subset-font@2.9.0
 *   node scripts/make-symbol-fonts.mjs FOLDER && node scripts/extract-font-metrics.mjs
 *
 * Source Sans comes first because it matches the text; DejaVu Sans has what it lacks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { openSync } from 'fontkit';

const folder = process.argv[2];
if (!folder)
  throw new Error('name the folder with the full fonts: node scripts/make-symbol-fonts.mjs FOLDER');
const modules = join(resolve(folder), 'node_modules');
const subset = createRequire(join(modules, 'x.js'))('subset-font');
const out = new URL('../themes/fonts/', import.meta.url);

const sourceSans = join(modules, 'source-sans/WOFF2/TTF/SourceSans3-Regular.ttf.woff2');
const sourceCode = join(modules, 'source-code-pro/WOFF2/TTF/SourceCodePro-Regular.ttf.woff2');
const dejavu = join(modules, '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2');

/** Blocks of Unicode by the file they go into, so that a deck takes only what it uses. */
const blocks = {
  arrows: [
    [0x2190, 0x21ff],
    [0x27f0, 0x27ff],
    [0x2900, 0x297f],
    [0x2b00, 0x2bff],
  ],
  math: [
    [0x2200, 0x22ff],
    [0x27c0, 0x27ef],
    [0x2980, 0x2aff],
  ],
  currency: [[0x20a0, 0x20cf]],
  letterlike: [
    [0x2010, 0x209f],
    [0x2100, 0x218f],
    [0x2460, 0x24ff],
  ],
  technical: [[0x2300, 0x23ff]],
  shapes: [[0x2500, 0x25ff]],
  pictures: [[0x2600, 0x26ff]],
  dingbats: [[0x2700, 0x27bf]],
};
const everything = Object.values(blocks).flat();

/** What all bundled text fonts have already. */
const index = JSON.parse(readFileSync(new URL('index.json', out), 'utf8'));
const common = commonCharacters(Object.values(index).filter(({ files }) => files !== 'here'));
/** Ballot boxes: those of Source Sans cast shadows, and there is no crossed one. */
const boxes = [0x2610, 0x2611, 0x2612];
const text = charactersOf(sourceSans, everything).filter((point) => !boxes.includes(point));

await write('lectern-symbols-text', sourceSans, text);
await write('lectern-symbols-mono-all', sourceCode, charactersOf(sourceCode, everything));
for (const [name, ranges] of Object.entries(blocks)) {
  const others = charactersOf(dejavu, ranges).filter((point) => !text.includes(point));
  await write(`lectern-symbols-${name}`, dejavu, others);
}

function commonCharacters(families) {
  const require = createRequire(import.meta.url);
  const sets = families.map(({ slug, faces: [face] }) => {
    const points = Object.keys(JSON.parse(readFileSync(require.resolve(`@fontsource/${slug}/unicode.json`))));
    return new Set(
      points.flatMap(
        (name) =>
          openSync(require.resolve(`@fontsource/${slug}/files/${slug}-${name}-${face}.woff2`)).characterSet,
      ),
    );
  });
  return (point) => sets.every((set) => set.has(point));
}

function charactersOf(path, ranges) {
  const inside = (point) => ranges.some(([first, last]) => point >= first && point <= last);
  const isInvisible = (point) => /[\p{Z}\p{C}]/u.test(String.fromCodePoint(point));
  return openSync(path).characterSet.filter(
    (point) => inside(point) && !isInvisible(point) && !common(point),
  );
}

async function write(name, path, points) {
  const sfnt = await subset(readFileSync(path), String.fromCodePoint(...points), {
    targetFormat: 'truetype',
    noHinting: true,
  });
  const file = await subset(renamed(sfnt), String.fromCodePoint(...points), { targetFormat: 'woff2' });
  writeFileSync(new URL(`${name}-400-normal.woff2`, out), file);
  process.stdout.write(`${name}: ${points.length} characters, ${file.length} bytes\n`);
}

/**
 * The licence keeps the name “Source” for the unchanged fonts, and in a PDF a font that is called as one of the machine's
 * looks as if it came from there. New names of the same length keep the table whole.
 */
function renamed(sfnt) {
  const names = {
    'Source Sans 3': 'Lectern Signs',
    SourceSans3: 'LecternSign',
    'Source Code Pro': 'Lectern Symbols',
    SourceCodePro: 'LecternSymbol',
    'DejaVu Sans': 'Lectern Ink',
    DejaVuSans: 'LecternInk',
  };
  const file = Buffer.from(sfnt);
  for (const [from, to] of Object.entries(names)) {
    for (const encode of [utf16, (string) => Buffer.from(string, 'latin1')])
      replaceAll(file, encode(from), encode(to));
  }
  return file;
}

function utf16(string) {
  return Buffer.from(string, 'utf16le').swap16();
}

function replaceAll(file, from, to) {
  for (let at = file.indexOf(from); at >= 0; at = file.indexOf(from, at + 1)) to.copy(file, at);
}

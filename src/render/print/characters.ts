import {
  decodePDFRawStream,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { formatToUnicode, parseToUnicode } from '../../to-unicode.ts';

const maps = new WeakMap<PDFObject, ReadonlyMap<number, string>>();

/** The characters that the lines of a text object draw: codes in hexadecimal digits, by the fonts' ToUnicode maps. */
export function charactersOf(lines: readonly string[], resources: PDFDict | undefined): string {
  const fonts = resources?.lookup(PDFName.of('Font'));
  let text = '';
  let font: PDFDict | undefined;
  for (const line of lines) {
    font = fontIn(line, fonts) ?? font;
    if (!font) continue;
    const map = mapOf(font);
    for (const code of codesIn(line, font)) text += map.get(code) ?? '';
  }
  return text;
}

/** The font that a line sets; undefined for a line that sets none. */
function fontIn(line: string, fonts: PDFObject | undefined): PDFDict | undefined {
  const name = /\/(\S+) [\d.-]+ Tf\s*$/.exec(line)?.[1];
  const found = name && fonts instanceof PDFDict ? fonts.lookup(PDFName.of(name)) : undefined;
  return found instanceof PDFDict ? found : undefined;
}

/** The codes that a line shows. */
function codesIn(line: string, font: PDFDict): readonly number[] {
  if (!/T[jJ]\s*$/.test(line)) return [];
  const width = codeDigits(font);
  return [...line.matchAll(/<([\da-fA-F]+)>/g)].flatMap(([, digits = '']) =>
    Array.from({ length: Math.ceil(digits.length / width) }, (_, at) =>
      Number.parseInt(digits.slice(at * width, (at + 1) * width), 16),
    ),
  );
}

/** Hexadecimal digits of a code. */
function codeDigits(font: PDFDict): 2 | 4 {
  return font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0') ? 4 : 2;
}

/**
 * Characters that some fonts draw with the glyph of another, by that one: Source Serif 4 has one for ‘ and ʻ. Chromium
 * names such a glyph by the lower of the two, whichever stands on the page.
 */
const twins: ReadonlyMap<string, string> = new Map([
  ['\u02bb', '\u2018'],
  ['\u02bc', '\u2019'],
  ['\u2044', '\u2215'],
  ['\u00b5', '\u03bc'],
  ['\u03a9', '\u2126'],
  ['\u0394', '\u2206'],
  ['\u03c6', '\u03d5'],
]);

/** Names glyphs by the characters that the page has, where the font draws those with the same ones. */
export function nameCharacters(pdf: PDFDocument, drawn: ReadonlySet<string>): void {
  const wrong = [...twins].filter(([lower, other]) => !drawn.has(lower) && drawn.has(other));
  if (wrong.length === 0) return;
  const right = new Map(wrong);
  for (const font of fontsOf(pdf)) {
    const map = mapOf(font);
    if (![...map.values()].some((text) => right.has(text))) continue;
    rename(pdf, font, new Map([...map].map(([code, text]) => [code, right.get(text) ?? text])));
  }
}

/** The operators of a stream, a line each, with the fonts it names. */
export interface TextStream {
  readonly lines: readonly string[];
  readonly resources: PDFDict | undefined;
}

/** Stands for a glyph of which nothing says what it is. */
const unknown = '\ufffd';
/** Stands for a glyph beside others that have the whole text. */
const nothing = '\u200b';

/**
 * A letter that its font composes of others (ȳ of y and a macron, Ŀ of L and a dot) is drawn by glyphs that belong to no
 * character, and Chromium names them by 0, which PDF/UA-1 rules out (7.21.7). It says of all of them together what they stand for:
 * each is named by its share of that.
 */
export function nameComposed(pdf: PDFDocument, texts: () => readonly TextStream[]): void {
  const unnamed = fontsOf(pdf).filter((font) => [...mapOf(font).values()].includes('\0'));
  if (unnamed.length === 0) return;
  const named = new Map(unnamed.map((font) => [font, new Map(mapOf(font))]));
  for (const { lines, resources } of texts()) {
    for (const { text, glyphs } of composedTexts(lines, resources)) nameShares(text, glyphs, named);
  }
  for (const [font, map] of named) {
    for (const [code, text] of map) if (text === '\0') map.set(code, unknown);
    rename(pdf, font, map);
  }
}

interface ShownCode {
  readonly font: PDFDict;
  readonly code: number;
}

/** Pieces of text whose characters are written beside them (ISO 32000-1, 14.9.4), with the glyphs that draw them. */
function composedTexts(lines: readonly string[], resources: PDFDict | undefined) {
  const fonts = resources?.lookup(PDFName.of('Font'));
  const found: { readonly text: string; readonly glyphs: ShownCode[] }[] = [];
  let font: PDFDict | undefined;
  let open: (typeof found)[number] | undefined;
  for (const line of lines) {
    const written = /\/ActualText\s*<feff([\da-f]+)>/i.exec(line)?.[1];
    if (written !== undefined) {
      open = { text: Buffer.from(written, 'hex').swap16().toString('utf16le'), glyphs: [] };
      found.push(open);
    } else if (/^\s*EMC\s*$/.test(line)) open = undefined;
    font = fontIn(line, fonts) ?? font;
    if (open && font) for (const code of codesIn(line, font)) open.glyphs.push({ font, code });
  }
  return found;
}

function nameShares(
  text: string,
  glyphs: readonly ShownCode[],
  named: ReadonlyMap<PDFDict, Map<number, string>>,
): void {
  const nameOf = ({ font, code }: ShownCode): string | undefined =>
    (named.get(font) ?? mapOf(font)).get(code);
  let left = text.normalize('NFKD');
  for (const glyph of glyphs) {
    const own = nameOf(glyph)?.normalize('NFKD') ?? '\0';
    if (own !== '\0') left = left.replace(own, '');
  }
  const rest = [...left];
  const nameless = glyphs.filter((glyph) => nameOf(glyph) === '\0');
  nameless.forEach(({ font, code }, at) => {
    const share = at === nameless.length - 1 ? rest.slice(at).join('') : rest[at];
    named.get(font)?.set(code, share || nothing);
  });
}

function fontsOf(pdf: PDFDocument): readonly PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFDict && one.has(PDFName.of('ToUnicode')) ? [one] : []));
}

function rename(pdf: PDFDocument, font: PDFDict, named: ReadonlyMap<number, string>): void {
  const stream = pdf.context.flateStream(formatToUnicode(named, codeDigits(font)));
  font.set(PDFName.of('ToUnicode'), pdf.context.register(stream));
  maps.set(font, named);
}

function mapOf(font: PDFDict): ReadonlyMap<number, string> {
  const known = maps.get(font);
  if (known) return known;
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const map =
    stream instanceof PDFRawStream
      ? parseToUnicode(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
      : new Map<number, string>();
  maps.set(font, map);
  return map;
}

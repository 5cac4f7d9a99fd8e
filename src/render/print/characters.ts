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
    const name = /\/(\S+) [\d.-]+ Tf\s*$/.exec(line)?.[1];
    if (name && fonts instanceof PDFDict) {
      const found = fonts.lookup(PDFName.of(name));
      font = found instanceof PDFDict ? found : undefined;
    }
    if (!font || !/T[jJ]\s*$/.test(line)) continue;
    const map = mapOf(font);
    const width = font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0') ? 4 : 2;
    for (const [, digits = ''] of line.matchAll(/<([\da-fA-F]+)>/g)) {
      for (let at = 0; at < digits.length; at += width) {
        text += map.get(Number.parseInt(digits.slice(at, at + width), 16)) ?? '';
      }
    }
  }
  return text;
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
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || !font.has(PDFName.of('ToUnicode'))) continue;
    const map = mapOf(font);
    if (![...map.values()].some((text) => right.has(text))) continue;
    const named = new Map([...map].map(([code, text]) => [code, right.get(text) ?? text]));
    const digits = font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0') ? 4 : 2;
    font.set(
      PDFName.of('ToUnicode'),
      pdf.context.register(pdf.context.flateStream(formatToUnicode(named, digits))),
    );
    maps.set(font, named);
  }
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

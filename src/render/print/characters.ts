import { decodePDFRawStream, PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { parseToUnicode } from '../../to-unicode.ts';

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

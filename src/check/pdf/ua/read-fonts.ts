import { PDFArray, PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { parseToUnicode } from '../../../to-unicode.ts';
import { dictOf, numberOf, streamText, wordOf } from './pdf-values.ts';
import type { UaCidFont, UaCmap, UaFont } from './ua-file.ts';

export interface FontReader {
  /** Of the codes that a stream draws in a font, in hexadecimal digits: how many stand for no character, and for no glyph. */
  draw(
    font: PDFDict | undefined,
    codes: Iterable<string>,
  ): { readonly unmapped: number; readonly notdef: number };
  /** The fonts that text was drawn in. */
  used(): readonly UaFont[];
}

/** Encodings that say what their codes stand for. */
const known = new Set(['MacRomanEncoding', 'MacExpertEncoding', 'WinAnsiEncoding']);

export function createFontReader(): FontReader {
  const fonts = new Map<PDFDict, { readonly font: UaFont; readonly map: ReadonlyMap<number, string> }>();
  const read = (dict: PDFDict) => {
    const cached = fonts.get(dict);
    if (cached) return cached;
    const stream = dict.lookup(PDFName.of('ToUnicode'));
    const map = stream instanceof PDFStream ? parseToUnicode(streamText(stream)) : new Map<number, string>();
    const made = { font: readFont(dict, [...map.values()]), map };
    fonts.set(dict, made);
    return made;
  };
  return {
    draw(dict, codes) {
      if (!dict) return { unmapped: 0, notdef: 0 };
      const { font, map } = read(dict);
      const digits = font.subtype === 'Type0' ? 4 : 2;
      const isClear =
        !font.hasToUnicode && (known.has(font.encoding ?? '') || known.has(font.baseEncoding ?? ''));
      let [unmapped, notdef] = [0, 0];
      for (const text of codes) {
        for (let at = 0; at + digits <= text.length; at += digits) {
          const code = Number.parseInt(text.slice(at, at + digits), 16);
          if (!isClear && !map.has(code)) unmapped += 1;
          if (digits === 4 && code === 0) notdef += 1;
        }
      }
      return { unmapped, notdef };
    },
    used: () => [...fonts.values()].map(({ font }) => font),
  };
}

function readFont(dict: PDFDict, unicode: readonly string[]): UaFont {
  const descendants = dict.lookup(PDFName.of('DescendantFonts'));
  const inner = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  const cid = inner instanceof PDFDict ? inner : undefined;
  const descriptor = dictOf(cid ?? dict, 'FontDescriptor');
  const subtype = wordOf(dict, 'Subtype') ?? '';
  const encoding = dict.lookup(PDFName.of('Encoding'));
  const encodingDict = encoding instanceof PDFDict ? encoding : undefined;
  const differences = encodingDict?.lookup(PDFName.of('Differences'));
  const [named, base] = [wordOf(dict, 'Encoding'), wordOf(encodingDict, 'BaseEncoding')];
  return {
    name: (wordOf(dict, 'BaseFont') ?? wordOf(dict, 'Name') ?? '').replace(/^[A-Z]{6}\+/, ''),
    subtype,
    // One of type 3 is drawings (ISO 32000-1, 9.6.5).
    isEmbedded:
      subtype === 'Type3' ||
      ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key))),
    isSymbolic: ((numberOf(descriptor, 'Flags') ?? 0) & 0b100) !== 0,
    hasToUnicode: dict.has(PDFName.of('ToUnicode')),
    unicode,
    ...(named !== undefined && { encoding: named }),
    ...(base !== undefined && { baseEncoding: base }),
    hasEncodingDict: encodingDict !== undefined,
    differences:
      differences instanceof PDFArray
        ? differences.asArray().flatMap((one) => (one instanceof PDFName ? [one.decodeText()] : []))
        : [],
    ...(cid && { cid: readCid(cid, encoding instanceof PDFStream ? encoding : undefined) }),
  };
}

function readCid(dict: PDFDict, encoding: PDFStream | undefined): UaCidFont {
  const toGid = dict.lookup(PDFName.of('CIDToGIDMap'));
  const isIdentity = toGid instanceof PDFName && toGid.decodeText() === 'Identity';
  return {
    subtype: wordOf(dict, 'Subtype') ?? '',
    toGid:
      toGid === undefined
        ? 'none'
        : toGid instanceof PDFStream
          ? 'stream'
          : isIdentity
            ? 'identity'
            : 'other',
    ...systemOf(dict),
    ...(encoding && { cmap: readCmap(encoding) }),
  };
}

function systemOf(dict: PDFDict): Pick<UaCidFont, 'registry' | 'ordering' | 'supplement'> {
  const system = dictOf(dict, 'CIDSystemInfo');
  return {
    registry: wordOf(system, 'Registry') ?? '',
    ordering: wordOf(system, 'Ordering') ?? '',
    supplement: numberOf(system, 'Supplement') ?? 0,
  };
}

function readCmap(stream: PDFStream): UaCmap {
  const uses = wordOf(stream.dict, 'UseCMap');
  return {
    ...systemOf(stream.dict),
    writingMode: numberOf(stream.dict, 'WMode') ?? 0,
    writingModeInside: Number(/\/WMode\s+(\d)/.exec(streamText(stream))?.[1] ?? 0),
    ...(uses !== undefined && { uses }),
  };
}

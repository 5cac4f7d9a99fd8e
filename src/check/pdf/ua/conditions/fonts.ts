// Checkpoints 10 and 31: fonts, as their dictionaries describe them. What only the font programs can say is left to
// other checkers: 31-011 to 31-018, 31-025 and 31-026.
import type { UaCmap, UaFile, UaFont } from '../ua-file.ts';
import type { Condition, Fault } from './condition.ts';

export const fontConditions: readonly Condition[] = [
  {
    id: '10-001',
    isOfSigns: true,
    says: 'a sign stands for no character',
    find: ({ pages }) =>
      pages.flatMap(({ streams }, page) => (streams.some(({ unmapped }) => unmapped > 0) ? [{ page }] : [])),
  },
  {
    id: '31-001',
    says: 'a font and its map are of two registries',
    find: (file) => mapped(file, (cid, cmap) => cid.registry !== cmap.registry),
  },
  {
    id: '31-002',
    says: 'a font and its map are of two orderings',
    find: (file) => mapped(file, (cid, cmap) => cid.ordering !== cmap.ordering),
  },
  {
    id: '31-003',
    says: 'a font has fewer characters than its map',
    find: (file) => mapped(file, (cid, cmap) => cid.supplement < cmap.supplement),
  },
  {
    id: '31-004',
    says: 'a font maps its characters to glyphs in a way that is not known',
    find: (file) => fonts(file, ({ cid }) => cid?.subtype === 'CIDFontType2' && cid.toGid === 'other'),
  },
  {
    id: '31-005',
    says: 'a font does not map its characters to glyphs',
    find: (file) => fonts(file, ({ cid }) => cid?.subtype === 'CIDFontType2' && cid.toGid === 'none'),
  },
  {
    id: '31-006',
    says: 'the map of a font is not in the file',
    find: (file) =>
      fonts(
        file,
        ({ subtype, encoding }) => subtype === 'Type0' && encoding !== undefined && !isPredefined(encoding),
      ),
  },
  {
    id: '31-007',
    says: 'the map of a font says two directions of writing',
    find: (file) => mapped(file, (_, cmap) => cmap.writingMode !== cmap.writingModeInside),
  },
  {
    id: '31-008',
    says: 'the map of a font needs one that is not in the file',
    find: (file) => mapped(file, (_, { uses }) => uses !== undefined && !isPredefined(uses)),
  },
  {
    id: '31-009',
    says: 'a font is not in the file',
    code: 'check/glyph',
    find: (file) => fonts(file, ({ isEmbedded }) => !isEmbedded),
  },
  {
    id: '31-019',
    says: 'a font does not say what its codes are',
    find: (file) =>
      plain(file, ({ encoding, hasEncodingDict }) => encoding === undefined && !hasEncodingDict),
  },
  {
    id: '31-020',
    says: 'a font says what differs, and not from what',
    find: (file) =>
      plain(file, ({ hasEncodingDict, baseEncoding }) => hasEncodingDict && baseEncoding === undefined),
  },
  {
    id: '31-021',
    says: 'the codes of a font are not those of Windows or of the Macintosh',
    find: (file) =>
      plain(file, ({ encoding, baseEncoding }) => {
        const named = encoding ?? baseEncoding;
        return named !== undefined && named !== 'MacRomanEncoding' && named !== 'WinAnsiEncoding';
      }),
  },
  {
    id: '31-022',
    says: 'a font has a glyph whose name is not known',
    find: (file) => plain(file, ({ differences }) => differences.some((glyph) => !isGlyphName(glyph))),
  },
  {
    id: '31-024',
    says: 'a font of symbols says what its codes are',
    find: (file) =>
      fonts(
        file,
        ({ subtype, isSymbolic, encoding, hasEncodingDict }) =>
          subtype === 'TrueType' && isSymbolic && (encoding !== undefined || hasEncodingDict),
      ),
  },
  {
    id: '31-027',
    says: 'a font does not say what characters its codes are',
    find: (file) =>
      fonts(
        file,
        ({ hasToUnicode, encoding, baseEncoding, differences, subtype }) =>
          !hasToUnicode &&
          !encodings.has(encoding ?? baseEncoding ?? '') &&
          !(
            (subtype === 'Type1' || subtype === 'Type3') &&
            differences.length > 0 &&
            differences.every(isGlyphName)
          ),
      ),
  },
  {
    id: '31-028',
    says: 'a font maps a code to the character 0',
    find: (file) => fonts(file, ({ unicode }) => unicode.some((text) => text.includes('\u0000'))),
  },
  {
    id: '31-029',
    says: 'a font maps a code to a mark of the order of bytes',
    find: (file) => fonts(file, ({ unicode }) => unicode.some((text) => /[\ufeff\ufffe]/.test(text))),
  },
  {
    id: '31-030',
    isOfSigns: true,
    says: 'a sign is drawn as a box: no font has it',
    find: ({ pages }) =>
      pages.flatMap(({ streams }, page) => (streams.some(({ notdef }) => notdef > 0) ? [{ page }] : [])),
  },
];

const encodings = new Set(['MacRomanEncoding', 'MacExpertEncoding', 'WinAnsiEncoding']);

/** Names of the form of ISO 32000-1, table 118, of which Chromium writes the first two alone. */
function isPredefined(name: string): boolean {
  return /^(?:Identity-[HV]|(?:GB|GBpc|GBK|GBKp|GBK2K|UniGB|B5pc|HKscs|ETen|ETenms|CNS|UniCNS|83pv|90ms|90msp|90pv|Add|EUC|Ext|UniJIS|KSC|KSCms|KSCpc|UniKS)-[\w-]*[HV]|[HV])$/.test(
    name,
  );
}

/** Names as the Adobe Glyph List makes them: of letters and digits, `uni0041`, `u1F600`. */
function isGlyphName(name: string): boolean {
  return (
    /^(?:\.notdef|uni(?:[\dA-F]{4})+|u[\dA-F]{4,6}|[A-Za-z][A-Za-z]*\d{0,5}(?:\.\w+)?)$/.test(name) &&
    !/^g\d+$/.test(name)
  );
}

function fonts(file: UaFile, isWrong: (font: UaFont) => boolean): readonly Fault[] {
  return file.fonts.filter(isWrong).map(({ name }) => ({ what: name }));
}

/** TrueType fonts of letters, one byte a code. */
function plain(file: UaFile, isWrong: (font: UaFont) => boolean): readonly Fault[] {
  return fonts(file, (font) => font.subtype === 'TrueType' && !font.isSymbolic && isWrong(font));
}

function mapped(
  file: UaFile,
  isWrong: (cid: NonNullable<UaFont['cid']>, cmap: UaCmap) => boolean,
): readonly Fault[] {
  return fonts(file, ({ cid }) => cid?.cmap !== undefined && isWrong(cid, cid.cmap));
}

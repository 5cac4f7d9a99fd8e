// A font by the path of its file: the files of the same family that lie beside it come along.
import { readdirSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { Font } from 'fontkit';
import { type Diagnostic, limits } from '../../diagnostics/index.ts';
import { isBeside, isOutside, readUserFile } from '../../user-file.ts';
import type { FontFace, FontLibrary } from '../fonts.ts';
import { everything, fontLibrary, openFont } from '../own-fonts.ts';
import { fontEndings, type WrittenToken } from './token-values.ts';

export interface ReadFontFiles {
  readonly fonts: FontLibrary;
  /** The family by what was written. */
  readonly families: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that is none, or that must not be embedded, is a `theme/font` error. */
export function readFontFiles(written: readonly WrittenToken[]): ReadFontFiles {
  const faces = new Map<string, FontFace>();
  const opened = new Map<string, Font>();
  const families = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const token of written) {
    const path = resolve(token.folder, token.value);
    if (token.within !== undefined && isOutside(path, token.within)) {
      diagnostics.push(outsideOf(token));
      continue;
    }
    const font = openFont(path, token.within);
    const help = font ? refusal(font) : notRead(path);
    if (!font || help) diagnostics.push(problem(token, help ?? ''));
    else {
      const family = familyOf(font);
      families.set(token.value, family);
      for (const [file, face] of familyFiles(path, family, token.within)) {
        opened.set(file, face);
        faces.set(file, { ...faceOf(file, face, family), within: token.within });
      }
    }
  }
  return { fonts: fontLibrary([...faces.values()], opened), families, diagnostics };
}

/** The name that keeps all weights of a family together comes first (ids 16 and 1 of the name table). */
function familyOf({ name, familyName }: Font): string {
  const preferred = Object.values(name?.records?.preferredFamily ?? {})[0];
  const written = (preferred ?? familyName ?? '').replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  return written.slice(0, longestName) || 'Font of the deck';
}

/** Far more characters than a name has: it is shown in messages and stands in every rule. */
const longestName = 200;

/** A neighbour that is a link into another folder does not come along. */
function familyFiles(path: string, family: string, within?: string): (readonly [string, Font])[] {
  const folder = dirname(path);
  const beside = readdirSync(folder).filter((name) => fontEndings.has(extname(name).toLowerCase()));
  const others = beside.map((name) => join(folder, name)).filter((file) => file !== path);
  const all = [path, ...others.slice(0, mostFiles)].flatMap((file) => {
    const font = isBeside(file, path) ? openFont(file, within) : undefined;
    return font && familyOf(font) === family && !refusal(font) ? [[file, font] as const] : [];
  });
  // One file for a weight and slope: that of another format is the same once more.
  const seen = new Map(all.reverse().map((entry) => [weightAndSlope(entry[1]), entry] as const));
  return [...seen.values()];
}

/** So that a folder of a thousand fonts is not read for one. */
const mostFiles = 40;

function weightAndSlope(font: Font): string {
  return `${font['OS/2']?.usWeightClass ?? 400} ${font.italicAngle !== 0}`;
}

function faceOf(path: string, font: Font, family: string): FontFace {
  const axis = font.variationAxes?.wght;
  return {
    family,
    weight: font['OS/2']?.usWeightClass ?? 400,
    italic: font.italicAngle !== 0,
    path,
    ranges: [everything],
    ...(axis && { heaviest: axis.max }),
  };
}

/** The licence as the file itself says it: OpenType `OS/2.fsType`. */
function refusal(font: Font): string | undefined {
  const fsType = font['OS/2']?.fsType;
  if (fsType?.noEmbedding) return 'its licence bits forbid embedding; ask its maker for a web licence';
  return fsType?.bitmapOnly
    ? 'its licence bits allow bitmaps only; ask its maker for a web licence'
    : undefined;
}

function notRead(path: string): string {
  const file = readUserFile(path, { limit: limits.fontBytes });
  if (!(file instanceof Uint8Array))
    return file.kind === 'missing' ? `there is no file ${path}` : `${file.reason}; ${file.help}`;
  const isCollection = file.subarray(0, 4).toString('latin1') === 'ttcf';
  const what = isCollection ? 'it is a collection of fonts' : 'it is no font';
  return `${what}; name a WOFF2, WOFF, TTF or OTF file with one font`;
}

function outsideOf({ value, span }: WrittenToken): Diagnostic {
  return {
    code: 'theme/outside',
    severity: 'error',
    message: `the font file \`${value}\` lies outside the folder of the notes, whose front matter names it`,
    span,
    help: 'copy it there, or name it in a hints file',
  };
}

function problem({ value, span }: WrittenToken, help: string): Diagnostic {
  const message = `the font file \`${value}\` cannot be used`;
  return { code: 'theme/font', severity: 'error', message, span, help };
}

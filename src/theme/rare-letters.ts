// Letters that the text fonts of a deck lack, all fallbacks tried: one word in phonetic script, ſ in a quotation. They
// are drawn by fonts that come along, behind every family, so that they look the same on every machine.
import { bundledFonts } from './bundled-fonts.ts';
import { type FontFace, spareFamilies, symbolFont } from './fonts.ts';
import { behindAllFonts } from './script-fonts.ts';
import { familyName } from './text-styles.ts';
import type { Theme } from './theme.ts';

const weights = [400, 700];

/** Faces with just these letters of a text; none for a letter that no font has, or that `isElsewhere` draws. */
export function rareLetterFaces(
  text: string,
  theme: Theme,
  isElsewhere: (codePoint: number) => boolean,
): readonly FontFace[] {
  const rare = [...lettersOf(text)].filter((letter) => !isElsewhere(letter) && isLacking(letter, theme));
  if (rare.length === 0) return [];
  const library = bundledFonts();
  const familyOf = (letter: number): string | undefined =>
    spareFamilies.find((family) => library.metrics(family, 400, false)?.advance(letter) !== undefined);
  return spareFamilies.flatMap((family) => {
    const own = rare.filter((letter) => familyOf(letter) === family);
    if (own.length === 0) return [];
    const faces = library.faces(family).filter((face) => !face.italic && weights.includes(face.weight));
    return faces.flatMap((face) => {
      const ranges = own.filter((letter) => covers(face, letter)).map((letter) => [letter, letter] as const);
      return ranges.length > 0 ? [{ ...face, family: behindAllFonts, ranges }] : [];
    });
  });
}

/** Letters, digits and signs beyond ASCII, as they are and with their marks as one character. */
function lettersOf(text: string): ReadonlySet<number> {
  const letters = new Set<number>();
  if (!/[^\0-\x7f]/.test(text)) return letters;
  for (const [run] of text.normalize('NFC').matchAll(/[^\0-\x7f]+/g)) {
    for (const character of run) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (!letters.has(codePoint) && !/[\p{C}\p{Z}\p{M}]/u.test(character)) letters.add(codePoint);
    }
  }
  return letters;
}

/** Of a font without metrics nothing is known. */
function isLacking(letter: number, { tokens, metrics }: Theme): boolean {
  if (metrics(symbolFont, 400, false)?.advance(letter) !== undefined) return false;
  return ['--body-font', '--heading-font'].some((token) => {
    const own = metrics(familyName(tokens.get(token) ?? ''), 400, false);
    return own !== undefined && own.advance(letter) === undefined;
  });
}

function covers({ ranges }: FontFace, letter: number): boolean {
  return ranges.some(([first, last]) => first <= letter && letter <= last);
}

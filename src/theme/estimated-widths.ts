import type { FaceMetrics } from './fonts.ts';

/**
 * Width in em of a character that no file of the theme has. Some other font draws it, so this
 * is on the wide side; the widest characters of common fonts of a script are near it.
 */
export function safeWidth(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  for (const { matches, width } of scripts) if (matches.test(character)) return width;
  return 0.8;
}

/** Width of a picture that stands for an emoji, its margins included (Marp's own style), em. */
export const emojiWidth = 1.15;

const scripts: readonly { readonly matches: RegExp; readonly width: number }[] = [
  { matches: /[\p{M}\p{Cf}\p{Cc}]/u, width: 0 },
  { matches: /[\uff61-\uffdc\uffe8-\uffee]/, width: 0.5 },
  {
    matches: /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/,
    width: 1,
  },
  { matches: /[\u{20000}-\u{3fffd}]/u, width: 1 },
  { matches: /\p{Emoji_Presentation}/u, width: emojiWidth },
  { matches: /[\p{Script=Arabic}\p{Script=Hebrew}]/u, width: 0.65 },
  { matches: /[\p{Script=Thai}\p{Script=Lao}\p{Script=Cyrillic}\p{Script=Greek}]/u, width: 0.7 },
  { matches: /[\u2000-\u200a\u202f\u205f]/, width: 0.5 },
  { matches: /\p{Script=Latin}/u, width: 0.65 },
  { matches: /[\p{S}\p{No}]/u, width: 1 },
];

/** A font of which nothing is known: wider than most, so that nothing is cut off. */
export const estimatedFace: FaceMetrics = {
  ascent: 1,
  descent: 0.3,
  advance: (codePoint) => {
    const character = String.fromCodePoint(codePoint);
    if (codePoint === 0x20 || codePoint === 0xa0) return 0.3;
    if (/[iIjl.,:;'|!()[\]ftr]/.test(character)) return 0.42;
    if (/[mwMW@%—]/.test(character)) return 1;
    if (/\p{Lu}/u.test(character)) return 0.78;
    return /[\p{Script=Latin}\d]/u.test(character) ? 0.62 : undefined;
  },
  kern: () => 0,
};

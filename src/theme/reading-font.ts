import { bundledFonts } from './bundled-fonts.ts';
import type { FontFace } from './fonts.ts';
import { familyName } from './text-styles.ts';
import type { Theme } from './theme.ts';

/** The files of the family for reading on paper, where that is none of the slides' own: no deck but a handout needs them. */
export function readingFaces({ tokens, fonts }: Theme): readonly FontFace[] {
  const family = familyName(tokens.get('--reading-font') ?? '');
  if (family === '' || fonts.some((face) => face.family === family)) return [];
  return bundledFonts().faces(family);
}

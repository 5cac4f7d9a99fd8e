// Loads 2 MB of WebAssembly: only for decks whose fonts are cut, and not when they were cut before.
import { create } from 'fontkit';
import subsetFont from 'subset-font';

/** Trademark, makers, addresses, licence, and the names of a family with many weights. The first seven stay anyhow. */
const preserveNameIds = [7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 21, 22, 25];

/**
 * A WOFF2 file with the glyphs of these characters and what OpenType features, all of them kept,
 * make of them. Metrics, axes and licence bits stay. The font itself where it can't be cut, where
 * its licence bits forbid that, and where nothing would be won.
 */
export async function cutFont(font: Buffer, characters: string): Promise<Buffer> {
  const plain = await subsetFont(font, characters, { targetFormat: 'truetype', preserveNameIds }).catch(
    asItIs,
  );
  if (!plain || forbidsCutting(plain)) return font;
  const cut = await subsetFont(plain, characters, { targetFormat: 'woff2', preserveNameIds });
  return cut.length < font.length ? cut : font;
}

/** A font with a table that is not understood stays whole; a system error, as of a missing file, is told. */
function asItIs(error: unknown): undefined {
  if (!(error instanceof Error) || 'code' in error) throw error;
}

/** OpenType `OS/2.fsType`, bit 8. */
function forbidsCutting(file: Buffer): boolean {
  const font = create(file);
  return 'layout' in font && font['OS/2']?.fsType?.noSubsetting === true;
}

import { EnvironmentError, limits } from '../../diagnostics/index.ts';
import type { FontFace } from '../../theme/index.ts';
import { readUserFile } from '../../user-file.ts';

/**
 * The bytes of a face's file. It was measured when the theme was read; by now it may be another, or none: it goes
 * through the same door again.
 */
export function readFontFile({ path, family, within }: FontFace): Buffer {
  const file = readUserFile(path, { limit: limits.fontBytes, within });
  if (file instanceof Uint8Array) return file;
  throw new EnvironmentError(
    'files/not-read',
    `The font file ${path} of “${family}” cannot be read any more: ${file.reason}`,
    `It was there when the theme was read: ${file.help}, and build again.`,
  );
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { dataUri } from '../pictures/data-uri.ts';
import { replaceAsync } from '../replace-async.ts';

/** Stands before the file name in Marp's output; no address that anything could fetch. */
export const emojiBase = 'lectern-emoji:';

const emojiPicture = /(<img [^<>]*?alt="([^"]*)" src=")lectern-emoji:svg\/([0-9a-f-]+)\.svg("[^<>]*>)/g;

/**
 * Puts the drawings themselves where Marp put addresses, so that emoji look the same everywhere. An
 * emoji that is newer than the drawings has none and stays a letter.
 */
export async function inlineEmoji(html: string): Promise<string> {
  return replaceAsync(html, emojiPicture, async ([, before = '', letter = '', name = '', behind = '']) => {
    const svg = await readDrawing(name);
    return svg ? before + dataUri('image/svg+xml', svg) + behind : letter;
  });
}

async function readDrawing(name: string): Promise<Buffer | undefined> {
  const folder = dirname(createRequire(import.meta.url).resolve('@twemoji/svg/package.json'));
  try {
    return await readFile(join(folder, `${name}.svg`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

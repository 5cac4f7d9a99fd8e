import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { preparedPath } from '../../package-file.ts';
import { dataUri } from '../pictures/data-uri.ts';

/** Stands before the file name in Marp's output; no address that anything could fetch. */
export const emojiBase = 'lectern-emoji:';

/** 3,700 drawings, 17 MB as files; the program has them as one archive of 4 MB. */
export const emojiArchive = 'emoji.zip';

const emojiPicture = /(<img [^<>]*?alt="([^"]*)" src=")lectern-emoji:svg\/([0-9a-f-]+)\.svg("[^<>]*>)/g;

/**
 * Puts the drawings themselves where Marp put addresses, so that emoji look the same everywhere. An
 * emoji that is newer than the drawings has none and stays a letter.
 */
export async function inlineEmoji(html: string): Promise<string> {
  const names = new Set([...html.matchAll(emojiPicture)].map(([, , , name]) => `${name}.svg`));
  if (names.size === 0) return html;
  const drawings = await readDrawings((name) => names.has(name));
  return html.replace(emojiPicture, (_, before: string, letter: string, name: string, behind: string) => {
    const svg = drawings.get(`${name}.svg`);
    return svg ? before + dataUri('image/svg+xml', Buffer.from(svg)) + behind : letter;
  });
}

/** The drawings by their file names, those that are wanted: from the archive, or in `src` from their package. */
export async function readDrawings(
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const archive = preparedPath(emojiArchive);
  if (archive) {
    const { unzipSync } = await import('fflate');
    return new Map(
      Object.entries(unzipSync(readFileSync(archive), { filter: ({ name }) => isWanted(name) })),
    );
  }
  const folder = dirname(createRequire(import.meta.url).resolve('@twemoji/svg/package.json'));
  const names = readdirSync(folder).filter((name) => name.endsWith('.svg') && isWanted(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

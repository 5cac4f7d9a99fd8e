import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Deck } from '../../deck/index.ts';
import { type Diagnostic, limits, type Source } from '../../diagnostics/index.ts';
import { preparedPath } from '../../package-file.ts';
import { drawnEmoji } from '../../theme/index.ts';
import { dataUri } from '../pictures/read-picture.ts';
import { slideSpan } from '../problems.ts';
import { splitSlides } from './insides.ts';

/** Stands before the file name in Marp's output; no address that anything could fetch. */
export const emojiBase = 'lectern-emoji:';

/** 3,700 drawings, 17 MB as files; the program has them as one archive of 4 MB. */
export const emojiArchive = 'emoji.zip';

const emojiPicture = /(<img [^<>]*?alt="([^"]*)" src=")lectern-emoji:svg\/([0-9a-f-]+)\.svg("[^<>]*>)/g;

/**
 * Puts the drawings themselves where Marp put addresses, so that emoji look the same everywhere. An
 * emoji that is newer than the drawings has none and stays a letter, and so do those behind more than any talk has.
 */
export async function inlineEmoji(html: string): Promise<string> {
  const names = new Set([...html.matchAll(emojiPicture)].map(([, , , name]) => `${name}.svg`));
  if (names.size === 0) return html;
  const drawings = await readDrawings((name) => names.has(name));
  let count = 0;
  return html.replace(emojiPicture, (_, before: string, letter: string, name: string, behind: string) => {
    count += 1;
    const svg = count > limits.drawnEmoji ? undefined : drawings.get(`${name}.svg`);
    return svg ? before + dataUri('image/svg+xml', Buffer.from(svg)) + behind : letter;
  });
}

/** A warning at the slide with the first emoji that is not drawn any more. */
export function emojiProblems(html: string, deck: Deck, source: Source | undefined): readonly Diagnostic[] {
  const first = [...html.matchAll(emojiPicture)][limits.drawnEmoji];
  if (!first) return [];
  const [, , letter = ''] = first;
  const slide = splitSlides(html.slice(0, first.index)).length - 1;
  return [
    {
      code: 'render/glyph-missing',
      severity: 'warning',
      message: `${limits.drawnEmoji / 1000},000 emoji are drawn; those from here on are letters, which no font of the theme has`,
      span: slideSpan(deck, slide, source, letter),
      help: 'the viewer’s own fonts are used if they have them',
    },
  ];
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

/**
 * Marp draws no emoji in code that is coloured or stands in tags: they would be drawn by a font of
 * the viewer's machine, or as boxes. Here they become what they are elsewhere.
 */
export function drawCodeEmoji(html: string): string {
  return html.replace(/<code\b[^>]*>[\s\S]*?<\/code>/g, drawEmoji);
}

/** All emoji between tags. */
export function drawEmoji(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(drawnEmoji, picture)))
    .join('');
}

function picture(emoji: string): string {
  return `<img class="emoji" draggable="false" alt="${emoji}" src="${emojiBase}svg/${nameOf(emoji)}.svg" data-marp-twemoji=""/>`;
}

/** As the drawings are named: the selector that asks for a picture counts only where code points are joined. */
function nameOf(emoji: string): string {
  const points = [...(emoji.includes('\u200d') ? emoji : emoji.replaceAll('\ufe0f', ''))];
  return points.map((point) => point.codePointAt(0)?.toString(16)).join('-');
}

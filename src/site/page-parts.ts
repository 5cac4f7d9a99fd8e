import { createHash } from 'node:crypto';
import { pageHtml } from './page-html.ts';
import type { Talk } from './talk.ts';
import { inOrder } from './talk-date.ts';

/** The page of a library, and the files that stand beside it. */
export interface PageParts {
  readonly html: string;
  readonly pictures: readonly PictureFile[];
}

export interface PictureFile {
  /** Relative to the page, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface PageOptions {
  readonly title: string;
  /** Bytes of pictures that the page may hold itself. */
  readonly inlineBytes: number;
}

/** About 150 screenshots: what comes after them is fetched from beside the page when it is scrolled to. */
export const inlinePictureBytes = 1_500_000;

/** The newest talk first. Needs nothing from the network. */
export function pageParts(talks: readonly Talk[], { title, inlineBytes }: PageOptions): PageParts {
  const pictures: PictureFile[] = [];
  let room = inlineBytes;
  const addressOf = (webp: string): string => {
    room -= webp.length;
    if (room >= 0) return `data:image/webp;base64,${webp}`;
    const bytes = Buffer.from(webp, 'base64');
    const path = `first-slides/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.webp`;
    pictures.push({ path, bytes });
    return path;
  };
  const html = pageHtml(inOrder(talks), { title, addressOf });
  return { html, pictures };
}

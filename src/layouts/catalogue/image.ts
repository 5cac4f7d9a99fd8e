import { isShortParagraph, loneImage } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** A picture as large as the slide allows, with its caption. */
export const image: Layout = {
  name: 'image',
  purpose: 'a picture as large as the slide allows, with its caption',
  slots: ['content'],
  overflow: 'flow',
  suits: ({ blocks }) => {
    const pictures = blocks.filter((block) => loneImage(block)).length;
    if (pictures !== 1 || blocks.length > 2) return undefined;
    if (!blocks.every((block) => loneImage(block) || isShortParagraph(block))) return undefined;
    return { score: 0.85, reason: 'a picture by itself' };
  },
  isFor: ({ blocks }) => blocks.some((block) => loneImage(block)),
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'content', style: 'body', blocks }),
};

import type { Image } from 'mdast';
import { at } from '../markdown/positions.ts';
import type { Tag } from './html-items.ts';

/** `<img src alt title>` as Markdown's own picture. */
export function imageOf(tag: Tag): Image {
  return {
    type: 'image',
    url: tag.attributes.get('src')?.trim() ?? '',
    alt: tag.attributes.get('alt') ?? '',
    title: tag.attributes.get('title') ?? null,
    position: at(tag.start, tag.end),
  };
}

import type { Html, RootContent } from 'mdast';
import type { Reading } from '../reading.ts';
import { type BlockItem, buildBlocks } from './build-blocks.ts';
import { htmlItems } from './html-items.ts';
import { directionOf } from './wrap-phrasing.ts';

/** Blocks of HTML become paragraphs, lists, tables; what stands between their tags stays in place. */
export function htmlBlocks(
  children: RootContent[],
  reading: Reading,
  isRoot: 'root' | 'inner',
): RootContent[] {
  if (!children.some((child) => child.type === 'html')) return children;
  const items = children.flatMap((child): BlockItem[] =>
    child.type === 'html' ? htmlItems(child as Html, reading) : [{ kind: 'block', node: child }],
  );
  if (isRoot === 'root') reading.dir ??= outerDirection(items);
  return buildBlocks(items, reading.dir);
}

/** `<div dir="rtl">` before any word of the notes is the direction of all of them. */
function outerDirection(items: readonly BlockItem[]): 'ltr' | 'rtl' | undefined {
  for (const item of items) {
    if ('type' in item && item.value.trim() !== '') return undefined;
    if (!('kind' in item)) continue;
    if (item.kind === 'block') return undefined;
    const dir = item.kind === 'open' && item.name === 'div' ? directionOf(item) : undefined;
    if (dir !== undefined) return dir;
  }
  return undefined;
}

import type { ListItem } from 'mdast';
import type { Block, Phrasing } from '../../notes/index.ts';

/** An item's blocks, with the sign of a task in its first line. */
export function itemBlocks(item: ListItem): readonly Block[] {
  if (item.checked == null) return item.children;
  const [first, ...rest] = item.children;
  const words = first?.type === 'paragraph' ? first.children : [];
  const line = [...taskSign(item.checked), ...words];
  const others = first !== undefined && first.type !== 'paragraph' ? [first, ...rest] : rest;
  return [{ type: 'paragraph', children: line as never }, ...others];
}

function taskSign(checked: boolean | null | undefined): Phrasing[] {
  if (checked == null) return [];
  const sign = { type: 'text', value: checked ? '☑' : '☐' } as const;
  return [
    { type: 'element', name: 'span', class: 'task', children: [sign] },
    { type: 'text', value: ' ' },
  ];
}

import type { Phrasing } from '../../notes/index.ts';

/** Words that stood on the slide before and are shown again. */
export function continued(content: readonly Phrasing[]): Phrasing[] {
  const children = [...content, { type: 'text', value: ' (cont.)' }] as Phrasing[];
  return [{ type: 'element', name: 'span', class: 'continued', children: children as never }];
}

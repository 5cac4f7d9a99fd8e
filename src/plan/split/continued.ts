import type { Element, Phrasing } from '../../notes/index.ts';

/** Words that stood on the slide before, shown again: the outermost say so, those below are just quiet. */
export function continued(words: readonly Phrasing[], place: 'outer' | 'inner'): Phrasing[] {
  const sign: Phrasing[] = place === 'outer' ? [{ type: 'text', value: ' (cont.)' }] : [];
  const children = [...words, ...sign] as Element['children'];
  return [{ type: 'element', name: 'span', class: 'continued', children }];
}

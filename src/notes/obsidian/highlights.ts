import type { PhrasingContent } from 'mdast';
import { at } from '../markdown/positions.ts';
import { type Delimiter, delimited } from './delimited.ts';

const highlight: Delimiter = {
  sign: '==',
  opens: (before, after) => !/[\p{L}\p{N}=]/u.test(before) && !/[\s=]/.test(after),
  closes: (before, after) => !/[\s=]/.test(before) && !/[\p{L}\p{N}=]/u.test(after),
};

/** `==words==` is marked, as with a highlighter. `a == b` is not. */
export function highlights(children: PhrasingContent[], source: string): PhrasingContent[] {
  return delimited(children, source, highlight, (inner, start, end) => [
    { type: 'element', name: 'mark', children: inner, position: at(start, end) },
  ]);
}

import type { StyleName } from '../layouts/index.ts';
import type { TextStyle } from './theme.ts';

/** Where a block stands, and all that its height depends on in one bodySize: what its text is set in, how much width it has. */
export interface Place {
  readonly name: StyleName;
  readonly style: TextStyle;
  readonly width: number;
  /** Number of list items around it. */
  readonly depth: number;
}

/** Height of a node in a place, measured when it is not known, px. */
export type HeightOf = (node: object, place: Place, measure: () => number) => number;

/** The planner sets the same list items again and again, with more or fewer of their neighbours. */
export function knownHeights(): HeightOf {
  const known = new WeakMap<object, (Place & { readonly height: number })[]>();
  return (node, place, measure) => {
    const before = known.get(node);
    const found = before?.find((other) => isSamePlace(other, place));
    if (found) return found.height;
    const height = measure();
    const now = { ...place, height };
    if (before) before.push(now);
    else known.set(node, [now]);
    return height;
  };
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.width === b.width && a.depth === b.depth && a.name === b.name && isSameStyle(a.style, b.style);
}

function isSameStyle(a: TextStyle, b: TextStyle): boolean {
  return a === b || (Object.keys(a) as (keyof TextStyle)[]).every((key) => a[key] === b[key]);
}

import { readFileSync } from 'node:fs';
import { type Composition, compositionsOf, type Layout } from '../../src/layouts/index.ts';

const base = readFileSync(new URL('../../themes/base.css', import.meta.url), 'utf8');
const never: ReadonlySet<string> = new Set(
  /--compositions-never: ([^;]+);/.exec(base)?.[1]?.split(', ') ?? [],
);

/** Those that a theme uses which says nothing of them. */
export function usualCompositions(layout: Layout): readonly Composition[] {
  return compositionsOf(layout).filter(({ name }) => !never.has(name));
}

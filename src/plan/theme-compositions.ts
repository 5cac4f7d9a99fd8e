// What a theme says of compositions: which it does without, which it takes before others, and beside which the title stands.
import type { Composition, Layout } from '../layouts/index.ts';
import type { Theme } from '../theme/index.ts';

interface Composed {
  readonly layout: Layout;
  readonly composition: Composition;
}

interface ThemeCompositions {
  readonly never: ReadonlySet<string>;
  readonly order: readonly string[];
  readonly beside: ReadonlySet<string>;
}

/** Each trial of a slide asks. */
const known = new WeakMap<Theme, ThemeCompositions>();

function compositionsIn(theme: Theme): ThemeCompositions {
  const found = known.get(theme);
  if (found) return found;
  const names = (token: string): readonly string[] => theme.tokens.get(token)?.match(/[a-z][a-z-]*/g) ?? [];
  const read = {
    never: new Set(names('--compositions-never')),
    order: names('--compositions-order'),
    beside: new Set(names('--title-beside')),
  };
  known.set(theme, read);
  return read;
}

/**
 * Without those that the theme never uses, but for the layout's own boxes, which take what nothing else does. Those it has an
 * order for keep the places they have among all, in that order.
 */
export function asThemeWants<One extends Composed>(theme: Theme, candidates: readonly One[]): readonly One[] {
  const { never, order } = compositionsIn(theme);
  const used = candidates.filter(({ composition: { name } }) => name === 'plain' || !never.has(name));
  const placed = order.flatMap((name) => used.filter(({ composition }) => composition.name === name));
  const isPlaced = new Set(placed);
  const next = placed.values();
  return used.map((candidate) => (isPlaced.has(candidate) ? (next.next().value ?? candidate) : candidate));
}

/** Whether the theme has the title at the side of what is set so, by the name of the composition, or of the layout where it has none. */
export function isTitleBeside(theme: Theme, { layout, composition }: Composed): boolean {
  return compositionsIn(theme).beside.has(composition.name === 'plain' ? layout.name : composition.name);
}

/** Whether it has titles at the side at all. */
export function hasTitlesBeside(theme: Theme): boolean {
  return [...compositionsIn(theme).beside].some((name) => name !== 'none');
}

// Where lists are cut for what their points are: the directions of a proof, named points of one rank.
import type { List } from 'mdast';
import { leadIn } from '../../layouts/index.ts';
import { type Phrasing, plainText } from '../../notes/index.ts';
import type { Ancestor, Atom } from '../split/atom.ts';
import { boldOpening } from './head-words.ts';

/** A bullet with all below it, a block, or a piece of one that is too long for a slide. */
export interface CountedUnit {
  readonly atoms: readonly Atom[];
  readonly words: number;
  /** 1 for a bullet. */
  readonly items: number;
  /** The list of a bullet, where one slide holds all of it. */
  readonly shortList?: List;
}

/** The other direction of a proof begins a slide well. */
export const beforeDirection = 1.1;

const directionSigns = {
  onwards: /^(?:=>|⇒|⟹|→|"?⊆"?)(?:\s|$)/u,
  back: /^(?:<=|⇐|⟸|←|"?⊇"?)(?:\s|$)/u,
} as const;

/** Where the second of "=>" and "<=" begins among points, one of each. */
export function directionsIn(units: readonly CountedUnit[]): ReadonlySet<number> {
  const startsWith = (sign: RegExp): readonly number[] =>
    units.flatMap(({ atoms, items }, at) => {
      const block = atoms[0]?.block;
      return items === 1 && block?.type === 'paragraph' && sign.test(plainText([block]).trim()) ? [at] : [];
    });
  const [onwards, back] = [startsWith(directionSigns.onwards), startsWith(directionSigns.back)];
  return onwards.length === 1 && back.length === 1 ? new Set([...onwards, ...back]) : new Set();
}

/** Words of a named point that is a slide of its own where most of its siblings are. */
const ownSlide = 15;

/** Named points of one list stand alone, all of them, where most do: two that shared a slide would seem to weigh less. */
export function namedAlone(units: readonly CountedUnit[], ends: readonly number[]): readonly number[] {
  const points = units.flatMap((unit, at) => (unit.items === 1 ? [at] : []));
  const [first, last] = [points[0] ?? 0, points.at(-1) ?? 0];
  const list = units[first]?.atoms[0]?.ancestors[0];
  const isAlike = points.length === last - first + 1 && points.every((at) => isNamed(units[at], list));
  const alone = ends.filter((end, at) => points.includes(end - 1) && end - (ends[at - 1] ?? 0) === 1);
  if (!isAlike || 2 * alone.length <= points.length) return ends;
  return [
    ...ends.filter((end) => end <= first),
    ...points.map((at) => at + 1),
    ...ends.filter((end) => end > last + 1),
  ];
}

function isNamed(unit: CountedUnit | undefined, of: Ancestor | undefined): boolean {
  const [atom] = unit?.atoms ?? [];
  const [outer] = atom?.ancestors ?? [];
  if (outer?.kind !== 'item' || of?.kind !== 'item' || outer.list !== of.list) return false;
  if (atom?.block.type !== 'paragraph' || (unit?.words ?? 0) < ownSlide) return false;
  const words = atom.block.children as Phrasing[];
  return boldOpening(words) !== undefined || leadIn(words) !== undefined;
}

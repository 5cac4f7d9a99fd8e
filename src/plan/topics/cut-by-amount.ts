// Content that no topic divides, on as many slides as its words ask for: cut between bullets and
// blocks where the meaning allows, about equally full.
import type { List, ListItem } from 'mdast';
import { leadIn, readFigure } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { sumsOf } from '../../sums.ts';
import { type Atom, toAtoms } from '../split/atom.ts';
import { breakCost, cheapestCuts } from '../split/break-cost.ts';
import { cutAtom } from '../split/cut-atom.ts';
import { joinAtoms } from '../split/rebuild.ts';
import { amountOf, amountOfCounts, countedAs, most, mostTogether, wordsIn } from './amount.ts';
import { isShortHead } from './head-words.ts';
import { beforeDirection, type CountedUnit, directionsIn, namedAlone } from './list-cuts.ts';
import { type Part, partsOfBlocks } from './topic.ts';

/** Words that titles of later parts have more than one that is seen at a glance. */
const usualTitle = 2;

/**
 * The blocks as runs of at most a slide's words and items each, below a title of so many words; `lang` says where
 * sentences end; `fits` whether a slide is high enough.
 */
export function cutByAmount(
  blocks: readonly Block[],
  lang: string,
  ownTitle: number,
  fits: (blocks: readonly Block[]) => boolean = () => true,
): readonly (readonly Block[])[] {
  if (amountOf(blocks, ownTitle) <= 1) return [blocks];
  const titleWords = Math.max(ownTitle, usualTitle);
  const units = unitsOf(blocks, lang);
  const kind = countedAs(blocks);
  const words = sumsOf(units.map((unit) => unit.words));
  const items = sumsOf(units.map((unit) => unit.items));
  const directions = directionsIn(units);
  const atoms = units.flatMap((unit) => unit.atoms);
  const starts = sumsOf(units.map((unit) => unit.atoms.length));
  const join = (from: number, to: number): readonly Block[] =>
    joinAtoms(atoms.slice(starts[from], starts[to]));
  const fill = (from: number, to: number): number =>
    amountOfCounts(
      (words[to] ?? 0) - (words[from] ?? 0) + titleWords,
      (items[to] ?? 0) - (items[from] ?? 0),
      kind,
    );
  const ends = namedAlone(
    units,
    cheapestCuts(
      units.length,
      fill,
      (to) => costBefore(units, to, lang) - (directions.has(to) ? beforeDirection : 0),
      (from, to) => fits(join(from, to)),
    ),
  );
  return ends.map((to, at) => join(ends[at - 1] ?? 0, to));
}

function unitsOf(blocks: readonly Block[], lang: string): readonly CountedUnit[] {
  const known = new Map<List, KnownList>();
  return together(blocks).flatMap(({ blocks: own, list, isWhole }): CountedUnit[] => {
    if (isWhole)
      return [{ atoms: toAtoms(own), words: wordsIn(own), items: own.length > 0 ? three.points : 0 }];
    const whole = list && (known.get(list) ?? readList(list));
    if (whole) known.set(list, whole);
    const atoms = whole ? (whole.byItem.get(firstItem(own)) ?? []) : toAtoms(own);
    const words = wordsIn(own);
    const items = list ? 1 : 0;
    if (words <= most) return [{ atoms, words, items, ...(whole?.isShort ? { shortList: list } : {}) }];
    return atoms
      .flatMap((atom) => pieces(atom, lang))
      .map((atom, at) => ({ atoms: [atom], words: wordsIn([atom.block]), items: at === 0 ? items : 0 }));
  });
}

/** Named points of a list, and the most words of them and of them with the line that leads to them, that stay together: two and a lone one say less. */
const three = { points: 3, words: 80, led: mostTogether } as const;

/** The parts, but three named points that are a little more than a slide aims at are one, with the line that leads to them. */
function together(blocks: readonly Block[]): readonly (Part & { readonly isWhole?: true })[] {
  return blocks.flatMap((block, at): (Part & { readonly isWhole?: true })[] => {
    const [before, next] = [blocks[at - 1], blocks[at + 1]];
    if (isLedTo(block, next)) return [];
    if (!isThree(block)) return [...partsOfBlocks([block])];
    return [{ blocks: before && isLedTo(before, block) ? [before, block] : [block], isWhole: true }];
  });
}

function isThree(block: Block | undefined): block is List {
  if (block?.type !== 'list' || block.ordered || block.children.length !== three.points) return false;
  const words = wordsIn([block]);
  return words > most && words <= three.words && block.children.every(isNamedPoint);
}

function isLedTo(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'paragraph' || !isThree(next) || !/[:：]\s*$/u.test(plainText([block]))) return false;
  return wordsIn([block, next]) <= three.led;
}

function isNamedPoint({ children: [line, ...below] }: ListItem): boolean {
  return (
    below.length === 0 && line?.type === 'paragraph' && leadIn(line.children as Phrasing[]) !== undefined
  );
}

interface KnownList {
  readonly byItem: ReadonlyMap<ListItem | undefined, readonly Atom[]>;
  /** One slide holds all of it. */
  readonly isShort: boolean;
}

/** Once for a list: one of thousands of bullets has a unit for each. */
function readList(list: List): KnownList {
  const byItem = new Map<ListItem | undefined, Atom[]>();
  for (const atom of toAtoms([list])) {
    const [outer] = atom.ancestors;
    const item = outer?.kind === 'item' ? outer.item : undefined;
    const atoms = byItem.get(item);
    if (atoms) atoms.push(atom);
    else byItem.set(item, [atom]);
  }
  return { byItem, isShort: amountOf([list]) <= 1 };
}

function firstItem([block]: readonly Block[]): ListItem | undefined {
  return block?.type === 'list' ? block.children[0] : undefined;
}

/** An atom of more words than a slide takes, as smaller ones, as far as it can be cut. */
function pieces(atom: Atom, lang: string): readonly Atom[] {
  if (wordsIn([atom.block]) <= most) return [atom];
  const cut = cutAtom(atom, lang);
  return cut[0] === atom ? cut : cut.flatMap((piece) => pieces(piece, lang));
}

/** A figure that opens a bullet opens a slide well, and so does a name: it is the slide's title. */
const beforeFigure = 0.15;
const beforeName = 0.25;
const beforeHead = 1.1;

/** A list that one slide holds is rather parted from the words around it. */
const insideList = 2;

/** A list begins below the sentence that leads to it. */
const behindLead = 0.5;

/** A name at the end of a slide is parted from what it names. */
const behindHead = 1;

/** Bullets of a flat list from which some of them may head others. */
const flatList = 10;

function costBefore(units: readonly CountedUnit[], to: number, lang: string): number {
  const [previous, next] = [units[to - 1], units[to]];
  const [last, first] = [previous?.atoms.at(-1), next?.atoms[0]];
  if (!last || !first) return 0;
  const words =
    next?.items === 1 && first.block.type === 'paragraph' ? (first.block.children as Phrasing[]) : [];
  const isHead = (at: number): boolean =>
    units.length >= flatList && isShortHead(itemIn(units[at]), itemIn(units[at + 1]));
  const cost = breakCost(last, first, lang);
  if (isHead(to)) return cost - beforeHead;
  const gain = leadIn(words) ? beforeName : readFigure(words, 'start') ? beforeFigure : 0;
  const isTorn = previous?.shortList !== undefined && previous.shortList === next?.shortList;
  const isLed = previous?.items === 0 && last.block.type === 'paragraph' && next?.items === 1;
  return (
    cost - gain + (isHead(to - 1) ? behindHead : 0) + (isTorn ? insideList : 0) + (isLed ? behindLead : 0)
  );
}

function itemIn(unit: CountedUnit | undefined): ListItem | undefined {
  const [outer] = unit?.atoms[0]?.ancestors ?? [];
  return outer?.kind === 'item' && !outer.list.ordered ? outer.item : undefined;
}

import type { Code, Table } from 'mdast';
import {
  attributionOf,
  goesOn,
  isOnlyLink,
  isShortParagraph,
  leansOnBefore,
  longestSource,
  readFigure,
} from '../../layouts/index.ts';
import { type Phrasing, plainText } from '../../notes/index.ts';
import { type Atom, isLeading, itemOf } from './atom.ts';

/**
 * How bad it is to begin a new slide before `next`, where 1 is as bad as one more slide.
 * A break after a heading, or after words that announce what follows, parts what belongs together.
 */
export function breakCost(previous: Atom, next: Atom, lang: string = ''): number {
  if (previous.block.type === 'heading') return 50;
  if (next.block.type === 'heading') return next.ancestors.length > 0 ? 0.4 : -0.3;
  if (isFormulaOf(previous, next)) return 3;
  const parted = announces(previous, next) || isOfNumber(next) ? 1.2 : 0;
  const leaning = leans(next, lang) ? leaningCost : 0;
  return placeCost(previous, next) + parted + leaning + (belongsTo(previous, next) ? 3 : 0);
}

/** What goes on from the words before it is torn off behind a cut. */
const leaningCost = 0.8;

/** Words from the beginning of a line in lower case that may speak of what was said before it. */
const beginning = 6;

/** "Or have one of those …", "we moved lots of this out": a point or a paragraph that goes on from the one before it. */
function leans(next: Atom, lang: string): boolean {
  if (next.block.type !== 'paragraph' || (next.piece?.index ?? 0) > 0) return false;
  const text = plainText([next.block]).trim();
  return goesOn(text, lang) || (/^\p{Ll}/u.test(text) && leansOnBefore(text, lang, beginning));
}

/** A formula ends the sentence above it, or begins the one below: "for all n,", "where …". */
function isFormulaOf(previous: Atom, next: Atom): boolean {
  if (next.block.type === 'math' && previous.block.type === 'paragraph')
    return !/[.!?。！？]["”’»)]?\s*$/u.test(plainText([previous.block]));
  return (
    previous.block.type === 'math' &&
    next.block.type === 'paragraph' &&
    /^\p{Ll}/u.test(plainText([next.block]))
  );
}

/** Does the block say where the one before it comes from: who said it, the source below a table, a listing, a picture, a link? */
function belongsTo(previous: Atom, next: Atom): boolean {
  if (next.block.type !== 'paragraph' || next.piece) return false;
  if (attributionOf(next.block) !== undefined)
    return isQuoted(previous) || previous.block.type === 'blockquote';
  if (next.ancestors.length !== previous.ancestors.length) return false;
  const isShown = previous.block.type === 'table' || previous.block.type === 'code';
  return isShown
    ? isShortParagraph(next.block, longestSource)
    : next.ancestors.length === 0 && isOnlyLink(next.block);
}

function isQuoted({ ancestors }: Atom): boolean {
  return ancestors.some((ancestor) => ancestor.kind === 'wrap' && ancestor.node.type === 'blockquote');
}

/** What stands below a figure, or below a numbered point, stays with it as long as a slide holds both. */
function isOfNumber(next: Atom): boolean {
  const [outer] = next.ancestors;
  if (outer?.kind !== 'item' || isTopItem(next)) return false;
  const [first] = outer.item.children;
  return (
    outer.list.ordered === true ||
    (first?.type === 'paragraph' && readFigure(first.children as Phrasing[], 'start') !== undefined)
  );
}

function placeCost(previous: Atom, next: Atom): number {
  if (next.piece && previous.piece?.of === next.piece.of) return pieceCost(next);
  const depth = next.ancestors.length;
  if (depth === 0) return next.under ? 0.1 : 0;
  if (isTopItem(next)) return previous.ancestors.length === 0 ? 0.5 : loneItemCost(next);
  if (isLeading(next)) return 0.25 + 0.1 * depth;
  return 0.9;
}

/** One item of a list alone, at the end of a slide or at the start of the next. */
function loneItemCost(next: Atom): number {
  const item = itemOf(next);
  if (!item) return 0;
  if (item.index === item.list.children.length - 1) return 0.5;
  return item.index === 1 ? 0.3 : 0;
}

function pieceCost(next: Atom): number {
  if (next.block.type === 'table') return isNamedAbove(next.block) ? 1.2 : 0.05;
  return next.block.type === 'code' ? codeCost(next) : 0.5;
}

/** A row with nothing in its first cell goes on with what that of a row above says. */
function isNamedAbove({ children }: Table): boolean {
  const [first, ...others] = children.at(-1)?.children ?? [];
  return first?.children.length === 0 && others.length > 0;
}

/** Fewer lines at the beginning or at the end of a listing of more than twice as many are no slide of their own. */
const handful = 7;

/**
 * Code is cut best at an empty line, next best where it is set in least, badly before a closing bracket; never between a
 * head and what it heads, and rather not so that a handful of lines is left.
 */
function codeCost({ piece, block }: Atom): number {
  if (piece?.of.type !== 'code' || block.type !== 'code') return 0.3;
  const { all, lines, linesAbove, outermost, step } = readLines(piece.of);
  const at = (piece.line ?? 1) - 1;
  const above = linesAbove[at] ?? 0;
  const [last = '', next = ''] = [lines[above - 1], block.value.split('\n').find(isFilled)];
  const isInLine = piece.of.value[piece.start - 1] !== '\n';
  if (isInLine || indentOf(next) > indentOf(last) || isAnnotation(last)) return 1.2;
  const isHandful = lines.length > 2 * handful && Math.min(above, lines.length - above) < handful;
  const left = isHandful ? 0.5 : 0;
  if (at > 1 && /^[ \t]*$/u.test(all[at - 1] ?? '')) return left + (indentOf(next) === 0 ? 0.02 : 0.06);
  if (/^\s*[)}\]]/u.test(next)) return left + 0.7;
  return left + 0.12 + 0.16 * Math.min(deepest, (indentOf(next) - outermost) / step);
}

/** Deeper places are all alike. */
const deepest = 4;

interface Lines {
  readonly all: readonly string[];
  /** That are not empty. */
  readonly lines: readonly string[];
  /** How many of those stand above each of all. */
  readonly linesAbove: readonly number[];
  /** Columns of the outermost, and of the least step further in. */
  readonly outermost: number;
  readonly step: number;
}

/** Once for a listing: each of its lines asks. */
const known = new WeakMap<Code, Lines>();

function readLines(code: Code): Lines {
  const found = known.get(code);
  if (found) return found;
  const all = code.value.split('\n');
  const lines: string[] = [];
  const linesAbove = all.map((line) => (isFilled(line) ? lines.push(line) - 1 : lines.length));
  const indents = lines.map(indentOf);
  const outermost = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const step = indents.reduce(
    (least, indent) => (indent > outermost ? Math.min(least, indent - outermost) : least),
    Number.POSITIVE_INFINITY,
  );
  const read = { all, lines, linesAbove, outermost, step };
  known.set(code, read);
  return read;
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}

function indentOf(line: string): number {
  return /^[ \t]*/u.exec(line.replaceAll('\t', '    '))?.[0].length ?? 0;
}

/** A remark or a decorator belongs to the line below it. */
function isAnnotation(line: string): boolean {
  return /^\s*(?:\/\/|\/\*|\*|#(?!\s*(?:end|include|define|undef|if|ifdef|ifndef|else|endif|pragma)\b)|--|@\w|;;|%)/u.test(
    line,
  );
}

function isTopItem(atom: Atom): boolean {
  return atom.ancestors.length === 1 && isLeading(atom);
}

/** Words that lead to what follows: a colon, a question, a bullet with bullets below it. */
function announces(previous: Atom, next: Atom): boolean {
  if (previous.block.type !== 'paragraph') return false;
  if (previous.ancestors.length > 0 && next.ancestors.length > previous.ancestors.length) return true;
  return /[:：?？]\s*$/u.test(plainText([previous.block]));
}

/** A slide less full than this, at the end of a split, looks forgotten. */
const deserted = 0.25;

/**
 * Where each slide ends: the cheapest way to cut `count` pieces, by dynamic programming. As few slides as
 * there can be, cut where the meaning allows it, about equally full, none nearly empty. `fill` is how full a slide
 * with the pieces `from` to `to` is, over 1 is too much; `breakCost` says how bad it is to end a slide at `to`. `holds`
 * is what takes long to say, and is asked only where such a slide would be the cheapest so far: whether it is high enough;
 * what is too high for it is too high with more pieces.
 * Every slide holds at least one piece, so it ends; time grows with the pieces times what one slide holds.
 */
export function cheapestCuts(
  count: number,
  fill: (from: number, to: number) => number,
  breakCost: (to: number) => number,
  holds: (from: number, to: number) => boolean = () => true,
): readonly number[] {
  const cost: number[] = [0];
  const before: number[] = [0];
  const breakCosts: number[] = [];
  for (let from = 0; from < count; from += 1) {
    const start = cost[from] ?? Number.POSITIVE_INFINITY;
    for (let to = from + 1; to <= count; to += 1) {
      breakCosts[to] ??= to < count ? breakCost(to) : 0;
      const [least, known] = [start + (breakCosts[to] ?? 0), cost[to] ?? Number.POSITIVE_INFINITY];
      // Not even a full slide would be cheaper: how full it is takes long to say.
      if (least + 1 >= known) continue;
      const full = fill(from, to);
      if (full > 1 && to > from + 1) break;
      const total = least + slideCost(full);
      if (total >= known) continue;
      const isTooHigh = !holds(from, to);
      if (isTooHigh && to > from + 1) break;
      cost[to] = isTooHigh ? least + 1 : total;
      before[to] = from;
    }
  }
  return walkBack(before, count);
}

/** One slide more, and the room it leaves. */
function slideCost(full: number): number {
  const room = 1 - Math.min(full, 1);
  return 1 + room * room + (full < deserted ? 0.6 : 0);
}

function walkBack(before: readonly number[], end: number): readonly number[] {
  const ends: number[] = [];
  for (let to = end; to > 0; to = before[to] ?? 0) ends.unshift(to);
  return ends;
}

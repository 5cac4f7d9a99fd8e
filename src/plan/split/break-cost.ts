import { plainText } from '../../notes/index.ts';
import { type Atom, isLeading, itemOf } from './atom.ts';

/**
 * How bad it is to begin a new slide before `next`, where 1 is as bad as one more slide.
 * A break after a heading, or after words that announce what follows, parts what belongs together.
 */
export function breakCost(previous: Atom, next: Atom): number {
  if (previous.block.type === 'heading') return 50;
  if (next.block.type === 'heading') return next.ancestors.length > 0 ? 0.4 : -0.3;
  if (announces(previous) && !isTopItem(next)) return 2;
  return placeCost(previous, next);
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
  if (next.block.type === 'table') return 0.05;
  return next.block.type === 'code' ? 0.3 : 0.5;
}

function isTopItem(atom: Atom): boolean {
  return atom.ancestors.length === 1 && isLeading(atom);
}

function announces({ block, ancestors }: Atom): boolean {
  return block.type === 'paragraph' && (ancestors.length > 0 || /[:：]\s*$/u.test(plainText([block])));
}

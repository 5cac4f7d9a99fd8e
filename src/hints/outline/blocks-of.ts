import type { List, ListItem } from 'mdast';
import type { Block } from '../../notes/index.ts';
import type { Unit } from '../match/units.ts';

/** The blocks of a run of units; a list that was cut keeps its kind and its numbers. */
export function blocksOf(units: readonly Unit[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < units.length; ) {
    const { block } = units[at] as Unit;
    const run = runLength(units, at, block);
    const items = units.slice(at, at + run).flatMap(({ item }) => item ?? []);
    blocks.push(block.type === 'list' ? listOf(block, items) : block);
    at += run;
  }
  return blocks;
}

function runLength(units: readonly Unit[], from: number, block: Block): number {
  let to = from;
  while (units[to]?.block === block) to += 1;
  return to - from;
}

function listOf(list: List, items: readonly ListItem[]): List {
  if (items.length === list.children.length) return list;
  const [first] = items;
  const number = (list.start ?? 1) + list.children.indexOf(first as ListItem);
  const start = first?.position?.start;
  const end = items.at(-1)?.position?.end;
  return {
    ...list,
    ...(list.ordered && { start: number }),
    children: [...items],
    ...(start && end && { position: { start, end } }),
  };
}

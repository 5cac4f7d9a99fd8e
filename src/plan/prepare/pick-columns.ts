import type { Table } from 'mdast';
import { fold, type SlideHint } from '../../hints/index.ts';
import { type Block, type PresenterNote, plainText } from '../../notes/index.ts';
import type { PartedDetails } from '../presenter-notes.ts';

/** Tables with the columns that a hint asks for, as charts where they can be; the whole of each for the presenter notes. */
export function pickColumns(
  blocks: readonly Block[],
  hint: Pick<SlideHint, 'columns' | 'layout'> | undefined,
  path: string,
): PartedDetails {
  const names = new Set(hint?.columns?.map(fold));
  const details: PresenterNote[] = [];
  const kept = blocks.map((block) => {
    if (block.type !== 'table' || names.size === 0) return block;
    const picked = withColumns(block, names);
    if (!picked) return block;
    const [start, end] = [block.position?.start.offset ?? 0, block.position?.end.offset ?? 0];
    if (picked.children[0]?.children.length !== block.children[0]?.children.length)
      details.push({ blocks: [block], span: { path, start: Math.min(start + 1, end), end } });
    const isChart = hint?.layout === undefined || hint.layout === 'chart';
    return isChart ? { ...picked, data: { ...picked.data, isChart: true as const } } : picked;
  });
  return { blocks: kept, details };
}

/** Its first column and those; undefined where it has none of them, or nothing else. */
function withColumns(table: Table, names: ReadonlySet<string>): Table | undefined {
  const heads = table.children[0]?.children ?? [];
  const isKept = heads.map((cell, at) => at === 0 || names.has(fold(plainText(cell.children))));
  const count = isKept.filter(Boolean).length;
  if (count < 2) return undefined;
  const kept = <T>(all: readonly T[]): T[] => all.filter((_, at) => isKept[at]);
  return {
    ...table,
    ...(table.align && { align: kept(table.align) }),
    children: table.children.map((row) => ({ ...row, children: kept(row.children) })),
  };
}

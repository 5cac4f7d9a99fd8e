import type { Phrasing } from '../../notes/index.ts';
import { type Figure, hasLabel, type Item, itemsOf, readFigure } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Most figures that stand beside one another. */
const most = 4;

/** Numbers that carry the message, each large with its words below. */
export const stats: Layout = {
  name: 'stats',
  purpose: 'two to four numbers that carry the message, each large with its words',
  slots: ['before', 'figure', 'label'],
  overflow: 'whole',
  score: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > most) return undefined;
    const figures = items.flatMap(({ words, details }) => {
      const figure = readFigure(words, 'start');
      return figure && hasLabel(figure) && details.length === 0 ? [figure.figure] : [];
    });
    if (figures.length < items.length || isNumbering(figures)) return undefined;
    return { score: 0.8, reason: `${items.length} numbers carry the message` };
  },
  isFor: ({ blocks }) => itemsOf(blocks).some(({ words }) => readFigure(words, 'anywhere')),
  arrange: ({ blocks }: Content): Box => {
    const rows = inRows(itemsOf(blocks));
    const [only, ...rest] = rows.map(figureRow);
    if (only && rest.length === 0) return only;
    return { kind: 'stack', class: 'rows', gap: 'large', boxes: rows.map(figureRow) };
  },
};

/** "1", "2", "3" or "1.1", "1.2" count the lines and say nothing about them. */
function isNumbering(figures: readonly string[]): boolean {
  const parts = figures.map((figure) => /^((?:\d+\.)*)(\d+)$/u.exec(figure));
  return parts.every(
    (part, at) =>
      part &&
      (at === 0 || (part[1] === parts[at - 1]?.[1] && Number(part[2]) === Number(parts[at - 1]?.[2]) + 1)),
  );
}

/** As many in each row as there are in the others, four at the most. */
function inRows(items: readonly Item[]): readonly (readonly Item[])[] {
  const rows = Math.max(1, Math.ceil(items.length / most));
  const length = Math.ceil(items.length / rows);
  return Array.from({ length: rows }, (_, row) => items.slice(row * length, (row + 1) * length));
}

function figureRow(items: readonly Item[]): Box {
  return {
    kind: 'row',
    class: 'figures',
    paddingTop: 'large',
    gap: 'column',
    widths: items.map(() => 1),
    boxes: items.map(({ words, details }) => stat(words, details)),
  };
}

function stat(words: readonly Phrasing[], details: Content['blocks']): Box {
  const figure = readFigure(words, 'anywhere');
  return {
    kind: 'stack',
    class: 'stat',
    gap: 'small',
    paddingTop: 'medium',
    boxes: [
      ...(figure
        ? figureLines(figure)
        : [{ kind: 'line', class: 'label', style: 'label', content: words } as const]),
      ...(details.length > 0
        ? [{ kind: 'flow', class: 'details', style: 'label', blocks: details } as const]
        : []),
    ],
  };
}

function figureLines({ before, figure, after }: Figure): readonly Box[] {
  const large: Phrasing = { type: 'text', value: figure };
  return [
    ...(before.length > 0
      ? [{ kind: 'line', class: 'before', style: 'label', content: before } as const]
      : []),
    { kind: 'line', class: 'figure', style: 'figure', content: [large] },
    ...(after.length > 0 ? [{ kind: 'line', class: 'label', style: 'label', content: after } as const] : []),
  ];
}

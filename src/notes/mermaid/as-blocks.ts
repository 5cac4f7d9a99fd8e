// A diagram as the table, the dates or the list it is, where a drawing of it would be too small to be read.
import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { at, endOf, startOf } from '../markdown/tree.ts';
import type { Branch, DiagramContent, DiagramWords, Gantt, Group, Quadrants, Timeline } from './shapes.ts';

export function asBlocks(diagram: DiagramContent): RootContent[] {
  switch (diagram.kind) {
    case 'pie': {
      const rows = diagram.parts.map(({ label, value }) => [label, value]);
      return [tableOf([undefined, diagram.title], rows)];
    }
    case 'bars':
      return [...paragraphs(diagram.above), tableOf(diagram.head, diagram.rows)];
    case 'mindmap':
      return outlined([diagram.root.words], diagram.root.branches);
    case 'timeline':
      return outlined([diagram.title], branchesOf(diagram.groups, periodBranch));
    case 'gantt':
      return outlined(
        [diagram.title],
        branchesOf(diagram.groups, (task) => taskBranch(task, diagram)),
      );
    case 'journey': {
      const words = (group: (typeof diagram.groups)[number]['entries'][number]): Branch =>
        branch(group.words, `: ${group.score}${group.people && ` – ${group.people}`}`);
      return outlined([diagram.title], branchesOf(diagram.groups, words));
    }
    case 'quadrants':
      return outlined([diagram.title, ...axesOf(diagram)], diagram.fields.flatMap(fieldBranches));
  }
}

function branch({ text, line }: DiagramWords, more: string, branches: readonly Branch[] = []): Branch {
  return { words: { text: text + more, line }, branches };
}

/** All of a period in its line, so that it stays a date. */
function periodBranch({ words, events }: Timeline['groups'][number]['entries'][number]): Branch {
  return branch(words, `: ${events.map(({ text }) => text).join(', ')}`);
}

function taskBranch(
  { words, start, last }: Gantt['groups'][number]['entries'][number],
  { precision }: Gantt,
): Branch {
  const said = (time: number): string => {
    const whole = new Date(time).toISOString().slice(0, 16).replace('T', ' ');
    return precision === 'days' ? whole.slice(0, 10) : precision === 'hours' ? whole.slice(11) : whole;
  };
  const [from, to] = [said(start), said(last)];
  return {
    words: { text: `${from === to ? from : `${from}–${to}`}: ${words.text}`, line: words.line },
    branches: [],
  };
}

function axesOf({ axes }: Quadrants): readonly DiagramWords[] {
  return [axes.x, axes.y].flatMap(([low, high]) => {
    if (!low) return [];
    return [{ text: high ? `${low.text} → ${high.text}` : low.text, line: low.line }];
  });
}

/** A field without a name has its points in the list itself. */
function fieldBranches({ name, points }: Quadrants['fields'][number]): readonly Branch[] {
  const own = points.map(({ words }) => branch(words, ''));
  return name ? [branch(name, '', own)] : own;
}

function branchesOf<T>(groups: readonly Group<T>[], read: (entry: T) => Branch): readonly Branch[] {
  return groups.flatMap(({ label, entries }) => {
    const own = entries.map(read);
    return label ? [branch(label, '', own)] : own;
  });
}

function outlined(above: readonly (DiagramWords | undefined)[], entries: readonly Branch[]): RootContent[] {
  return [...paragraphs(above), ...(entries.length > 0 ? [listOf(entries)] : [])];
}

/** Each on a line of its own. */
function paragraphs(lines: readonly (DiagramWords | undefined)[]): readonly Paragraph[] {
  const words = lines.flatMap((line) => line ?? []);
  const content = words.flatMap((one, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' as const, position: at(one.line.start, one.line.start) }] : []),
    textOf(one),
  ]);
  return content.length > 0 ? [paragraph(content)] : [];
}

function placeOf({ line }: DiagramWords): ReturnType<typeof at> {
  return at(line.start, line.start + line.text.length);
}

function textOf(words: DiagramWords): PhrasingContent {
  return { type: 'text', value: words.text, position: placeOf(words) };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  const [first, last] = [children[0], children.at(-1)];
  return { type: 'paragraph', children, position: at(first ? startOf(first) : 0, last ? endOf(last) : 0) };
}

function listOf(entries: readonly Branch[]): List {
  const children = entries.map(({ words, branches }): ListItem => {
    const own = [paragraph([textOf(words)]), ...(branches.length > 0 ? [listOf(branches)] : [])];
    return { type: 'listItem', spread: false, children: own, position: spanOf(own) };
  });
  return { type: 'list', ordered: false, spread: false, children, position: spanOf(children) };
}

function tableOf(
  head: readonly (DiagramWords | undefined)[],
  rows: readonly (readonly DiagramWords[])[],
): Table {
  const cell = (words: DiagramWords | undefined): TableCell =>
    words
      ? { type: 'tableCell', children: [textOf(words)], position: placeOf(words) }
      : { type: 'tableCell', children: [] };
  const children = [head, ...rows].map((cells) => ({ type: 'tableRow' as const, children: cells.map(cell) }));
  return {
    type: 'table',
    children,
    data: { isChart: true },
    position: spanOf(children.flatMap((row) => row.children)),
  };
}

function spanOf(nodes: readonly { position?: ReturnType<typeof at> | undefined }[]): ReturnType<typeof at> {
  const placed = nodes.filter(({ position }) => position);
  return at(Math.min(...placed.map(startOf)), Math.max(...placed.map(endOf)));
}

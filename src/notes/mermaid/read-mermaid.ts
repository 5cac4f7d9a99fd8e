// Diagrams of Mermaid's that are a table, a list or dates with a shape around: they become those, and the layouts for them
// draw them in the theme's own language. Those with shapes and arrows stay code, for the renderer.
import type { Code, List, ListItem, Paragraph, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { at, endOf, startOf } from '../markdown/tree.ts';
import { type Reading, warn } from '../reading.ts';
import { readGantt } from './gantt.ts';
import { readBars, readJourney, readMindmap, readPie, readQuadrants, readTimeline } from './kinds.ts';
import { type DiagramWords, type Entry, type MermaidLine, type Outline, UnknownLine } from './outline.ts';

/** From the lines below the header and what stands behind its name. Undefined where the renderer draws it; throws an `UnknownLine`. */
type MermaidReader = (lines: readonly MermaidLine[], header: MermaidLine) => Outline | undefined;

const readers: readonly (readonly [header: RegExp, read: MermaidReader, help: string])[] = [
  [/^pie\b/, readPie, 'its lines are written as in `title Pets` and `"Dogs" : 40`'],
  [/^timeline\b/, readTimeline, 'its lines are written as in `section Early` and `2004 : Facebook : Google`'],
  [/^mindmap$/, readMindmap, 'each line is a point, and deeper ones are indented'],
  [
    /^gantt$/,
    readGantt,
    'tasks are written as in `Build :b1, 2026-03-01, 10d`, below `dateFormat YYYY-MM-DD`',
  ],
  [/^journey$/, readJourney, 'tasks are written as in `Make tea: 5: Me`'],
  [
    /^quadrantChart$/,
    readQuadrants,
    'its lines are written as in `x-axis Low --> High`, `quadrant-1 Do it` and `Point: [0.3, 0.6]`, with all four quadrants named',
  ],
  [/^xychart(?:-beta)?\b/, readBars, ''],
];

/** Blocks with those diagrams as what they hold; one that is not understood is shown as code, with a warning that names the line. */
export function readMermaid(blocks: RootContent[], reading: Reading): RootContent[] {
  if (!blocks.some((block) => block.type === 'code' && block.lang === 'mermaid')) return blocks;
  return blocks.flatMap((block): RootContent[] => {
    if (block.type !== 'code' || block.lang !== 'mermaid') return [block];
    return blocksOf(block, reading) ?? [block];
  });
}

function blocksOf(code: Code, reading: Reading): RootContent[] | undefined {
  const [header, ...lines] = linesOf(code, reading.source.text);
  const [, read, help = ''] = readers.find(([pattern]) => header && pattern.test(header.text)) ?? [];
  if (!header || !read) return undefined;
  try {
    const outline = read(lines, header);
    return outline && toBlocks(outline);
  } catch (error) {
    if (!(error instanceof UnknownLine)) throw error;
    const { start, text } = error.line;
    const message = `The diagram is not drawn: \`${text.slice(0, 60)}\` is not understood`;
    warn(
      reading,
      'notes/diagram',
      start,
      start + text.length,
      message,
      `its source is shown as code; ${help}`,
    );
    return [{ ...code, lang: null }];
  }
}

/** Without front matter: of that, its title is a line of the diagram. */
function linesOf(code: Code, source: string): readonly MermaidLine[] {
  const lines: MermaidLine[] = [];
  let from = source.indexOf('\n', startOf(code));
  for (const whole of code.value.split('\n')) {
    const text = whole.trim();
    const start = text === '' ? -1 : source.indexOf(text, from);
    if (start >= 0 && start < endOf(code)) from = start + text.length;
    const indent = (/^[ \t]*/.exec(whole)?.[0] ?? '').replaceAll('\t', '    ').length;
    if (text !== '' && !text.startsWith('%%'))
      lines.push({ text, indent, start: Math.max(start, startOf(code)) });
  }
  if (lines[0]?.text !== '---') return lines;
  const end = lines.findIndex(({ text }, at) => at > 0 && text === '---');
  const title = lines.slice(1, end).find(({ text }) => /^title\s*:/.test(text));
  const [header, ...rest] = lines.slice(end + 1);
  if (end < 0 || !header) return lines;
  const named = title && {
    ...title,
    text: `title ${title.text.replace(/^title\s*:\s*/, '').replace(/^(["'])(.*)\1$/, '$2')}`,
  };
  return [header, ...(named ? [named] : []), ...rest];
}

function toBlocks(outline: Outline): RootContent[] {
  if (outline.kind === 'table') {
    const title = outline.title ? [paragraph([textOf(outline.title)])] : [];
    return [...title, tableOf(outline.head, outline.rows)];
  }
  const [root, ...others] = outline.introduction;
  const words = root ? [textOf(root), ...others.flatMap((line) => [lineBreak(line), textOf(line)])] : [];
  const entries = outline.groups.flatMap(({ label, entries }): readonly Entry[] =>
    label ? [{ words: label, entries }] : entries,
  );
  return [...(words.length > 0 ? [paragraph(words)] : []), ...(entries.length > 0 ? [listOf(entries)] : [])];
}

function lineBreak({ line }: DiagramWords): PhrasingContent {
  return { type: 'break', position: at(line.start, line.start) };
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

function listOf(entries: readonly Entry[]): List {
  const children = entries.map(({ words, entries }): ListItem => {
    const own = [paragraph([textOf(words)]), ...(entries.length > 0 ? [listOf(entries)] : [])];
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

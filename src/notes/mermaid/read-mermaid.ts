// Diagrams of Mermaid's that are a table, a tree, dates or a plane. Small ones stay code, which the renderer draws; of what is
// larger the words go to the layouts for tables, dates and lists. Those with shapes and arrows stay code too.
import type { Code, RootContent } from 'mdast';
import { endOf, startOf } from '../markdown/tree.ts';
import { type Reading, warn } from '../reading.ts';
import { asBlocks } from './as-blocks.ts';
import { readGantt } from './gantt.ts';
import { isDrawn } from './is-drawn.ts';
import { readBars, readJourney, readMindmap, readPie, readQuadrants, readTimeline } from './kinds.ts';
import { type DiagramContent, type MermaidLine, UnknownLine } from './shapes.ts';

/** From the lines below the header and what stands behind its name. Undefined where its shapes are drawn; throws an `UnknownLine`. */
type MermaidReader = (lines: readonly MermaidLine[], header: MermaidLine) => DiagramContent | undefined;

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
    'its lines are written as in `x-axis Low --> High`, `quadrant-1 Do it` and `Point: [0.3, 0.6]`',
  ],
  [/^xychart(?:-beta)?\b/, readBars, ''],
];

/** What a diagram holds; undefined where it is shapes and arrows. Throws an `UnknownLine`. */
export function readDiagram(source: string): DiagramContent | undefined {
  return contentOf(linesOf(source, 0, source));
}

/** Blocks with those diagrams as what they hold; one that is not understood is shown as code, with a warning that names the line. */
export function readMermaid(blocks: RootContent[], reading: Reading): RootContent[] {
  if (!blocks.some((block) => block.type === 'code' && block.lang === 'mermaid')) return blocks;
  return blocks.flatMap((block): RootContent[] => {
    if (block.type !== 'code' || block.lang !== 'mermaid') return [block];
    return blocksOf(block, reading);
  });
}

function blocksOf(code: Code, reading: Reading): RootContent[] {
  const lines = linesOf(code.value, startOf(code), reading.source.text.slice(0, endOf(code)));
  try {
    const content = contentOf(lines);
    return content && !isDrawn(content) ? asBlocks(content) : [code];
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
      `its source is shown as code; ${readerOf(lines)?.[2] ?? ''}`,
    );
    return [{ ...code, lang: null }];
  }
}

function readerOf([header]: readonly MermaidLine[]): (typeof readers)[number] | undefined {
  return readers.find(([pattern]) => header && pattern.test(header.text));
}

function contentOf(all: readonly MermaidLine[]): DiagramContent | undefined {
  const [header, ...lines] = all;
  return header && readerOf(all)?.[1](lines, header);
}

/** Without front matter: of that, its title is a line of the diagram. `from` is where the diagram begins in the text. */
function linesOf(value: string, from: number, text: string): readonly MermaidLine[] {
  const lines: MermaidLine[] = [];
  let next = text === value ? 0 : text.indexOf('\n', from);
  for (const whole of value.split('\n')) {
    const words = whole.trim();
    const start = words === '' ? -1 : text.indexOf(words, next);
    if (start >= 0) next = start + words.length;
    const indent = (/^[ \t]*/.exec(whole)?.[0] ?? '').replaceAll('\t', '    ').length;
    if (words !== '' && !words.startsWith('%%'))
      lines.push({ text: words, indent, start: Math.max(start, from) });
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

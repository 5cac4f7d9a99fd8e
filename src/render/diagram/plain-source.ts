// What draws diagrams passes over what it does not understand. So every line is read here first,
// and one that would be lost stops the drawing: then the source is shown.

import { limits } from '../../diagnostics/index.ts';
import { type Chain, type FlowNode, readChains } from './flowchart-line.ts';
import { closesBlocks, type Language, languages } from './languages.ts';
import { readEntities, shield, unshieldText, withoutFrontMatter } from './plain-lines.ts';
import { neverEnds, notUnderstood, type SourceLine, statementsOf, UnreadLine } from './unread-line.ts';

/** A diagram as it is to be drawn. */
export interface PlainDiagram {
  readonly source: string;
  /** What stands above it; empty where the diagram has no title. */
  readonly title: string;
}

/** The same diagram, written so that all of it is read. Throws an `UnreadLine`. */
export function plainDiagram(written: string): PlainDiagram {
  const { source, title } = withoutFrontMatter(written);
  return { source: plainSource(source), title };
}

function plainSource(source: string): string {
  const lines = statementsOf(source).map((line) => ({ ...line, text: readEntities(line.text) }));
  const [head, ...body] = lines;
  if (!head) throw new UnreadLine(0, 'there is nothing in it', 'write a diagram or leave out the fence');
  if (/^(?:graph|flowchart)\b/i.test(head.text)) return plainFlowchart(head, body);
  const language = languages.find(({ header }) => header.test(head.text));
  if (body.length > limits.diagramLines)
    throw tooMuch(head, `${body.length} lines`, `${limits.diagramLines} lines`);
  if (!language) return source;
  if (body.length === 0) throw new UnreadLine(head.number, 'there is nothing in it', language.help);
  const [first, ...rest] = language.asFlowchart?.(body, language.help) ?? [];
  if (first !== undefined) {
    const statements = rest.map((text) => ({ text, number: head.number }));
    return plainFlowchart({ ...head, text: first }, statements);
  }
  const plain = language.plain?.(body) ?? body;
  checkLines(plain, language);
  return [head, ...plain].map(({ text }) => text).join('\n');
}

function checkLines(body: readonly SourceLine[], language: Language): void {
  const open: SourceLine[] = [];
  for (const line of body) {
    const { text } = line;
    if (open.length > 0 && language.end.test(text)) open.pop();
    else if (language.blocks.test(text)) open.push(line);
    else if (!isKnown(text, open, language))
      throw notUnderstood({ ...line, text: unshieldText(text) }, language.help);
  }
  const unclosed = open.at(-1);
  if (unclosed) throw neverEnds(unclosed, closesBlocks(language));
}

function isKnown(text: string, open: readonly SourceLine[], language: Language): boolean {
  const within = open.at(-1);
  const lines = within && language.within?.(within.text);
  return (lines ?? language.lines).some((line) => line.test(text));
}

/**
 * A flowchart with one statement a line, space around links, a label where a node comes first, and
 * names of plain letters: so all of it is read by what draws it. Throws an `UnreadLine`.
 */
export function plainFlowchart(head: SourceLine, body: readonly SourceLine[]): string {
  const [whole, way = 'TB', rest = ''] = header.exec(head.text) ?? [];
  if (whole === undefined) throw notUnderstood(head, 'begin with `graph LR` or `graph TD`');
  const first = rest.trim() === '' ? [] : [{ text: rest.trim(), number: head.number }];
  const statements = readStatements([...first, ...body]);
  if (!statements.some((statement) => typeof statement !== 'string')) {
    throw new UnreadLine(head.number, 'there is nothing in it', help);
  }
  checkNumbers(head, statements);
  return [`graph ${way.toUpperCase()}`, ...printStatements(statements)].join('\n');
}

const header = /^(?:graph|flowchart)(?:-elk)?(?:\s+(TD|TB|LR|BT|RL))?\s*(?:;(.*))?$/i;
const help =
  'nodes and arrows are written as in `a[First] --> b[Second]`; every bracket is closed, and a label with brackets stands in quotes';

/** `a & b --> c & d` draws an arrow from each to each. */
function checkNumbers(head: SourceLine, statements: readonly Statement[]): void {
  const chains = statements.filter((statement) => typeof statement !== 'string');
  const nodes = new Set(chains.flatMap(({ groups }) => groups.flat().map(({ id }) => id))).size;
  const edges = chains
    .flatMap(({ groups }) => groups.map((group, at) => group.length * (groups[at + 1]?.length ?? 0)))
    .reduce((sum, count) => sum + count, 0);
  if (nodes <= limits.diagramNodes && edges <= limits.diagramEdges) return;
  const most = `${limits.diagramNodes} shapes and ${limits.diagramEdges} arrows`;
  throw tooMuch(head, `${nodes} shapes and ${edges} arrows`, most);
}

function tooMuch({ number }: SourceLine, found: string, most: string): UnreadLine {
  return new UnreadLine(
    number,
    `it has ${found}, and at most ${most} are drawn`,
    'draw the part that matters',
  );
}

/** A line that goes as it is, or nodes and links. */
type Statement = string | Chain;

function readStatements(lines: readonly SourceLine[]): readonly Statement[] {
  const open: SourceLine[] = [];
  const statements = lines.flatMap((line): readonly Statement[] => {
    const text = line.text.replace(/\s*;$/, '');
    if (/^(?:classDef|class|style|linkStyle)\s+\S+\s+\S/.test(text)) return [text];
    // What a click does, and words for those who do not see the drawing.
    if (/^(?:click|href|accTitle|accDescr)\b/.test(text)) return [];
    if (/^direction\s+\w+$/.test(text)) return open.length > 0 ? [text] : [];
    if (/^subgraph\b/.test(text)) {
      open.push(line);
      return [subgraph(text)];
    }
    if (text === 'end' && open.pop()) return [text];
    const chains = text === 'end' ? undefined : readChains(text);
    if (!chains) throw notUnderstood(line, help);
    return chains;
  });
  const unclosed = open.at(-1);
  if (unclosed) throw neverEnds(unclosed, 'end');
  return statements;
}

function subgraph(text: string): string {
  const rest = text.replace(/^subgraph\s*/, '');
  const [, id, label] = /^([\w-]+)\s*\[\s*(.+?)\s*\]$/.exec(rest) ?? [];
  const words = (label ?? rest).replace(/^"(.*)"$/, '$1');
  return `subgraph ${id ?? rest.replace(/[^\w-]+/g, '_')}[${shield(words || ' ')}]`;
}

function printStatements(statements: readonly Statement[]): readonly string[] {
  const chains = statements.filter((statement) => typeof statement !== 'string');
  const nodes = chains.flatMap(({ groups }) => groups.flat());
  const shaped = new Map(nodes.flatMap((node) => (node.shape ? [[node.id, node.shape] as const] : [])));
  const seen = new Map<string, string>();
  const print = ({ id, className }: FlowNode): string => {
    const suffix = className ? `:::${className}` : '';
    const known = seen.get(id);
    if (known) return known + suffix;
    const name = /^[\w-]+$/.test(id) ? id : `node-${seen.size}-`;
    seen.set(id, name);
    const shape = shaped.get(id) ?? (name === id ? undefined : { open: '[', label: id, close: ']' });
    return name + (shape ? shape.open + shield(shape.label) + shape.close : '') + suffix;
  };
  const lines = statements.flatMap((statement) =>
    typeof statement === 'string' ? [statement] : printChain(statement, print),
  );
  return [...lines, ...linkStyles(chains)];
}

/** Links that end in circles or crosses have a colour that says so; it goes when they are drawn. */
function linkStyles(chains: readonly Chain[]): readonly string[] {
  const drawn = chains.flatMap(({ groups, links }) =>
    links.flatMap(({ arrow, ends }, at) => {
      if (arrow === '') return [];
      const count = (groups[at]?.length ?? 0) * (groups[at + 1]?.length ?? 0);
      return Array.from({ length: count }, () => ends);
    }),
  );
  return drawn.flatMap((ends, at) => (ends ? [`linkStyle ${at} stroke:var(--edge-${ends})`] : []));
}

function printChain({ groups, links }: Chain, print: (node: FlowNode) => string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  groups.forEach((group, index) => {
    const nodes = group.map(print).join(' & ');
    const link = links[index - 1];
    if (link?.arrow) {
      line += ` ${link.arrow}${link.label ? `|${shield(link.label)}|` : ''} ${nodes}`;
      return;
    }
    if (line) lines.push(line);
    line = nodes;
  });
  return [...lines, line];
}

// What draws diagrams passes over what it does not understand. So every line is read here first,
// and one that would be lost stops the drawing: then the source is shown.

import { limits } from '../../diagnostics/index.ts';
import { type Chain, type FlowNode, readChains } from './flowchart-line.ts';
import {
  closesBlocks,
  type Language,
  languages,
  neverEnds,
  notUnderstood,
  type SourceLine,
  statementsOf,
  UnreadLine,
} from './languages.ts';

/** The diagram as it is to be drawn: the same, written so that all of it is read. Throws an `UnreadLine`. */
export function plainSource(source: string): string {
  const lines = statementsOf(source);
  const [head, ...body] = lines;
  if (!head) throw new UnreadLine(0, 'there is nothing in it', 'write a diagram or leave out the fence');
  if (/^(?:graph|flowchart)\b/i.test(head.text)) return plainFlowchart(head, body);
  const language = languages.find(({ header }) => header.test(head.text));
  if (body.length > limits.diagramLines)
    throw tooMuch(head, `${body.length} lines`, `${limits.diagramLines} lines`);
  if (language) checkLines(body, language);
  if (body.length === 0 && language)
    throw new UnreadLine(head.number, 'there is nothing in it', language.help);
  return source;
}

function checkLines(body: readonly SourceLine[], language: Language): void {
  const open: SourceLine[] = [];
  for (const line of body) {
    const { text } = line;
    if (open.length > 0 && language.end.test(text)) open.pop();
    else if (language.blocks.test(text)) open.push(line);
    else if (!isKnown(text, open, language)) throw notUnderstood(line, language.help);
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
  return statements.flatMap((statement) =>
    typeof statement === 'string' ? [statement] : printChain(statement, print),
  );
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

/** Signs that mean something in the language stand for themselves in a label: as private letters, until it is drawn. */
function shield(label: string): string {
  return label.replace(/[[\](){}|"]/g, (character) => String.fromCharCode(shields + character.charCodeAt(0)));
}

/** Puts the characters back into the drawing. */
export function unshield(svg: string): string {
  return svg.replace(/[\uE500-\uE57F]/g, (character) => `&#${character.charCodeAt(0) - shields};`);
}

const shields = 0xe500;

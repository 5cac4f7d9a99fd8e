// One line of a flowchart: nodes and the links between them. `A-->B`, `A -- yes --> B & C[Third]`.

export interface FlowNode {
  readonly id: string;
  /** Signs around the label where it has one of its own. */
  readonly shape?: { readonly open: string; readonly label: string; readonly close: string };
  readonly className?: string;
}

export interface FlowLink {
  /** As what draws them reads it; empty where nothing is drawn. */
  readonly arrow: string;
  /** What it begins and ends in, where one of them is a circle or a cross: `o` or `x`, `a` for an arrow, `n` for nothing. */
  readonly ends?: string;
  readonly label?: string;
}

export interface Chain {
  readonly groups: readonly (readonly FlowNode[])[];
  /** One fewer than groups. */
  readonly links: readonly FlowLink[];
}

type ParsedPrefix<T> = readonly [value: T, rest: string];

/** All chains of a line, which semicolons divide; undefined where a part of it is neither node nor link. */
export function readChains(line: string): readonly Chain[] | undefined {
  const chains: Chain[] = [];
  for (let rest = line.trim(); rest !== ''; ) {
    const read = readChain(rest);
    if (!read || !/^(?:;|$)/.test(read[1])) return undefined;
    chains.push(read[0]);
    rest = read[1].slice(1).trim();
  }
  return chains;
}

function readChain(text: string): ParsedPrefix<Chain> | undefined {
  const first = readGroup(text);
  if (!first) return undefined;
  const groups = [first[0]];
  const links: FlowLink[] = [];
  let rest = first[1];
  for (let link = readLink(rest); link; link = readLink(rest)) {
    const group = readGroup(link[1]);
    if (!group) return undefined;
    links.push(link[0]);
    groups.push(group[0]);
    rest = group[1];
  }
  return [{ groups, links }, rest];
}

function readGroup(text: string): ParsedPrefix<readonly FlowNode[]> | undefined {
  const nodes: FlowNode[] = [];
  for (let rest = text; ; rest = rest.slice(1).trimStart()) {
    const node = readNode(rest);
    if (!node) return undefined;
    nodes.push(node[0]);
    rest = node[1];
    if (!rest.startsWith('&')) return [nodes, rest];
  }
}

function readNode(text: string): ParsedPrefix<FlowNode> | undefined {
  const [id] = /^(?:[\p{L}\p{N}_]|[.-](?=[\p{L}\p{N}_]))+/u.exec(text) ?? [];
  if (id === undefined) return undefined;
  const shaped = readShape(text.slice(id.length));
  if (!shaped) return undefined;
  const [shape, rest] = shaped;
  const [whole = '', className] = /^:::([\w-]+)/.exec(rest) ?? [];
  return [
    { id, ...(shape && { shape }), ...(className && { className }) },
    rest.slice(whole.length).trimStart(),
  ];
}

/** What opens a label, what ends it, and the characters it is drawn with. Longer ones come first. */
const shapes: readonly (readonly [open: string, close: string, drawn: readonly [string, string]])[] = [
  ['(((', ')))', ['(((', ')))']],
  ['([', '])', ['([', '])']],
  ['((', '))', ['((', '))']],
  ['[[', ']]', ['[[', ']]']],
  ['[(', ')]', ['[(', ')]']],
  ['[/', '\\]', ['[/', '\\]']],
  ['[\\', '/]', ['[\\', '/]']],
  ['[/', '/]', ['[', ']']],
  ['[\\', '\\]', ['[', ']']],
  ['{{', '}}', ['{{', '}}']],
  ['[', ']', ['[', ']']],
  ['(', ')', ['(', ')']],
  ['{', '}', ['{', '}']],
  ['>', ']', ['>', ']']],
];

/** An empty shape where there is none; undefined where one is opened that does not end. */
function readShape(text: string): ParsedPrefix<FlowNode['shape']> | undefined {
  const [whole, settings] = /^@\{([^{}]*)\}/.exec(text) ?? [];
  if (whole !== undefined) return [namedShape(settings ?? ''), text.slice(whole.length)];
  if (!/^[[({>]/.test(text)) return [undefined, text];
  for (const [open, close, drawn] of shapes) {
    if (!text.startsWith(open)) continue;
    const read = readLabel(text.slice(open.length), open, close);
    if (read) return [{ open: drawn[0], label: read[0], close: drawn[1] }, read[1]];
  }
  return undefined;
}

/** `@{ shape: diamond, label: "Really?" }`: those of the long list that have a shape of their own here, else a box. */
function namedShape(settings: string): FlowNode['shape'] {
  const label = /\blabel\s*:\s*"([^"]*)"/.exec(settings)?.[1];
  if (label === undefined) return undefined;
  const name = /\bshape\s*:\s*"?([\w-]+)/.exec(settings)?.[1] ?? '';
  const [open, close] = named.find(([names]) => names.test(name))?.[1] ?? ['[', ']'];
  return { open, label, close };
}

const named: readonly (readonly [names: RegExp, drawn: readonly [string, string]])[] = [
  [/^(?:diam(?:ond)?|decision|question)$/, ['{', '}']],
  [/^(?:rounded|event)$/, ['(', ')']],
  [/^(?:circ(?:le)?|start|sm-circ)$/, ['((', '))']],
  [/^(?:dbl-circ|double-circle|stop|fr-circ)$/, ['(((', ')))']],
  [/^(?:stadium|pill|terminal)$/, ['([', '])']],
  [/^(?:cyl(?:inder)?|db|database|datastore)$/, ['[(', ')]']],
  [/^(?:hex(?:agon)?|prepare)$/, ['{{', '}}']],
  [/^(?:subproc(?:ess)?|fr-rect|subroutine)$/, ['[[', ']]']],
];

function readLabel(text: string, open: string, close: string): ParsedPrefix<string> | undefined {
  const [quoted, words = ''] = /^\s*"([^"]*)"\s*/.exec(text) ?? [];
  if (quoted !== undefined) {
    const rest = text.slice(quoted.length);
    return rest.startsWith(close) ? [withoutBackquotes(words), rest.slice(close.length)] : undefined;
  }
  const end = text.indexOf(close);
  const label = text.slice(0, end);
  // What opens again before it ends was not closed.
  if (end < 1 || label.includes(open.charAt(0))) return undefined;
  return [label.trim(), text.slice(end + close.length)];
}

function withoutBackquotes(words: string): string {
  return words.replace(/^`([\s\S]*)`$/, '$1');
}

const bare =
  /^(<|[ox](?=[-=]))?(-{2,}(?:>|[ox](?![\p{L}\p{N}])|-)|={2,}(?:>|[ox](?![\p{L}\p{N}])|=)|-\.+-(?:>|[ox](?![\p{L}\p{N}]))?|~{3,})\s*(?:\|\s*("[^"]*"|[^|]*)\s*\|\s*)?/u;
const labelled =
  /^(<|[ox](?=[-=]))?(?:--|==|-\.)\s*(?![-=.>])(\S.*?)\s*(-{2,}[>ox-]|={2,}[>ox=]|\.+-[>ox]?)\s*/;

function readLink(text: string): ParsedPrefix<FlowLink> | undefined {
  const plain = bare.exec(text);
  if (plain) {
    const [whole, start = '', line = '', label] = plain;
    return [
      { arrow: arrowOf(start, line), ...endsOf(start, line), ...labelOf(label) },
      text.slice(whole.length),
    ];
  }
  const [whole, start = '', label, line = ''] = labelled.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return [
    { arrow: arrowOf(start, line), ...endsOf(start, line), ...labelOf(label) },
    text.slice(whole.length),
  ];
}

/** Heads that are crosses or circles are arrows at first (`mend-drawing.ts`), long links are short ones. */
function arrowOf(start: string, line: string): string {
  if (line.startsWith('~')) return '';
  const head = /[>ox]$/.test(line);
  const drawn = line.includes('.') ? ['-.-', '-.->'] : line.startsWith('=') ? ['===', '==>'] : ['---', '-->'];
  return (start === '' ? '' : '<') + drawn[head ? 1 : 0];
}

function endsOf(start: string, line: string): { ends?: string } {
  const last = /[ox]$/.exec(line)?.[0] ?? (line.endsWith('>') ? 'a' : 'n');
  const first = /[ox]/.exec(start)?.[0] ?? (start === '' ? 'n' : 'a');
  return /[ox]/.test(first + last) ? { ends: first + last } : {};
}

function labelOf(label = ''): { label?: string } {
  const words = withoutBackquotes(label.trim().replace(/^"([\s\S]*)"$/, '$1'));
  return words === '' ? {} : { label: words };
}

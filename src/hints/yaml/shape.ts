// What a value of the hints file may be, and how keys and values are read.
import {
  type Alias,
  type Document,
  isAlias,
  isNode,
  isScalar,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, limits, type Source, type Span } from '../../diagnostics/index.ts';

/**
 * What a value of the hints file may be, written once: `json` for editors, `wants` for messages,
 * `read` for the program. It walks the YAML nodes themselves, so every diagnostic has its span.
 */
export interface Shape<T> {
  readonly json: JsonSchema;
  /** In words, after "wants": "a whole number from 1". */
  readonly wants: string;
  /** What one could write there, as YAML on one line. */
  readonly example: string;
  /** Returns undefined when the value is not of this shape; the reason is reported. */
  read(node: Node, context: ValueContext, state: ReadState): T | undefined;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where a value stands, as messages name it. */
export interface ValueContext {
  /** "`perSlide`", "each entry of `slides`". */
  readonly label: string;
  /** What stands before the value when one writes it: "perSlide: ", "- ". */
  readonly before: string;
  /** Keys from the root, with dots: `deck.tokens.accent`. */
  readonly path: string;
}

/** One text being read: a hints file, or the front matter of the notes. */
export interface ReadState {
  readonly source: Source;
  /** Where the YAML starts in the source. */
  readonly offset: number;
  readonly document: Document;
  readonly diagnostics: Diagnostic[];
  /** Spans of the values that were read, by path. */
  readonly spans: Map<string, Span>;
  /** Aliases that may still be followed: a few lines of YAML can stand for billions. */
  readonly aliases: { left: number };
}

export interface Spanned<T> {
  readonly value: T;
  readonly span: Span;
}

export function nodeSpan(node: Node, state: ReadState): Span {
  const [start, end] = node.range ?? [0, 0];
  const { path } = state.source;
  return { path, start: start + state.offset, end: Math.max(start, end) + state.offset };
}

/** Reads a value in a shape, through an alias if it is one, and remembers where it stood. */
export function readValue<T>(
  node: Node,
  context: ValueContext,
  shape: Shape<T>,
  state: ReadState,
): T | undefined {
  const target = isAlias(node) ? followAlias(node, state) : node;
  if (!target) return undefined;
  state.spans.set(context.path, nodeSpan(node, state));
  return shape.read(target, context, state);
}

export function keyContext(key: string, within: ValueContext): ValueContext {
  const path = within.path === '' ? key : `${within.path}.${key}`;
  return { label: `\`${key}\``, before: `${key}: `, path };
}

function followAlias(node: Alias, state: ReadState): Node | undefined {
  if (state.aliases.left === 0) return undefined;
  state.aliases.left -= 1;
  const target = state.aliases.left > 0 ? node.resolve(state.document) : undefined;
  if (!target) reportAlias(node, state);
  return target;
}

function reportAlias(node: Alias, state: ReadState): void {
  const spent = state.aliases.left === 0;
  state.diagnostics.push({
    code: 'hints/syntax',
    severity: 'error',
    message: spent
      ? `more than ${limits.yamlAliases} aliases have to be followed here`
      : `\`*${node.source}\` repeats something that is not there`,
    span: nodeSpan(node, state),
    help: spent
      ? 'write the values out instead of repeating them with `*`'
      : `mark what it repeats with \`&${node.source}\`, or put quotes around a text that starts with \`*\``,
  });
}

export interface KeyNode {
  readonly key: string;
  readonly span: Span;
  /** Undefined when nothing is written after the colon. */
  readonly value: Node | undefined;
}

/** The keys of a YAML map that are words, each once; the others are reported. */
export function readKeys(map: YAMLMap, state: ReadState): readonly KeyNode[] {
  const keys = new Map<string, KeyNode>();
  for (const pair of map.items as Pair<unknown, unknown>[]) {
    const key = readKey(pair, map, state);
    const first = key && keys.get(key.key);
    if (first) reportTwice(first, key, state);
    else if (key) keys.set(key.key, key);
  }
  return [...keys.values()];
}

function readKey(pair: Pair<unknown, unknown>, map: YAMLMap, state: ReadState): KeyNode | undefined {
  const node = isNode(pair.key) ? pair.key : undefined;
  const span = nodeSpan(node ?? map, state);
  const key = isScalar(node) ? wordsOf(node.value, node.source) : '';
  if (key === '') return reportNoWord(span, state);
  const value = isNode(pair.value) ? pair.value : undefined;
  const nothing = !value || (isScalar(value) && value.value === null);
  if (nothing) reportEaten(key, span, state);
  return { key, span, value: nothing ? undefined : value };
}

function wordsOf(value: unknown, source: string | undefined): string {
  return (typeof value === 'string' ? value : (source ?? '')).trim();
}

function reportTwice(first: KeyNode, again: KeyNode, state: ReadState): void {
  state.diagnostics.push({
    code: 'hints/syntax',
    severity: 'error',
    message: `\`${again.key}\` is given twice`,
    span: again.span,
    related: [{ span: first.span, message: 'it was given here already' }],
    help: 'put what belongs to it under one key',
  });
}

function reportNoWord(span: Span, state: ReadState): undefined {
  state.diagnostics.push({
    code: 'hints/unknown-key',
    severity: 'error',
    message: 'a key has to be a word or a heading',
    span,
    help: 'write `key: value`, with quotes around a key that holds punctuation: `"[Part 1]": …`',
  });
}

/** `accent: #b4540a` looks like a value and is a comment. */
function reportEaten(key: string, span: Span, state: ReadState): void {
  const after = state.source.text.slice(span.end, span.end + 200);
  const eaten = /^["']?[ \t]*:[ \t]+(#\w[^\r\n]*)/.exec(after)?.[1]?.replace(/[\s,}\]]+$/, '');
  if (!eaten) return;
  state.diagnostics.push({
    code: 'hints/wrong-type',
    severity: 'error',
    message: `\`${key}\` holds nothing: what follows \`#\` is a comment`,
    span,
    help: `put it in quotes: ${key}: ${JSON.stringify(eaten)}`,
  });
}

import { isNode, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Span } from '../../diagnostics/index.ts';
import { type Reading, spanOf } from './shape.ts';

export interface Key {
  readonly key: string;
  readonly span: Span;
  /** Nothing when nothing is written after the colon. */
  readonly value: Node | undefined;
}

/** The keys of a YAML map that are words, each once; the others are reported. */
export function readKeys(map: YAMLMap, reading: Reading): readonly Key[] {
  const keys = new Map<string, Key>();
  for (const pair of map.items as Pair<unknown, unknown>[]) {
    const key = readKey(pair, map, reading);
    const first = key && keys.get(key.key);
    if (first) reportTwice(first, key, reading);
    else if (key) keys.set(key.key, key);
  }
  return [...keys.values()];
}

function readKey(pair: Pair<unknown, unknown>, map: YAMLMap, reading: Reading): Key | undefined {
  const node = isNode(pair.key) ? pair.key : undefined;
  const span = spanOf(node ?? map, reading);
  const key = isScalar(node) ? wordsOf(node.value, node.source) : '';
  if (key === '') return reportNoWord(span, reading);
  const value = isNode(pair.value) ? pair.value : undefined;
  const nothing = !value || (isScalar(value) && value.value === null);
  if (nothing) reportEaten(key, span, reading);
  return { key, span, value: nothing ? undefined : value };
}

function wordsOf(value: unknown, source: string | undefined): string {
  return (typeof value === 'string' ? value : (source ?? '')).trim();
}

function reportTwice(first: Key, again: Key, reading: Reading): void {
  reading.diagnostics.push({
    code: 'hints/syntax',
    severity: 'error',
    message: `\`${again.key}\` is given twice`,
    span: again.span,
    related: [{ span: first.span, message: 'it was given here already' }],
    help: 'put what belongs to it under one key',
  });
}

function reportNoWord(span: Span, reading: Reading): undefined {
  reading.diagnostics.push({
    code: 'hints/unknown-key',
    severity: 'error',
    message: 'a key has to be a word or a heading',
    span,
    help: 'write `key: value`, with quotes around a key that holds signs: `"[Part 1]": …`',
  });
}

/** `accent: #b4540a` looks like a value and is a comment. */
function reportEaten(key: string, span: Span, reading: Reading): void {
  const after = reading.source.text.slice(span.end, span.end + 200);
  const eaten = /^["']?[ \t]*:[ \t]+(#\w[^\r\n]*)/.exec(after)?.[1]?.replace(/[\s,}\]]+$/, '');
  if (!eaten) return;
  reading.diagnostics.push({
    code: 'hints/wrong-type',
    severity: 'error',
    message: `\`${key}\` holds nothing: what follows \`#\` is a comment`,
    span,
    help: `put it in quotes: ${key}: ${JSON.stringify(eaten)}`,
  });
}

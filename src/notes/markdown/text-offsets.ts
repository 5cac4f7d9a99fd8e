import type { Text } from 'mdast';
import { at, endOf, startOf } from './positions.ts';

/**
 * Where in the notes each character of a text node stands. Escapes, entities and the
 * prefixes of continued lines make the two differ.
 */
export function textOffsets(node: Text, source: string): (index: number) => number {
  const start = startOf(node);
  const end = endOf(node);
  if (end - start === node.value.length) return (index) => start + index;
  const table = align(node.value, source, start, end);
  return (index) => table[index] ?? end;
}

/** A part of a text node as a node of its own; `undefined` where there is nothing. */
export function sliceText(
  node: Text,
  from: number,
  to: number,
  offset: (index: number) => number,
): Text | undefined {
  if (from >= to) return undefined;
  const end = to === node.value.length ? endOf(node) : offset(to);
  return { type: 'text', value: node.value.slice(from, to), position: at(offset(from), end) };
}

function align(value: string, source: string, start: number, end: number): number[] {
  const table: number[] = [];
  let s = start;
  for (let v = 0; v < value.length; v += 1) {
    const letter = value[v] as string;
    if (value[v - 1] === '\n') s = skipPrefix(source, s, end, letter);
    table.push(Math.min(s, end));
    s = Math.min(end, behind(source, s, letter));
  }
  return table;
}

/** White space and quote signs that begin a continued line. */
function skipPrefix(source: string, s: number, end: number, letter: string): number {
  let next = s;
  while (next < end && source[next] !== letter && ' \t>'.includes(source[next] as string)) next += 1;
  return next;
}

function behind(source: string, s: number, letter: string): number {
  if (source[s] === '\\' && source[s + 1] === letter) return s + 2;
  if (source[s] === '&') {
    const semicolon = source.indexOf(';', s);
    if (semicolon > 0 && semicolon - s < 40 && source.slice(s + 1, semicolon).match(/^#?\w+$/)) {
      return semicolon + 1;
    }
  }
  return s + 1;
}

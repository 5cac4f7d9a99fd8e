import type { PhrasingContent, Text } from 'mdast';
import { at, endOf, startOf } from './tree.ts';

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
  let inStep = 0;
  for (let v = 0; v < value.length; v += 1) {
    const letter = value[v] as string;
    if (value[v - 1] === '\n') s = skipPrefix(source, s, end, letter);
    if (s < end && source[s] !== letter && inStep >= Math.min(v, fewestInStep) && v > 0)
      s = skipDropped(source, s, end, value.slice(v, v + probe));
    inStep = source[s] === letter ? inStep + 1 : 0;
    table.push(Math.min(s, end));
    s = Math.min(end, behind(source, s, letter));
  }
  return table;
}

/** Letters that tell where a text goes on behind what was left out of it, and how far that may be. */
const probe = 6;
const longestDrop = 500;
/** Letters before that stood where they were looked for. */
const fewestInStep = 3;

/** Behind what another dialect wrote within the text, where its next letters stand. */
function skipDropped(source: string, s: number, end: number, next: string): number {
  if (source[s] === '\\' || source[s] === '&') return s;
  const ahead = source.slice(s, Math.min(end, s + longestDrop)).indexOf(next);
  return ahead === -1 ? s : s + ahead;
}

/** White space and quote markers that begin a continued line. */
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

/** A text that stands in the notes with its lines indented or prefixed, as in a quote. */
export interface MappedText {
  readonly text: string;
  /** Offset in the notes of the character at `index` of `text`. */
  at(index: number): number;
}

/**
 * `text` as the parser gives it (prefixes taken off) and the range of the notes it came from.
 * Each line of it ends where the line of the notes ends, which is how they are matched.
 */
export function mapText(text: string, source: string, start: number, end: number): MappedText {
  if (end - start === text.length) return { text, at: (index) => start + index };
  const lines = [...lineEnds(text)];
  const sourceLines = [...lineEnds(source.slice(start, end))];
  return {
    text,
    at(index) {
      const line = firstAtOrAfter(lines, index);
      const ends = sourceLines[Math.min(line, sourceLines.length - 1)] ?? 0;
      const fromEnd = (lines[line] ?? text.length) - index;
      const lineStart = line === 0 ? 0 : (sourceLines[line - 1] ?? 0);
      return Math.min(end, start + (line === 0 ? index : Math.max(lineStart, ends - fromEnd)));
    },
  };
}

/** Where each line ends, before its line end. */
function* lineEnds(text: string): Generator<number> {
  for (const end of text.matchAll(/\r\n|\r|\n/g)) yield end.index;
  yield text.length;
}

function firstAtOrAfter(ends: readonly number[], index: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) >= index) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Phrasing cut at its line ends; the line ends themselves go. */
export function splitLines(children: readonly PhrasingContent[], source: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text' || !/[\r\n]/.test(child.value)) lines.at(-1)?.push(child);
    else {
      const offset = textOffsets(child, source);
      let from = 0;
      for (const end of child.value.matchAll(/\r\n|\r|\n/g)) {
        const part = sliceText(child, from, end.index, offset);
        if (part) lines.at(-1)?.push(part);
        lines.push([]);
        from = end.index + end[0].length;
      }
      const rest = sliceText(child, from, child.value.length, offset);
      if (rest) lines.at(-1)?.push(rest);
    }
  }
  return lines;
}

/** The first line, and everything behind its line end. */
export function splitFirstLine(
  children: readonly PhrasingContent[],
  source: string,
): { readonly line: PhrasingContent[]; readonly rest: PhrasingContent[] } {
  for (const [index, child] of children.entries()) {
    if (child.type === 'break') return { line: children.slice(0, index), rest: children.slice(index + 1) };
    const end = child.type === 'text' ? /\r\n|\r|\n/.exec(child.value) : null;
    if (child.type !== 'text' || end === null) continue;
    const offset = textOffsets(child, source);
    const before = sliceText(child, 0, end.index, offset);
    const behind = sliceText(child, end.index + end[0].length, child.value.length, offset);
    return {
      line: [...children.slice(0, index), ...(before ? [before] : [])],
      rest: [...(behind ? [behind] : []), ...children.slice(index + 1)],
    };
  }
  return { line: [...children], rest: [] };
}

/**
 * Text nodes that touch in the notes become one, empty ones go. Where text and notes differ
 * (a decoded entity, a label) they stay apart, so that each keeps its exact place.
 */
export function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  let run: Text[] = [];
  for (const node of nodes) {
    if (node.type === 'text' && node.value === '') continue;
    const last = run.at(-1);
    if (node.type === 'text' && last && isExact(last) && isExact(node) && endOf(last) === startOf(node)) {
      run.push(node);
      continue;
    }
    pushRun(merged, run);
    run = node.type === 'text' ? [node] : [];
    if (node.type !== 'text') merged.push(node);
  }
  pushRun(merged, run);
  return merged;
}

function isExact(node: Text): boolean {
  return endOf(node) - startOf(node) === node.value.length;
}

function pushRun(merged: PhrasingContent[], run: readonly Text[]): void {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return;
  if (first === last) merged.push(first);
  else {
    const value = run.map((node) => node.value).join('');
    merged.push({ type: 'text', value, position: at(startOf(first), endOf(last)) });
  }
}

import { isCollection, isNode, type Node, type Pair } from 'yaml';

/** Lines that go in place of others, or below one. */
export interface LineEdit {
  readonly kind: 'replace' | 'insert';
  readonly text: string;
  /** From 1. */
  readonly lines: readonly [first: number, last: number];
}

/** The text with the edit made. Line ends stay as they are in the text. */
export function withLines(text: string, { kind, text: added, lines: [first, last] }: LineEdit): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const from = kind === 'replace' ? first - 1 : last;
  lines.splice(from, last - from, ...added.trimEnd().split('\n'));
  const result = lines.join(end);
  return result.endsWith('\n') ? result : `${result}${end}`;
}

export function allLines(text: string): readonly [first: number, last: number] {
  return [1, text.trimEnd().split('\n').length];
}

/** What is left of the added lines without those that begin and end the old ones too. */
export function freshLines(text: string, { kind, text: added, lines }: LineEdit): readonly [number, number] {
  if (kind === 'insert') return allLines(added);
  const old = text.split(/\r?\n/).slice(lines[0] - 1, lines[1]);
  const now = added.trimEnd().split('\n');
  let [first, last] = [0, 0];
  while (first < now.length && now[first] === old[first]) first += 1;
  while (last < now.length - first - 1 && now.at(-1 - last) === old.at(-1 - last)) last += 1;
  return [first + 1, now.length - last];
}

/** First and last line of a key and its value, without comments below. */
export function linesOf({ key, value }: Pair, text: string): readonly [first: number, last: number] {
  const start = isNode(key) ? (key.range?.[0] ?? 0) : 0;
  const end = Math.max(start + 1, endOf(key), endOf(value));
  return [lineAt(text, start), lineAt(text, end - 1)];
}

/** Where the last thing that is written ends: a block collection itself goes on over the empty lines below it. */
function endOf(node: unknown): number {
  if (!isNode(node)) return 0;
  if (!isCollection(node) || node.flow) return node.range?.[1] ?? 0;
  return Math.max(0, ...node.items.map((item) => (isNode(item) ? endOf(item) : endOfPair(item as Pair))));
}

function endOfPair({ key, value }: Pair): number {
  return Math.max(endOf(key), endOf(value as Node | null));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

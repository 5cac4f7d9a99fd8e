// What the readers of blocks around blocks share: the block itself, its title, its options.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import type { TextLine } from '../markdown/source-lines.ts';

/** Says what is not understood, or left out, where it begins, and how it is written. */
export type Report = (
  problem:
    | 'unknown block'
    | 'unknown directive'
    | 'unknown sign'
    | 'placeholder'
    | 'abbreviation'
    | 'citation'
    | 'never closed'
    | 'marks'
    | 'turning'
    | 'left out',
  start: number,
  written: string,
) => void;

/** Kinds of callouts by the names that tools have for them. */
export const callouts: ReadonlyMap<string, string> = new Map([
  ...(
    'note tip warning caution important danger info hint attention error seealso success question example quote ' +
    'abstract summary bug failure todo theorem lemma corollary proposition conjecture definition exercise proof remark solution'
  )
    .split(' ')
    .map((name) => [name, name] as const),
  ...Object.entries({ alert: 'warning', tips: 'tip', notice: 'note', admonition: 'note', callout: 'note' }),
]);

/** A block, by the numbers of its first and last line. */
export interface Container {
  readonly from: number;
  readonly to: number;
  /** Of an indented block the last line is its own; else it only ends the block. */
  readonly end: 'line' | 'indent';
  /** A callout and a presenter note become quotations. */
  readonly isQuote: boolean;
  /** What stands in place of the first line. */
  readonly head: Edit['parts'];
  /** A line of its own that the title was taken from. */
  readonly titleLine?: number;
  /** Lines below the first that are no content. */
  readonly options: number;
  /** One of those that stand side by side. */
  readonly isColumn?: true;
}

export function headOf(kind: string | undefined, title: WrittenRange | undefined): Edit['parts'] {
  if (kind !== undefined) return title ? [`> [!${kind}] `, title] : [`> [!${kind}]`];
  return title ? ['**', title, '**'] : [];
}

/** Whether it opens a callout. */
export function isCalloutHead([first]: Edit['parts']): boolean {
  return typeof first === 'string' && first.startsWith('> [!');
}

/** What mathematicians call what they state. */
const stated =
  /^(theorem|lemma|corollary|proposition|conjecture|definition|axiom|claim|exercise|proof|remark|example|solution)(?:[.:][ \t]*|[ \t]+(?=[\d(])|(?=[ \t]*$))/i;

/** `headOf`, where "Definition 7.1" in the title says itself which callout it is. */
export function titledHead(
  kind: string | undefined,
  title: WrittenRange | undefined,
  { text, start }: TextLine,
): Edit['parts'] {
  const [sign = '', own] = title ? (stated.exec(wordsAt(title, { text, start })) ?? []) : [];
  if (!title || own === undefined) return headOf(kind, title);
  const rest = { start: title.start + sign.length, end: title.end };
  return headOf(own.toLowerCase(), rest.end > rest.start ? rest : undefined);
}

/** Accounts for the word that such a title does not have any more. */
export function reportStated(title: WrittenRange | undefined, line: TextLine, report: Report): void {
  const sign = title && stated.exec(wordsAt(title, line))?.[0];
  if (title && sign) report('left out', title.start, sign);
}

function wordsAt({ start, end }: WrittenRange, line: Pick<TextLine, 'text' | 'start'>): string {
  return line.text.slice(start - line.start, end - line.start);
}

/** Where the group stands, if anything does. */
export function placeOf(
  match: RegExpExecArray | null,
  { start }: TextLine,
  group: 'title' | 'tab' = 'title',
): WrittenRange | undefined {
  const place = match?.indices?.groups?.[group];
  return place && place[0] < place[1] ? { start: start + place[0], end: start + place[1] } : undefined;
}

/** `:class: dropdown`, as MyST has them below the first line. */
export function optionLines(lines: readonly TextLine[], from: number): number {
  return countWhile(lines, from, ({ text }) => /^[ \t>]*:[\w-]+:(?:[ \t]|[\r\n]*$)/.test(text));
}

export function countWhile(
  lines: readonly TextLine[],
  from: number,
  holds: (line: TextLine) => boolean,
): number {
  let at = from;
  for (let line = lines[at]; line !== undefined && holds(line); line = lines[at]) at += 1;
  return at - from;
}

/** MyST: an `{admonition}` says below its first line which it is. */
export function classBelow(lines: readonly TextLine[], from: number, options: number): string | undefined {
  const names = lines
    .slice(from, from + options)
    .flatMap(({ text }) => /:class:[ \t]+([\w-]+)/.exec(text)?.[1] ?? []);
  return names.find((name) => callouts.has(name));
}

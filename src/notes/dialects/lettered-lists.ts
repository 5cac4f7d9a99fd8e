// `a) words`, `(1) words`, `[ ] words`: items of lists to anybody but Markdown. Letters stay in sight, in place of bullets.
import type { List, ListItem, Paragraph, RootContent, Text } from 'mdast';
import type { Element } from '../block.ts';
import type { Edit } from '../markdown/rewritten-text.ts';
import { columnsOf, type TextLine } from '../markdown/source-lines.ts';
import { sliceText, textOffsets } from '../markdown/source-text.ts';
import { at, endOf, startOf } from '../markdown/tree.ts';

const sign = /^([ \t>]*)(\(?)([a-zA-Z]|[ivx]{1,5}|\d{1,3})([.)])[ \t]+(?=\S)/;
const box = /^([ \t>]*)\[[ xX]\][ \t]+(?=\S)/;
const stamp = /^([ \t>]*)\[\d{1,2}:\d\d(?::\d\d)?\][ \t]+(?=\S)/;

/** Lines with a time in brackets that are a list. */
const fewestStamps = 3;

interface LetteredLine {
  readonly line: TextLine;
  readonly indent: number;
  readonly margin: number;
  /** How the sign is written, its letter left out. */
  readonly form: string;
  readonly letter: string;
}

/** Bullets before lines that begin with letters in their order, with bracketed numbers, with boxes, or with times. */
export function letteredEdits(lines: readonly TextLine[]): Edit[] {
  const runs: LetteredLine[][] = [];
  const edits: Edit[] = [];
  const stamps = lines.filter(({ text, isPlain }) => isPlain && stamp.test(text)).length;
  const open = new Map<string, LetteredLine[]>();
  const close = (): void => {
    for (const run of open.values()) runs.push(run);
    open.clear();
  };
  for (const line of lines) {
    if (!line.isPlain || line.text.trim() === '') {
      close();
      continue;
    }
    const task = box.exec(line.text) ?? (stamps >= fewestStamps ? stamp.exec(line.text) : null);
    if (task) edits.push(bullet(line, (task[1] ?? '').length, '- '));
    const found = letteredLine(line);
    if (!found) continue;
    const key = `${found.indent}${found.form}`;
    const run = open.get(key);
    if (run && isNext(run.at(-1)?.letter ?? '', found.letter)) run.push(found);
    else if (isFirst(found.letter)) {
      if (run) runs.push(run);
      open.set(key, [found]);
    }
  }
  close();
  for (const [index, run] of runs.filter(({ length }) => length > 1).entries())
    edits.push(...run.map(({ line, margin }) => bullet(line, margin, index % 2 === 0 ? '* ' : '+ ')));
  return edits.sort((a, b) => a.start - b.start);
}

/** With another marker than the list before, which it would go on. */
function bullet({ start }: TextLine, margin: number, marker: '- ' | '* ' | '+ '): Edit {
  return { start: start + margin, end: start + margin, parts: [marker] };
}

function letteredLine(line: TextLine): LetteredLine | undefined {
  const [, margin = '', open = '', letter, close = ''] = sign.exec(line.text) ?? [];
  // A number with no bracket before it is Markdown's own.
  if (letter === undefined || (open !== '' && close === '.') || (/\d/.test(letter) && open === ''))
    return undefined;
  return { line, indent: columnsOf(margin), margin: margin.length, form: `${open}${close}`, letter };
}

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');

function isFirst(letter: string): boolean {
  return /^(?:a|A|i|1)$/.test(letter);
}

function isNext(letter: string, next: string): boolean {
  if (/^\d+$/.test(letter)) return next === `${Number(letter) + 1}`;
  const place = romans.indexOf(letter);
  if (place !== -1 && romans[place + 1] === next) return true;
  return letter.length === 1 && next.length === 1 && next.charCodeAt(0) === letter.charCodeAt(0) + 1;
}

/** A list whose items all begin so, in their order, with the letters set in place of bullets; and one that counts down. */
export function withLetters(list: List, source: string): List {
  if (list.ordered) return countsDown(list, source) ? withWrittenNumbers(list, source) : list;
  if (list.children.length < 2) return list;
  const signs = list.children.map(signOf);
  const isInOrder = signs.every((found, index) => {
    const before = signs[index - 1];
    return found && (before ? isNext(before, found) : index === 0 && isFirst(found));
  });
  return isInOrder ? { ...list, children: list.children.map((item) => lettered(item, source)) } : list;
}

function signOf({ children: [first] }: ListItem): string | undefined {
  const words = first?.type === 'paragraph' ? first.children[0] : undefined;
  return words?.type === 'text' ? sign.exec(`${words.value}x`)?.[3] : undefined;
}

function lettered(item: ListItem, source: string): ListItem {
  const [first, ...others] = item.children;
  const [words, ...after] = (first as Paragraph).children;
  if (first?.type !== 'paragraph' || words?.type !== 'text') return item;
  const offset = textOffsets(words, source);
  const length = /^\S+/.exec(words.value)?.[0].length ?? 0;
  const letter = sliceText(words, 0, length, offset);
  const rest = sliceText(words, length, words.value.length, offset);
  if (!letter) return item;
  const position = at(startOf(letter), endOf(letter));
  const children: Paragraph['children'] = [
    { type: 'element', name: 'span', class: 'letter', children: [letter], position },
    ...(rest ? [rest] : []),
    ...after,
  ];
  return { ...item, children: [{ ...first, children }, ...others] as RootContent[] as ListItem['children'] };
}

const number = /^(\d{1,3})[.)][ \t]+/;

/** `3. third`, `2. second`, `1. first`: Markdown, which knows the first number alone, would count up. */
function countsDown({ children }: List, source: string): boolean {
  const numbers = children.map((item) => Number(number.exec(markerOf(item, source))?.[1]));
  return numbers.length > 2 && numbers.every((own, at) => at === 0 || own === (numbers[at - 1] ?? 0) - 1);
}

function markerOf(item: ListItem, source: string): string {
  return source.slice(startOf(item), startOf(item) + 8);
}

function withWrittenNumbers(list: List, source: string): List {
  const children = list.children.map((item): ListItem => {
    const [first, ...others] = item.children;
    const sign = number.exec(markerOf(item, source))?.[0] ?? '';
    if (first?.type !== 'paragraph') return item;
    const [start, end] = [startOf(item), startOf(item) + sign.trimEnd().length];
    const letter: Element = {
      type: 'element',
      name: 'span',
      class: 'letter',
      children: [{ type: 'text', value: sign.trimEnd(), position: at(start, end) }],
      position: at(start, end),
    };
    const space: Text = { type: 'text', value: ' ', position: at(end, start + sign.length) };
    return { ...item, children: [{ ...first, children: [letter, space, ...first.children] }, ...others] };
  });
  return { ...list, ordered: false, start: null, children };
}

// What Logseq writes that Markdown has no pattern for, in notes that are Logseq's: `TODO` is a word elsewhere.
import type { ListItem, PhrasingContent, RootContent, Text } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { sliceText, splitLines, textOffsets } from './markdown/source-text.ts';
import { at, endOf, startOf } from './markdown/tree.ts';
import type { Field } from './notes.ts';
import { plainText } from './plain-text.ts';
import { cutText, fieldOf } from './title-block/fields.ts';
import { between, type Metadata } from './title-block/metadata.ts';

/** A property above everything else or one of Logseq's own, a block's number, a macro, a date of the agenda. */
const ownSyntax = [
  /^\ufeff?[\w.-]{1,40}::[ \t]/,
  /^[ \t]*(?:[-*] )?(?:id|collapsed|background-color|created-at|updated-at|logseq\.[\w.-]+)::[ \t]/m,
  /^[ \t]+heading::[ \t]*(?:true|auto|[1-6])[ \t]*$/m,
  /\(\([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\)\)/i,
  /\{\{(?:embed|query|renderer|cloze|namespace) /,
  /^[ \t]*(?:SCHEDULED|DEADLINE): </m,
  /^[ \t]*:LOGBOOK:/m,
];

/** Do notes come from Logseq? */
export function isLogseq(text: string): boolean {
  return ownSyntax.some((pattern) => pattern.test(text));
}

/** A box says all of the first two; the others tell more, and stay beside it. */
const state = /^(?:(TODO|DONE)[ \t]+|(?:DOING|NOW|LATER|WAITING|IN-PROGRESS|CANCELL?ED)[ \t]+)(?=\S)/;

/** Bullets that begin with `TODO` or `DONE` are tasks, as those with `[ ]` are. */
export function logseqTasks(blocks: RootContent[], source: string): RootContent[] {
  return blocks.map((block) =>
    block.type === 'list' ? { ...block, children: block.children.map((item) => task(item, source)) } : block,
  );
}

function task(item: ListItem, source: string): ListItem {
  const [paragraph, ...others] = item.children;
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || first?.type !== 'text' || item.checked != null) return item;
  const found = state.exec(first.value);
  if (!found) return item;
  const length = found[1] === undefined ? 0 : found[0].length;
  const rest = sliceText(first, length, first.value.length, textOffsets(first, source));
  const words = [...(rest ? [rest] : []), ...paragraph.children.slice(1)];
  const position = at(words[0] ? startOf(words[0]) : startOf(paragraph), endOf(paragraph));
  return {
    ...item,
    checked: found[1] === 'DONE',
    children: [{ ...paragraph, children: words, position }, ...others],
  };
}

/** What a program fills in: `{{query …}}`, `((a block’s number))`. */
const machine = /\{\{[^{}\r\n]+\}\}|\(\((?=[\da-f-]*\d)(?=[\da-f-]*[a-f])[\da-f]+(?:-[\da-f]+)+\)\)/gi;

/** The same words with what only Logseq can read set as code. */
export function logseqCode(children: PhrasingContent[], source: string): PhrasingContent[] {
  return children.flatMap((child) =>
    child.type === 'text' && /\{\{|\(\(/.test(child.value) ? withCode(child, source) : [child],
  );
}

function withCode(node: Text, source: string): PhrasingContent[] {
  const offset = textOffsets(node, source);
  const parts: (PhrasingContent | undefined)[] = [];
  let from = 0;
  for (const found of node.value.matchAll(machine)) {
    const end = found.index + found[0].length;
    parts.push(sliceText(node, from, found.index, offset));
    const position = sliceText(node, found.index, end, offset)?.position;
    parts.push({ type: 'inlineCode', value: found[0], ...(position && { position }) });
    from = end;
  }
  return from === 0
    ? [node]
    : [...parts, sliceText(node, from, node.value.length, offset)].flatMap((part) => part ?? []);
}

const property = /^\s*([\w.-]{1,40})::(?:\s+|$)/;

/** What Logseq keeps for itself: how it shows a block, and what the block is called. */
const ownKeys =
  /^(?:id|collapsed|heading|background-color|public|filters|icon|template(?:-including-parent)?|exclude-from-graph-view|created-at|updated-at|(?:logseq|hl|ls|card)[.-].*)$/;

/** Properties that say something about the talk, as front matter does. */
const talkKeys =
  /^(?:title|subtitle|authors?|speakers?|presenters?|date|event|conference|place|location|lang|language)$/;

/** Paragraphs without the lines that are Logseq's own. */
export function withoutOwnProperties(blocks: RootContent[], source: string): RootContent[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph' || !plainText([block]).includes('::')) return [block];
    const lines = splitLines(block.children, source).filter((line) => line.length > 0);
    const kept = lines.filter((line) => !ownKeys.test(keyOf(line) ?? ''));
    if (kept.length === lines.length) return [block];
    return kept.length === 0 ? [] : [{ ...block, children: joined(kept) }];
  });
}

/** What courses call it, where the notes have no word of their own for it. */
const courseKeys: ReadonlyMap<string, string> = new Map([
  ['lecturer', 'speaker'],
  ['instructor', 'speaker'],
  ['professor', 'speaker'],
  ['course', 'event'],
  ['class', 'event'],
  ['topic', 'title'],
]);

/** Bullets above everything else that are properties, as Roam has them. */
const fewestBullets = 2;

/** The properties above everything else: those of the talk as fields. The others are none of its text, as in front matter. */
export function pageProperties(
  blocks: readonly RootContent[],
  source: Source,
): Pick<Metadata, 'fields' | 'rest' | 'leftOut'> {
  const { lines, rest, end } = propertyLines(blocks, source);
  const fields = new Map<string, readonly Field[]>();
  if (lines.length === 0) return { fields, rest: blocks, leftOut: [] };
  const shown: Field['span'][] = [];
  const take = (line: readonly PhrasingContent[], key: string | undefined): void => {
    const field =
      key === undefined || fields.has(key) ? undefined : fieldOf(propertyValue(line, source), source);
    if (key === undefined || field === undefined) return;
    fields.set(key, [field]);
    shown.push(field.span);
  };
  const keys = lines.map((line) => (keyOf(line) ?? '').toLowerCase());
  for (const [at, line] of lines.entries()) take(line, talkKeys.test(keys[at] ?? '') ? keys[at] : undefined);
  for (const [at, line] of lines.entries()) take(line, courseKeys.get(keys[at] ?? ''));
  shown.sort((a, b) => a.start - b.start);
  return { fields, rest, leftOut: between(shown, startOf(blocks[0] ?? {}), end) };
}

interface PropertyLines {
  readonly lines: readonly (readonly PhrasingContent[])[];
  readonly rest: readonly RootContent[];
  /** Offset behind the last of them. */
  readonly end: number;
}

/** The lines of the first paragraph, if each is a property, or the first bullets of a list that are. */
function propertyLines([first, ...others]: readonly RootContent[], { text }: Source): PropertyLines {
  if (first?.type === 'paragraph') {
    const lines = splitLines(first.children, text);
    const areAll = lines.every((line) => keyOf(line) !== undefined);
    return { lines: areAll ? lines : [], rest: others, end: endOf(first) };
  }
  const items = first?.type === 'list' ? first.children : [];
  const behind = items.findIndex((item) => keyOfItem(item) === undefined);
  const taken = behind === -1 ? items : items.slice(0, behind);
  if (first?.type !== 'list' || taken.length < fewestBullets) return { lines: [], rest: [], end: 0 };
  const kept = items.slice(taken.length);
  const position = at(startOf(kept[0] ?? first), endOf(first));
  return {
    lines: taken.map(({ children: [line] }) => (line?.type === 'paragraph' ? line.children : [])),
    rest: kept.length === 0 ? others : [{ ...first, children: kept, position }, ...others],
    end: endOf(taken.at(-1) ?? first),
  };
}

function keyOfItem({ children: [line, ...others] }: ListItem): string | undefined {
  return line?.type === 'paragraph' && others.length === 0 ? keyOf(line.children) : undefined;
}

function propertyValue(line: readonly PhrasingContent[], source: Source): readonly PhrasingContent[] {
  const isBold = line[0]?.type === 'strong';
  return isBold ? cutText(line.slice(1), 0, /^::\s*/, source.text) : cutText(line, 0, property, source.text);
}

/** In bold, as Roam has it, with spaces in it. */
function keyOf([first, next]: readonly PhrasingContent[]): string | undefined {
  if (first?.type === 'strong' && next?.type === 'text' && /^::(?:\s|$)/.test(next.value))
    return plainText([first]);
  return first?.type === 'text' ? property.exec(first.value)?.[1] : undefined;
}

function joined(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, index) => {
    const [before, first] = [lines[index - 1]?.at(-1), line[0]];
    if (before === undefined || first === undefined) return line;
    return [{ type: 'break' as const, position: at(endOf(before), startOf(first)) }, ...line];
  });
}

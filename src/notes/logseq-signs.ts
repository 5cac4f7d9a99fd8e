// What Logseq writes that Markdown has no sign for, in notes that are Logseq's: `TODO` is a word elsewhere.
import type { ListItem, PhrasingContent, RootContent, Text } from 'mdast';
import { at, endOf, startOf } from './markdown/positions.ts';
import { sliceText, textOffsets } from './markdown/text-offsets.ts';

/** A property above everything else or one of Logseq's own, a block's number, a macro, a date of the agenda. */
const ownSigns = [
  /^\ufeff?[\w.-]{1,40}::[ \t]/,
  /^[ \t]*(?:[-*] )?(?:id|collapsed|background-color|created-at|updated-at|logseq\.[\w.-]+)::[ \t]/m,
  /\(\([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\)\)/i,
  /\{\{(?:embed|query|renderer|cloze|namespace) /,
  /^[ \t]*(?:SCHEDULED|DEADLINE): </m,
  /^[ \t]*:LOGBOOK:/m,
];

/** Do notes come from Logseq? */
export function isLogseq(text: string): boolean {
  return ownSigns.some((sign) => sign.test(text));
}

/** A box says all of the first two; the others tell more, and stay beside it. */
const state = /^(?:(TODO|DONE)[ \t]+|(?:DOING|NOW|LATER|WAITING|IN-PROGRESS)[ \t]+)(?=\S)/;

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

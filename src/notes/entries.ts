// What was written while it happened, each entry behind its time: a list in the order of the clock.
import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { sliceText, textOffsets } from './markdown/source-text.ts';
import { at, endOf, startOf } from './markdown/tree.ts';
import { plainText } from './plain-text.ts';

/** Entries that make a log, and items of a list that are times. */
const fewest = { entries: 4, items: 3 } as const;

const clock = String.raw`(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?`;
/** `[8:18] `, `(08:18:30) `; `8:18 – `, `10:02 AM: `. */
const bracketed = new RegExp(String.raw`^\s*[[(](${clock})[\])]\s*[:–—-]?\s+(?=\S)`, 'di');
const plain = new RegExp(String.raw`^\s*(${clock})(?:\s?(?:[:–—-]|\|)+)?\s+(?=\S)`, 'i');
/** The same alone, as it stands in bold. */
const alone = new RegExp(String.raw`^\s*([[(]?)(${clock})[\])]?\s*[:–—-]?\s*$`, 'di');

/** Paragraphs that mostly begin with a time are items, with what stands between them below; times in brackets are set in bold. */
export function readEntries(
  blocks: readonly RootContent[],
  { text: source }: Source,
): readonly RootContent[] {
  const times = blocks.map((block) => (block.type === 'paragraph' ? timeOf(block) : undefined));
  const [first, last] = [times.findIndex(isTime), times.findLastIndex(isTime)];
  const found = times.filter(isTime);
  const others =
    blocks.slice(first, last).filter(({ type }) => type === 'paragraph').length + 1 - found.length;
  if (found.length < fewest.entries || others * 2 > found.length || !areInOrder(found))
    return blocks.map((block) => withTimes(block, source));
  const out: RootContent[] = [];
  let open: List | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'paragraph' && isTime(times[index])) {
      open ??= startList(out);
      open.children.push(asItem(withTime(block, source)));
    } else if (!open || index > last || block.type === 'heading' || block.type === 'thematicBreak') {
      open = undefined;
      out.push(withTimes(block, source));
    } else addTo(open, block);
    if (open) open.position = at(startOf(open.children[0] ?? block), endOf(block));
  }
  return out;
}

function isTime(time: number | undefined): time is number {
  return time !== undefined;
}

function startList(out: RootContent[]): List {
  const list: List = { type: 'list', ordered: false, spread: false, children: [] };
  out.push(list);
  return list;
}

function asItem(paragraph: Paragraph): ListItem {
  const position = at(startOf(paragraph), endOf(paragraph));
  return { type: 'listItem', spread: false, children: [paragraph], position };
}

/** What stands behind an entry goes on in it. */
function addTo(list: List, block: RootContent): void {
  const item = list.children.at(-1);
  if (!item) return;
  item.children.push(block as ListItem['children'][number]);
  item.position = at(startOf(item), endOf(block));
}

/** Minutes since midnight of the time that it begins with. */
function timeOf({ children: [first, next] }: Paragraph): number | undefined {
  if (first?.type === 'strong' || first?.type === 'emphasis')
    return next === undefined ? undefined : minutesOf(alone.exec(plainText([first]))?.[2]);
  if (first?.type !== 'text') return undefined;
  return minutesOf((bracketed.exec(first.value) ?? plain.exec(first.value))?.[1]);
}

function minutesOf(time: string | undefined): number | undefined {
  if (time === undefined) return undefined;
  const [hour = 0, minute = 0] = time.split(/[:h]/).map((part) => Number.parseInt(part, 10));
  const half = /([ap])\.?m/i.exec(time)?.[1]?.toLowerCase();
  return 60 * (half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) + minute;
}

/** The clock goes on; it begins anew once, and somebody may mistype. */
function areInOrder(times: readonly number[]): boolean {
  const back = times.filter((time, index) => time < (times[index - 1] ?? time)).length;
  return back <= 1 + times.length / 20;
}

/** Items that all begin with a time in brackets have it in bold. */
function withTimes(list: RootContent, source: string): RootContent {
  if (list.type !== 'list') return list;
  const times = list.children.map(({ children: [line] }) =>
    line?.type === 'paragraph' ? timeOf(line) : undefined,
  );
  if (list.ordered || times.length < fewest.items || !times.every(isTime) || !areInOrder(times)) return list;
  const children = list.children.map((item): ListItem => {
    const [line, ...below] = item.children;
    return line?.type === 'paragraph' ? { ...item, children: [withTime(line, source), ...below] } : item;
  });
  return { ...list, children };
}

/** The brackets are no part of a time in bold. */
function withTime(paragraph: Paragraph, source: string): Paragraph {
  const [first, ...others] = paragraph.children;
  const inner = first?.type === 'strong' ? first.children[0] : first;
  if (inner?.type !== 'text') return paragraph;
  const match = first === inner ? bracketed.exec(inner.value) : alone.exec(inner.value);
  const place = match?.indices?.at(-1);
  if (!match || !place || (first !== inner && match[1] === '')) return paragraph;
  const offset = textOffsets(inner, source);
  const time = sliceText(inner, place[0], place[1], offset);
  const rest = first === inner ? sliceText(inner, match[0].length, inner.value.length, offset) : undefined;
  if (!time) return paragraph;
  const position = at(startOf(time), endOf(time));
  const gap: PhrasingContent[] = rest
    ? [{ type: 'text', value: ' ', position: at(endOf(time), startOf(rest)) }, rest]
    : [];
  return { ...paragraph, children: [{ type: 'strong', children: [time], position }, ...gap, ...others] };
}

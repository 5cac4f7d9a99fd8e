// What was written while it happened, each entry behind its time: a time is no name, but the first and the last say what is between.
import type { List, ListItem } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';

const time = /^(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?(?![\p{L}]))?(?=[\s,:–—-]|$)/iu;

/** Items from which a list is such a log. */
const fewest = 3;

/** The time of the clock that a text begins with. */
export function timeBefore(text: string): string | undefined {
  return time.exec(text.trim())?.[0];
}

/** The times of its items; undefined where one has none. */
function timesOf({ children, ordered }: List): readonly string[] | undefined {
  if (ordered || children.length === 0) return undefined;
  const times: string[] = [];
  for (const item of children) {
    const found = timeOf(item);
    if (found === undefined) return undefined;
    times.push(found);
  }
  return times;
}

function timeOf({ children: [line] }: ListItem): string | undefined {
  return line?.type === 'paragraph' ? timeBefore(plainText([line as Block])) : undefined;
}

/** Is it a list of entries, none of which names more than itself? */
export function isLog(list: List): boolean {
  return list.children.length >= fewest && timesOf(list) !== undefined;
}

/** "8:18 – 8:32", from the first entry to the last; of one entry its time. Undefined where a list is none of entries. */
export function timesShown(blocks: readonly Block[]): string | undefined {
  const times = blocks.flatMap((block) => (block.type === 'list' ? [timesOf(block)] : []));
  const [from, to] = [times[0]?.[0], times.at(-1)?.at(-1)];
  if (from === undefined || times.includes(undefined)) return undefined;
  return from === to ? from : `${from} – ${to}`;
}

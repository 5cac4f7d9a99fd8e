import type { List, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { plainText } from '../plain-text.ts';
import { splitLines } from './source-text.ts';
import { asParagraph, at, endOf, startOf } from './tree.ts';

/** Lines that make a list, right below a title more; characters of the longest. */
const enough = { lines: 5, belowTitle: 8, characters: 120 } as const;

/** Fewer lines are a list where all of them are short names or questions; characters and words of the longest. */
const short = { lines: 3, characters: 40, words: 7 } as const;

/** Share of line ends that no margin asked for, and of lines that end as sentences and verses do. */
const shares = { free: 0.7, closed: 0.3 } as const;

/**
 * Notes typed a thought a line, without bullets: the lines as a list. Undefined for text that was wrapped at a margin,
 * for sentences and for verses; there a line end is white space. `before` is the block above.
 */
export function noteLines(paragraph: Paragraph, before: Nodes | undefined, source: string): List | undefined {
  const hasBreaks = paragraph.children.some(({ type }) => type === 'break');
  const hasLines = paragraph.children.some((child) => child.type === 'text' && /[\r\n]/.test(child.value));
  if (!(hasBreaks || hasLines) || paragraph.children.some(({ type }) => type === 'image')) return undefined;
  const lines = splitLines(paragraph.children, source).filter((line) => line.length > 0);
  const isBelowTitle = before?.type === 'heading' && before.depth === 1;
  const texts = lines.map((line) => plainText(line).trim());
  const isEnough = lines.length >= (isBelowTitle ? enough.belowTitle : enough.lines);
  // No margin is as narrow as that.
  const isShort = !isBelowTitle && lines.length >= short.lines && texts.every(isName);
  const isTimed = texts.length >= short.lines && texts.every((text) => time.test(text));
  const isTyped = !hasBreaks && (isShort || (isEnough && isTypedByLine(texts)));
  if (!isTyped && !isTimed) return undefined;
  return { ...asList(lines), ...(paragraph.position ? { position: paragraph.position } : {}) };
}

/** An item for each line. */
export function asList(lines: readonly PhrasingContent[][]): List {
  const children = lines.map((words): ListItem => {
    const paragraph = asParagraph(words);
    return {
      type: 'listItem',
      spread: false,
      children: [paragraph],
      position: at(startOf(paragraph), endOf(paragraph)),
    };
  });
  const position = at(startOf(children[0] ?? {}), endOf(children.at(-1) ?? {}));
  return { type: 'list', ordered: false, spread: false, children, position };
}

/** As transcripts and programmes have it: `[00:12:40]`, `9.30`, `10:15-11:00`. */
const time =
  /^[[(]?\d{1,2}[:.]\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?:\s?[-–—]\s?\d{1,2}[:.]\d\d(?::\d\d)?)?[\])]?\s+\S/;

/** A few words that begin as a line does and end as no sentence does. */
function isName(text: string): boolean {
  return (
    text.length <= short.characters &&
    text.split(/\s+/).length <= short.words &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    !/[.!,;:。、，；：…—-]["”»]?$|[.!?]\s/u.test(text)
  );
}

/** The next word had room on most lines: it was put on a line of its own on purpose. */
function isTypedByLine(texts: readonly string[]): boolean {
  const widest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  if (widest > enough.characters) return false;
  const pairs = texts.slice(1).map((next, index) => ({ line: texts[index] ?? '', next }));
  const free = pairs.filter(({ line, next }) => line.length + 1 + firstWord(next).length <= widest);
  const closed = texts.filter((text) => /[,;.。、]$/u.test(text));
  return free.length >= shares.free * pairs.length && closed.length <= shares.closed * texts.length;
}

function firstWord(text: string): string {
  return /^\S*/u.exec(text)?.[0] ?? '';
}

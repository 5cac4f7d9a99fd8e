// Speaker notes with an end of their own: `::: notes`, `<aside class="notes">`.
import { endOfParagraph, type NotesDeck, type SpeakerNote, slideEnd, until } from './notes-deck.ts';
import type { SlideLine } from './slide-lines.ts';

const name = '(?:(?:speaker|presenter)[-_ ]?)?notes';
const div = new RegExp(
  `^([ \\t>]*:{3,}[ \\t]*(?:\\{[^}]*\\.${name}\\b[^}]*\\}|\\{?${name}\\}?|speaker))(?:[ \\t]*:*|[ \\t]+([^\\s:].*?)[ \\t]*:{3,})[ \\t]*$`,
  'i',
);

/** `::: notes` and `::: {.notes}`, with others inside. Where its end is missing it goes to the end of the slide. */
export function divNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  const [whole, sign = '', words] = div.exec(line.text) ?? [];
  if (whole === undefined) return undefined;
  if (words !== undefined) {
    const start = line.start + whole.indexOf(words, sign.length);
    return { start: line.start, end: line.end, inside: { start, end: start + words.length } };
  }
  const close = deck.divEnds.get(at);
  const last = close === undefined ? undefined : deck.lines[close];
  if (last === undefined) return until(slideEnd(at, deck), line, line.end, deck);
  const inner = deck.lines
    .slice(at + 1, close)
    .filter(({ text, kind }) => kind !== 'closed' && fence.test(text));
  return { start: line.start, end: last.end, inside: { start: line.end, end: last.start }, signs: inner };
}

const fence = /^[ \t>]*:{3,}/;

/** The number of colons says nothing; a div in one line ends itself. */
export function endsOfDivs(lines: readonly SlideLine[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { text, kind }] of lines.entries()) {
    if (kind === 'closed' || !fence.test(text) || div.exec(text)?.[2]) continue;
    const opener = /^[ \t>]*:{3,}[ \t]*$/.test(text) ? open.pop() : undefined;
    if (opener !== undefined) ends.set(opener, at);
    else open.push(at);
  }
  return ends;
}

const orgStart = /^[ \t]*#\+begin_notes?[ \t]*$/i;
const orgEnd = /^[ \t]*#\+end_notes?[ \t]*$/i;
/** Of AsciiDoc as its decks for reveal.js have it. */
const roleStart = /^\[(?:NOTE)?\.(?:speaker|notes)\][ \t]*$/;
const delimiter = /^(?:={4,}|\*{4,}|_{4,}|-{2}|-{4,})[ \t]*$/;

/** `#+BEGIN_NOTES` up to its end; `[NOTE.speaker]` and `[.notes]` with the block or the paragraph below. */
export function blockNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  const { lines } = deck;
  const isRole = roleStart.test(line.text);
  if (!isRole && !orgStart.test(line.text)) return undefined;
  const opening = isRole ? lines[at + 1] : line;
  const sign = opening?.text.trimEnd() ?? '';
  if (opening === undefined || (isRole && !delimiter.test(sign)))
    return until(endOfParagraph(at, lines), line, line.end, deck);
  const isEnd = ({ text }: SlideLine): boolean => (isRole ? text.trimEnd() === sign : orgEnd.test(text));
  const close = lines.findIndex((other, index) => index > at + (isRole ? 1 : 0) && isEnd(other));
  const last = lines[close];
  if (last === undefined) return until(slideEnd(at, deck), line, opening.end, deck);
  return { start: line.start, end: last.end, inside: { start: opening.end, end: last.start } };
}

const tagStart = new RegExp(
  `<(aside|div|section|details)\\b[^<>]*\\bclass\\s*=\\s*(?:"(?:[^"<>]*\\s)?${name}(?:\\s[^"<>]*)?"|'(?:[^'<>]*\\s)?${name}(?:\\s[^'<>]*)?'|${name}(?=[\\s>]))[^<>]*>`,
  'i',
);

/** Tags of its name that an element may hold; its end is not looked for beyond. */
const mostTags = 200;

/** `<aside class="notes">`, up to the tag that ends it. */
export function tagNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  const found = tagStart.exec(line.text);
  if (found === null || isInCode(line.text, found.index)) return undefined;
  const start = line.start + found.index;
  const inside = start + found[0].length;
  const tags = new RegExp(`<(/?)${found[1]}\\b[^<>]*>`, 'gi');
  tags.lastIndex = inside;
  let open = 1;
  for (
    let tag = tags.exec(deck.text), read = 0;
    tag !== null && read < mostTags;
    tag = tags.exec(deck.text), read += 1
  ) {
    open += tag[1] === '/' ? -1 : 1;
    if (open === 0) return { start, end: tags.lastIndex, inside: { start: inside, end: tag.index } };
  }
  return { ...until(slideEnd(at, deck), line, inside, deck), start };
}

function isInCode(line: string, index: number): boolean {
  return (line.slice(0, index).match(/`/g)?.length ?? 0) % 2 === 1;
}

// What other programs call speaker notes: the audience never sees them. They are taken out before Markdown is
// read, which knows none of their signs.
import type { Notes } from '../notes.ts';
import type { Comment, Reading } from '../reading.ts';
import { blanked } from './blanked.ts';
import { headingDepth, type SlideLine, type SlideLines, slideLines } from './slide-lines.ts';
import type { SlideTool } from './slide-tool.ts';

type Region = Notes['leftOut'][number];

interface SpeakerNote extends Region {
  /** What is said. */
  readonly inside: Region;
  /** Signs within it that are none of its words. */
  readonly signs?: readonly Region[];
}

interface NotesDeck extends SlideLines {
  readonly text: string;
  readonly tool: SlideTool | undefined;
  readonly divEnds: ReadonlyMap<number, number>;
  /** By the number of a line, that of the first behind it which begins another slide. */
  readonly slideEnds: readonly number[];
  /** Paragraphs in it are written to be read. */
  readonly isProse: boolean;
}

interface NoteSyntax {
  /** A text with a speaker note that it reads; held against it by a test. */
  readonly example: string;
  /** The note that begins in the line, if one does. */
  readonly read: (line: SlideLine, at: number, deck: NotesDeck) => SpeakerNote | undefined;
}

/** The first that understands a line decides. */
export const noteSyntaxes: readonly NoteSyntax[] = [
  { example: '::: notes\nSecret\n:::', read: divNote },
  { example: '- a\n\n<aside class="notes">Secret</aside>', read: tagNote },
  { example: '- a\n\n???\nSecret', read: remarkNote },
  { example: '- a\n\n^ Secret', read: caretNote },
  { example: '- a\n\nPresenter notes: Secret', read: plainNote },
  { example: '- a\n\n### Speaker notes\n\nSecret', read: headedNote },
  { example: '- a\n\nNote: Secret', read: colonNote },
];

/** The text with spaces in place of all speaker notes, which go to the comments of the reading. */
export function takeSpeakerNotes(text: string, start: number, reading: Reading): string {
  if (!signs.test(text)) return text;
  const slides = slideLines(text);
  const { tool } = reading;
  const notes = findNotes({
    ...slides,
    text,
    tool,
    divEnds: endsOfDivs(slides.lines),
    slideEnds: slideEndsOf(slides, tool),
    isProse: hasProse(slides.lines),
  });
  for (const note of notes) {
    reading.comments.push(commentOf(note, text, start));
    reading.leftOut.push({ start: start + note.start, end: start + note.inside.start });
  }
  return blanked(text, notes);
}

/** Any sign of a speaker note; looked for before anything else, as most notes have none. */
const signs =
  /^[ \t>]*(?:[-*+][ \t]+)?(?::{3,}|\?{3}[ \t]*$|\^[ \t])|notes?\b|notiz|notas?\b|notities|備|备|ノート|노트|заметки/imu;

function findNotes(deck: NotesDeck): SpeakerNote[] {
  const notes: SpeakerNote[] = [];
  let behind = 0;
  for (const [at, line] of deck.lines.entries()) {
    if (line.start < behind || line.kind === 'closed' || line.kind === 'blank' || line.kind === 'rule')
      continue;
    for (const { read } of noteSyntaxes) {
      const note = read(line, at, deck);
      if (note === undefined) continue;
      notes.push(note);
      behind = note.end;
      break;
    }
  }
  return notes;
}

function commentOf(
  { start, end, inside, signs: own = [] }: SpeakerNote,
  text: string,
  place: number,
): Comment {
  const from = inside.start;
  const within = own.map((sign) => ({ start: sign.start - from, end: sign.end - from }));
  const words = blanked(text.slice(from, inside.end), within).replaceAll('<!--', '    ');
  return {
    text: words,
    at: (index) => place + Math.min(end, from + index),
    start: place + start,
    end: place + end,
  };
}

/**
 * A slide ends at a rule, or a heading like those that slides begin with. Where a program parts slides at rules alone, no
 * heading ends one.
 */
function slideEndsOf(
  { lines, isDeck, slideDepth }: SlideLines,
  tool: SlideTool | undefined,
): readonly number[] {
  const endsIt = ({ kind, text }: SlideLine): boolean =>
    kind === 'rule' ||
    (kind === 'heading' && !(isDeck && (tool !== undefined || headingDepth(text) > slideDepth)));
  let end = lines.length;
  const ends = lines.map(() => end);
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    ends[at] = end;
    if (endsIt(lines[at] as SlideLine)) end = at;
  }
  return ends;
}

function slideEnd(at: number, { lines, slideEnds }: NotesDeck): number {
  return slideEnds[at] ?? lines.length;
}

/** Index of the first line behind this one of which it holds; their number where there is none. */
function firstBehind(at: number, lines: readonly SlideLine[], holds: (line: SlideLine) => boolean): number {
  let index = at + 1;
  while (index < lines.length && !holds(lines[index] as SlideLine)) index += 1;
  return index;
}

/** From a line to the one before `end`; its words begin at `inside`. */
function until(end: number, line: SlideLine, inside: number, { lines }: SlideLines): SpeakerNote {
  const last = Math.max(inside, lines[end - 1]?.end ?? line.end);
  return { start: line.start, end: last, inside: { start: inside, end: last } };
}

function hasWords(note: SpeakerNote, { text }: NotesDeck): SpeakerNote | undefined {
  return text.slice(note.inside.start, note.inside.end).trim() === '' ? undefined : note;
}

const name = '(?:(?:speaker|presenter)[-_ ]?)?notes';
const divStart = new RegExp(
  `^[ \\t>]*:{3,}[ \\t]*(?:\\{[^}]*\\.${name}\\b[^}]*\\}|\\{?${name}\\}?)[ \\t]*:*[ \\t]*$`,
  'i',
);

const divInOneLine = new RegExp(
  `^([ \\t>]*:{3,}[ \\t]*(?:\\{[^}]*\\.${name}\\b[^}]*\\}|${name})[ \\t]+)([^\\s:].*?)[ \\t]*:{3,}[ \\t]*$`,
  'i',
);

/** `::: notes` and `::: {.notes}`, with others inside. Where its end is missing it goes to the end of the slide. */
function divNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  const inOneLine = divInOneLine.exec(line.text);
  if (inOneLine) {
    const start = line.start + (inOneLine[1]?.length ?? 0);
    return { start: line.start, end: line.end, inside: { start, end: start + (inOneLine[2]?.length ?? 0) } };
  }
  if (!divStart.test(line.text)) return undefined;
  const close = deck.divEnds.get(at);
  const last = close === undefined ? undefined : deck.lines[close];
  if (close === undefined || last === undefined) return until(slideEnd(at, deck), line, line.end, deck);
  const inner = deck.lines
    .slice(at + 1, close)
    .filter(({ text, kind }) => kind !== 'closed' && fence.test(text));
  const inside = { start: line.end, end: last.start };
  return { start: line.start, end: last.end, inside, signs: inner.map(({ start, end }) => ({ start, end })) };
}

const fence = /^[ \t>]*:{3,}/;

/** By the line that opens a div, the one that closes it. The number of colons says nothing. */
function endsOfDivs(lines: readonly SlideLine[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { text, kind }] of lines.entries()) {
    if (kind === 'closed' || !fence.test(text) || divInOneLine.test(text)) continue;
    const opener = /^[ \t>]*:{3,}[ \t]*$/.test(text) ? open.pop() : undefined;
    if (opener !== undefined) ends.set(opener, at);
    else open.push(at);
  }
  return ends;
}

const tagStart = new RegExp(
  `<(aside|div|section|details)\\b[^<>]*\\bclass\\s*=\\s*(?:"(?:[^"<>]*\\s)?${name}(?:\\s[^"<>]*)?"|'(?:[^'<>]*\\s)?${name}(?:\\s[^'<>]*)?'|${name}(?=[\\s>]))[^<>]*>`,
  'i',
);

/** Tags of its name that an element may hold; its end is not looked for beyond. */
const mostTags = 200;

/** `<aside class="notes">`, up to the tag that ends it. */
function tagNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
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

/** `???` on a line of its own, and all below on the slide. */
function remarkNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  if (!/^[ \t]*\?{3}[ \t]*$/.test(line.text)) return undefined;
  return hasWords(until(slideEnd(at, deck), line, line.end, deck), deck);
}

const caret = /^\^[ \t]+\P{L}*\p{L}/u;

/** A line that begins with `^`, those of the same paragraph, and further paragraphs like it. */
function caretNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  if (!caret.test(line.text)) return undefined;
  let end = endOfParagraph(at, deck.lines);
  for (let next = end; next < deck.lines.length; ) {
    while (deck.lines[next]?.kind === 'blank') next += 1;
    if (deck.lines[next]?.kind !== 'words' || !caret.test(deck.lines[next]?.text ?? '')) break;
    next = endOfParagraph(next, deck.lines);
    end = next;
  }
  const own = deck.lines.slice(at, end).filter(({ text }) => text.startsWith('^'));
  return {
    ...until(end, line, line.start, deck),
    signs: own.map(({ start }) => ({ start, end: start + 1 })),
  };
}

function endOfParagraph(at: number, lines: readonly SlideLine[]): number {
  return firstBehind(at, lines, ({ kind }) => kind !== 'words');
}

/** What a note for nobody else is called; a plain `Note:` may be anything. */
export const speakerNoteNames: string =
  "(?:speaker|presenter|talk)(?:[’']s|s[’'])?[-_ ]?notes?|notes? (?:for|to) (?:the )?(?:speaker|presenter|self|myself)|" +
  "sprechernotiz(?:en)?|vortragsnotiz(?:en)?|referentennotiz(?:en)?|notes? (?:de l[’']|pour l[’']|d[’'])(?:orateur|oratrice|intervenante?)|" +
  'notes? (?:du|pour le) (?:présentateur|conférencier)|notas? (?:del|para el|do|para o) (?:orador|ponente|presentador|apresentador|palestrante)|' +
  'not[ae] (?:del|per il) (?:relatore|presentatore)|sprekersnotities|заметки докладчика|発表者ノート|スピーカーノート|講演者ノート|' +
  '演讲者备注|演讲备注|讲者备注|演講者備註|발표자 ?노트';

const plainStart = new RegExp(
  `^([ \\t>]*)([-*+•][ \\t]+)?([*_]{0,3})(?:${speakerNoteNames})[ \\t]*(?:\\3[ \\t]*[:：]|[:：][ \\t]*\\3)[ \\t]*`,
  'iu',
);

/** `Speaker notes:` and all below on the slide; as a bullet, what belongs to the bullet. */
function plainNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  const found = plainStart.exec(line.text);
  if (found === null || line.text.startsWith('>')) return undefined;
  const [label, indent = '', bullet] = found;
  const end = bullet === undefined ? slideEnd(at, deck) : endOfItem(at, indent.length, deck);
  return hasWords(until(end, line, line.start + label.length, deck), deck);
}

function endOfItem(at: number, indent: number, { lines }: NotesDeck): number {
  return firstBehind(
    at,
    lines,
    ({ kind, text }) => kind === 'rule' || (kind !== 'blank' && text.search(/\S|$/) <= indent),
  );
}

const headingStart = new RegExp(
  `^ {0,3}(#{1,6})[ \\t]+[*_]{0,2}(?:${speakerNoteNames})[*_]{0,2}[ \\t]*[:：]?[*_]{0,2}[ \\t]*#*[ \\t]*$`,
  'iu',
);
const exportedHeading = /^ {0,3}(#{1,6})[ \t]+Notes:[ \t]*$/;

/** A heading `Speaker notes` up to the next of its level; `### Notes:` as converters of PowerPoint files write it. */
function headedNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  if (line.kind !== 'heading') return undefined;
  const isExported = deck.tool === 'powerpoint';
  const found = headingStart.exec(line.text) ?? (isExported ? exportedHeading.exec(line.text) : null);
  if (found === null) return undefined;
  const depth = (found[1] ?? '').length;
  const end = firstBehind(
    at,
    deck.lines,
    ({ kind, text }) =>
      kind === 'rule' || (kind === 'heading' && !deck.isDeck && headingDepth(text) <= depth),
  );
  return hasWords(until(end, line, line.end, deck), deck);
}

const colonStart = /^[ \t]*notes?:[ \t]*/i;

/**
 * `Note:` as reveal.js has it: in a deck with rules, and all below on its slide. Elsewhere only as the last paragraph of a
 * section, below its bullets or pictures, in notes without long paragraphs: it may be a word to the audience.
 */
function colonNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  const label = colonStart.exec(line.text)?.[0];
  if (label === undefined || line.kind === 'heading') return undefined;
  const end = slideEnd(at, deck);
  const hidesNotes = deck.tool === 'reveal' || (deck.tool === undefined && deck.isDeck);
  if (!hidesNotes && !isLastWord(at, end, deck)) return undefined;
  return hasWords(until(end, line, line.start + label.length, deck), deck);
}

function isLastWord(at: number, end: number, { lines, tool, isProse }: NotesDeck): boolean {
  if (tool !== undefined || isProse || /^\s/.test(lines[at]?.text ?? '')) return false;
  let above = at - 1;
  while (lines[above]?.kind === 'blank') above -= 1;
  const before = lines[above];
  if (before === undefined || !isPoint(before)) return false;
  return firstBehind(endOfParagraph(at, lines) - 1, lines, ({ kind }) => kind !== 'blank') >= end;
}

/** The end of a list, a table, a picture or code. */
function isPoint({ kind, text }: SlideLine): boolean {
  return kind === 'closed' || /^\s*(?:[-*+•]|\d+[.)])\s|^\s+\S|^\s*\||^\s*!\[/.test(text);
}

/** Words of a paragraph that is written to be read. */
const longParagraph = 30;

function hasProse(lines: readonly SlideLine[]): boolean {
  let words = 0;
  for (const { kind, text } of lines) {
    words =
      kind === 'words' && !/^\s*(?:[-*+•>|]|\d+[.)]\s|notes?:)/i.test(text)
        ? words + text.split(/\s+/).length
        : 0;
    if (words > longParagraph) return true;
  }
  return false;
}

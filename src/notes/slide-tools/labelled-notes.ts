// Speaker notes that only begin with a sign or a label: `???`, `^ …`, `Speaker notes: …`, `Note: …`.
import {
  endOfParagraph,
  firstBehind,
  hasWords,
  type NotesDeck,
  type SpeakerNote,
  slideEnd,
  until,
} from './notes-deck.ts';
import { headingDepth, type SlideLine } from './slide-lines.ts';

/** `???` on a line of its own, and all below on the slide. */
export function remarkNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  if (!/^[ \t]*\?{3}[ \t]*$/.test(line.text)) return undefined;
  return hasWords(until(slideEnd(at, deck), line, line.end, deck), deck);
}

/** What only whoever gets a mail has to read: a greeting, how it ends, a signature, the mails that it answers. */
export function mailNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  return signatureNote(line, at, deck) ?? courtesyNote(line, at, deck) ?? answeredNote(line, at, deck);
}

/** "On Mon, 3 Mar 2025 at 18:40, Tom Hill <tom@example.com> wrote:", as mail programs say it. */
const wrote =
  /(?:\bwrote|\bschrieb(?: .{1,80})?|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef(?: .{1,80})?|написал\p{L}*)\s?[:：]$/iu;
/** An address or a time of day, which no book has that is quoted. */
const bySomebody = /\S@\S|\b\d{1,2}:\d\d\b/;
const forwarded =
  /^-{3,}\s?(?:original message|forwarded message|ursprüngliche nachricht|message d’origine|mensaje original)\s?-{3,}$/i;

/** Quoted to the end of the text. What somebody answers between the lines is part of the notes, and then all of it is. */
function answeredNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  const { lines } = deck;
  if (/^[ \t>]/.test(line.text) || (lines[at - 1] && lines[at - 1]?.kind !== 'blank')) return undefined;
  if (forwarded.test(line.text.trim())) return until(lines.length, line, line.start, deck);
  // The line is long, and programs break it.
  const head = lines.slice(at, at + 3).findIndex(({ text }) => wrote.test(text.trim()));
  const said = lines.slice(at, at + head + 1).map(({ text }) => text.trim());
  if (head < 0 || said.includes('') || !bySomebody.test(said.join(' '))) return undefined;
  const below = lines.slice(at + head + 1).filter(({ text }) => text.trim() !== '');
  const isQuoted = below.length > 0 && below.every(({ text }) => text.startsWith('>'));
  return isQuoted ? until(lines.length, line, line.start, deck) : undefined;
}

/** Who wrote a mail, or gets it. */
const mailLine = /^\p{L}+: .*\S@\S/u;

function isMail({ lines }: NotesDeck): boolean {
  return lines.slice(0, 2).some(({ text }) => mailLine.test(text));
}

/** `-- ` as mail has it above who wrote it, a few lines up to the end; its space may be lost where more of a mail is seen. */
function signatureNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  const isFew = deck.lines.length - at <= 10;
  const isOfMail = line.text === '--' && isMail(deck);
  if (!(line.text === '-- ' || isOfMail) || !isFew) return undefined;
  return hasWords(until(deck.lines.length, line, line.end, deck), deck);
}

const greeting =
  /^(?:dear|hi|hello|hey|hallo|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen)|moin|bonjour|chère?s?|hola|buenos días|estimad[oa]s?|ciao|car[oi]|gentili|olá|beste|geachte)(?: [\p{L}\p{M}.'’-]+){0,4}\s?[,!:]?$/iu;
const farewell =
  /^(?:(?:best|kind|warm)(?: regards| wishes)?|regards|cheers|thanks|yours(?: \p{Ll}+)?|(?:viele|liebe|beste|schöne) grüße|mit freundlichen grüßen|cordialement|bien à (?:vous|toi)|(?:un )?saludos?(?: cordial)?|cordiali saluti|atenciosamente|groeten)(?: \p{Ll}+){0,2}[,!.]?$/iu;

/** In a mail: whom it greets, on a line of its own, and how it ends, with the name below. */
function courtesyNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
  if (deck.lines[at - 1]?.kind !== 'blank' || !isMail(deck)) return undefined;
  const end = endOfParagraph(at, deck.lines);
  const isGreeting = greeting.test(line.text) && end === at + 1;
  return isGreeting || (farewell.test(line.text) && end <= at + 3)
    ? until(end, line, line.start, deck)
    : undefined;
}

const caret = /^\^[ \t]+\P{L}*\p{L}/u;

/** A line that begins with `^`, those of the same paragraph, and further paragraphs like it. */
export function caretNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
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
export function plainNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
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
export function headedNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
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
export function colonNote(line: SlideLine, at: number, deck: NotesDeck): SpeakerNote | undefined {
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

export function hasProse(lines: readonly SlideLine[]): boolean {
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

// What Org keeps for its agenda, in Org's own text, in Logseq's, and as Pandoc turns it into Markdown: drawers, times, states, tags.
import type { Edit } from '../markdown/rewritten-text.ts';
import { type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { readWords } from './unread-words.ts';

/** One of these is in nobody else's notes. */
const ownSigns = [
  /^[ \t]*(?:SCHEDULED|DEADLINE|CLOSED): ?[<[]\d{4}-/m,
  /^[ \t]*:(?:LOGBOOK|PROPERTIES):[ \t]*$/m,
  /^#\+(?:TITLE|AUTHOR|DATE|OPTIONS|FILETAGS|STARTUP):/im,
  /\{\.(?:timestamp-wrapper|planning-keyword|todo \.|done \.)/,
  /^:{3,} \{\.(?:logbook|properties) \.drawer\}/m,
  /<\d{4}-\d\d-\d\d \p{L}{2,4}\.?(?: \d\d?:\d\d)?[^<>\r\n]{0,30}>/u,
];

/** Do notes have signs of Org? */
export function hasOrgSigns(text: string): boolean {
  return ownSigns.some((sign) => sign.test(text));
}

/** All of it goes but the days themselves, which lose their brackets. */
export function orgSignEdits(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  const heading = headingOf(lines);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (!line.isPlain) continue;
    const end = drawerEnd(lines, at) ?? (isForAgenda(line.text) ? at : undefined);
    if (end === undefined) edits.push(...inLine(line, heading));
    else edits.push({ start: line.start, end: endOfLine(lines[end] as TextLine), parts: [] });
    at = end ?? at;
  }
  return edits;
}

/** Lines of a drawer at most. */
const longestDrawer = 400;

/** `:LOGBOOK:` … `:END:`, and `::: {.logbook .drawer}` … `:::`. */
function drawerEnd(lines: readonly TextLine[], from: number): number | undefined {
  const text = withoutLineEnd(lines[from]?.text ?? '').trim();
  const isFenced = /^:{3,} \{\.\w+ \.drawer\}$/.test(text);
  if (!isFenced && !/^:(?:LOGBOOK|PROPERTIES|CLOCK|NOTES|RESULTS|DRAWER):$/.test(text)) return undefined;
  const isEnd = isFenced ? /^:{3,}$/ : /^:END:$/i;
  for (let at = from + 1; at < Math.min(lines.length, from + longestDrawer); at += 1) {
    const next = lines[at]?.text.trim() ?? '';
    if (isEnd.test(next)) return at;
    if (
      /^(?:#{1,6}|\*+|[-+])[ \t]/.test(next) &&
      !/^- (?:State|Note|CLOSING|Rescheduled|Refiled)/i.test(next)
    )
      return undefined;
  }
  return undefined;
}

const planned = /^(?:SCHEDULED|DEADLINE|CLOSED): ?[<[]\d{4}-[^\]>\r\n]{0,60}[\]>]/;

/** When something is to be done, was done, and how long it took. */
function isForAgenda(line: string): boolean {
  let rest = line.trim();
  if (/^CLOCK: ?\\?\[\d{4}-/.test(rest)) return true;
  if (/^\[(?:SCHEDULED|DEADLINE|CLOSED):\]\{\.planning-keyword\}/.test(rest)) return true;
  if (!planned.test(rest)) return false;
  while (planned.test(rest)) rest = rest.replace(planned, '').trim();
  return rest === '';
}

const markdownHeading = /^#{1,6}[ \t]+(?=\S)/;

/** In Org itself headings begin with stars. */
function headingOf(lines: readonly TextLine[]): RegExp {
  const has = (sign: RegExp): boolean => lines.some(({ text, isPlain }) => isPlain && sign.test(text));
  const isOrg = has(/^(?:#\+(?:title|author):|\*\*+[ \t]+\S)/i) && !has(markdownHeading);
  return isOrg ? /^\*{1,8}[ \t]+(?=\S)/ : markdownHeading;
}

const bullet = /^[ \t]*[-*+][ \t]+(?=\S)/;
const state =
  /^(?:(?:TODO|DONE|NEXT|WAITING|CANCELL?ED|HOLD|DOING|STARTED)(?=[ \t]+\S)|\[[A-Z]+\]\{\.(?:todo|done) \.[\w-]+\})[ \t]+/;
/** States of Logseq, which are read as boxes. */
const logseqState = /^(?:TODO|DONE|DOING|NOW|LATER|WAITING|IN-PROGRESS|CANCELL?ED)[ \t]+/;
const priority = /^\[#[A-Z\d]\][ \t]+/;
const tags = /[ \t]+:(?:[\p{L}\p{N}_@#%]+:)+[ \t]*$/u;
const tagSpans = /(?:[ \t]*\[[^[\]{}\r\n]{1,60}\]\{\.tag tag-name="[^"{}\r\n]{1,60}"\}(?:\u00a0)?)+/;

function inLine(line: TextLine, heading: RegExp): Edit[] {
  const text = withoutLineEnd(line.text);
  const found: Edit[] = [];
  const drop = (from: number, to: number): void => {
    if (to > from) found.push({ start: line.start + from, end: line.start + to, parts: [] });
  };
  const head = heading.exec(text)?.[0].length ?? 0;
  const begun = head > 0 ? head + stateLength(text.slice(head)) : 0;
  const lead = head > 0 ? 0 : (bullet.exec(text)?.[0].length ?? 0);
  const done = lead > 0 ? lead + (logseqState.exec(text.slice(lead))?.[0].length ?? 0) : 0;
  const words = head > 0 ? begun : done;
  const ranked = words + (words > 0 ? (priority.exec(text.slice(words))?.[0].length ?? 0) : 0);
  drop(head > 0 ? head : words, ranked);
  const tagged = head > 0 ? (tagSpans.exec(text) ?? tags.exec(text)) : null;
  const end = tagged && tagged.index >= ranked ? tagged.index : text.length;
  found.push(...inWords(text, line.start, ranked, end));
  if (tagged && tagged.index >= ranked) drop(tagged.index, tagged.index + tagged[0].length);
  return found;
}

/** A title in capitals may begin with such a word. */
function stateLength(title: string): number {
  const length = state.exec(title)?.[0].length ?? 0;
  return /\p{Ll}/u.test(title.slice(length)) ? length : 0;
}

const day = String.raw`\d{4}-\d\d-\d\d(?: \p{L}{2,10}\.?)?(?: \d\d?:\d\d(?::\d\d)?(?:-\d\d?:\d\d)?)?`;
const repeated = String.raw`(?: [.+]{0,2}[+-]\d{1,3}[hdwmy]){0,2}`;
/** `[2024-03-03 Sun]`, `<2024-03-17 Sun 13:00 +1w>`, with Pandoc's backslashes and what it says of them; and Org's links. */
const signs = new RegExp(
  String.raw`(?:\[\\?[[<](?<span>${day})${repeated}\\?[\]>]\]\{\.timestamp-wrapper\}|\\?[[<](?<stamp>${day})${repeated}\\?[\]>](?![(\[:])|\[\[(?<to>[^\]\[\r\n]{1,300})\]\[(?<words>[^\]\[\r\n]{1,300})\]\])`,
  'dgu',
);

/** Signs within a line from one place to another. */
function inWords(text: string, start: number, from: number, to: number): Edit[] {
  // An address may look like a tag that is read as words.
  const isCode = readWords(text.replace(/[<>]/g, '|'));
  return [...text.matchAll(signs)].flatMap((match): Edit[] => {
    const { index, 0: all, groups, indices } = match;
    if (index < from || index + all.length > to || isCode[index] === '\0') return [];
    const { span, stamp, words } = indices?.groups ?? {};
    const shown = span ?? stamp ?? words;
    const isBare = stamp && !/\p{L}|:/u.test(groups?.stamp ?? '');
    if (!shown || isBare) return [];
    const range = { start: start + shown[0], end: start + shown[1] };
    const isAddress = /^(?:https?|mailto):/.test(groups?.to ?? '');
    const parts = isAddress ? ['[', range, `](<${groups?.to}>)`] : [range];
    return [{ start: start + index, end: start + index + all.length, parts }];
  });
}

function endOfLine({ start, text }: TextLine): number {
  return start + text.length;
}

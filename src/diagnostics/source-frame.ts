// The line of a source that a problem is in, and what of it is meant. A terminal's columns are
// counted, not characters: full-width letters and emoji take two.
import type { Source, Span } from './diagnostic.ts';
import { displayWidth, type Glyph, glyphsOf } from './display-width.ts';
import { placeOf } from './place.ts';

export interface SourceFrame {
  /** From 1. */
  readonly line: number;
  /** Of the line, as much as fits; `…` where more follows. Tabs and control characters are spaces. */
  readonly shown: string;
  /** Columns before the carets, and how many there are: at least one. */
  readonly indent: number;
  readonly carets: number;
}

/** Columns that a frame shows of a line; how many before the place, when not all before it is shown. */
const frameWidth = 100;
const roomBefore = 60;
const shownBefore = 40;

/** No more of a line is looked at; a character seldom has more than this many code units a column. */
const nearby = frameWidth * 8;

export function sourceFrame(span: Span, source: Source): SourceFrame {
  const { line, lineText, lineStart } = placeOf(source, span);
  const at = Math.min(span.start - lineStart, lineText.length);
  const end = Math.min(span.end - lineStart, lineText.length);
  const part = (from: number, to: number): readonly Glyph[] => glyphsOf(visible(lineText.slice(from, to)));
  const before = lastOf(part(Math.max(0, at - nearby), at));
  const lead = before.isWhole && at <= nearby ? '' : '…';
  const room = frameWidth - displayWidth(before.glyphs);
  const marked = firstOf(part(at, Math.min(end, at + nearby)), room);
  const left = marked.isWhole ? room - displayWidth(marked.glyphs) : 0;
  const after = firstOf(part(Math.max(at, end), Math.max(at, end) + nearby), left);
  const tail = marked.isWhole && after.isWhole ? '' : '…';
  return {
    line,
    shown: lead + textOf(before.glyphs) + textOf(marked.glyphs) + textOf(after.glyphs) + tail,
    indent: lead.length + displayWidth(before.glyphs),
    carets: Math.max(1, displayWidth(marked.glyphs)),
  };
}

interface Part {
  readonly glyphs: readonly Glyph[];
  readonly isWhole: boolean;
}

/** All before the place if there is room for it, else its end. */
function lastOf(glyphs: readonly Glyph[]): Part {
  if (displayWidth(glyphs) <= roomBefore) return { glyphs, isWhole: true };
  const end = firstOf([...glyphs].reverse(), shownBefore);
  return { glyphs: [...end.glyphs].reverse(), isWhole: false };
}

function firstOf(glyphs: readonly Glyph[], room: number): Part {
  let width = 0;
  const count = glyphs.findIndex((glyph) => {
    width += glyph.width;
    return width > room;
  });
  return count === -1 ? { glyphs, isWhole: true } : { glyphs: glyphs.slice(0, count), isWhole: false };
}

/** Line ends cannot be in it; other control characters would steer the terminal. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('');
}

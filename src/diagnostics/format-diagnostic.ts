import { styleText } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';
import { terminalText } from '../escape.ts';
import { type Diagnostic, positionOf, type Source, type Span } from './diagnostic.ts';

type Style = Parameters<typeof styleText>[0];
/** Sets the style of a text for the terminal, or leaves it. */
export type Paint = (style: Style, text: string) => string;

/**
 * A problem as people read it: `path:line:column`, the sentence, the line with carets below
 * what is meant, and the way out. `sources` holds the texts by path; a span whose text is
 * not there is printed without a frame.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, Source>,
  color: 'color' | 'plain' = 'plain',
): string {
  const paint: Paint =
    color === 'color'
      ? (style, text) => styleText(style, text, { validateStream: false })
      : (_, text) => text;
  const tint: Style = diagnostic.severity === 'error' ? 'red' : 'yellow';
  const head = `${paint('bold', location(diagnostic.span, sources))} ${paint(tint, diagnostic.severity)} ${terminalText(diagnostic.message)} ${paint('dim', `[${diagnostic.code}]`)}`;
  const parts = [head, ...frame(diagnostic.span, sources, paint, tint)];
  for (const { span, message } of diagnostic.related ?? []) {
    parts.push(
      `  ${paint('bold', location(span, sources))} ${terminalText(message)}`,
      ...frame(span, sources, paint, 'cyan'),
    );
  }
  if (diagnostic.help) parts.push(`  ${paint('cyan', 'help:')} ${terminalText(diagnostic.help)}`);
  return parts.join('\n');
}

function location(span: Span, sources: ReadonlyMap<string, Source>): string {
  const source = sources.get(span.path);
  if (!source) return terminalText(span.path);
  const { line, column } = positionOf(source, span);
  return `${terminalText(span.path)}:${line}:${column}`;
}

function frame(span: Span, sources: ReadonlyMap<string, Source>, paint: Paint, tint: Style): string[] {
  const source = sources.get(span.path);
  if (!source || source.text === '') return [];
  const { line, shown, indent, carets } = sourceFrame(span, source);
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  return [
    paint('dim', `  ${gutter} │`),
    `${paint('dim', `  ${number} │`)} ${shown}`,
    `${paint('dim', `  ${gutter} │`)} ${' '.repeat(indent)}${paint(tint, '^'.repeat(carets))}`,
  ];
}

interface SourceFrame {
  /** From 1. */
  readonly line: number;
  /** Of the line, as much as fits; `…` where more follows. Tabs are spaces. */
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

/**
 * The line of a source that a problem is in, and what of it is meant. A terminal's columns are
 * counted, not characters: full-width characters and emoji take two.
 */
function sourceFrame(span: Span, source: Source): SourceFrame {
  const { line, lineText, lineStart } = positionOf(source, span);
  const at = Math.min(span.start - lineStart, lineText.length);
  const end = Math.min(span.end - lineStart, lineText.length);
  const part = (from: number, to: number): readonly Glyph[] =>
    glyphsOf(terminalText(lineText.slice(from, to)));
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

interface CutGlyphs {
  readonly glyphs: readonly Glyph[];
  readonly isWhole: boolean;
}

/** All before the place if there is room for it, else its end. */
function lastOf(glyphs: readonly Glyph[]): CutGlyphs {
  if (displayWidth(glyphs) <= roomBefore) return { glyphs, isWhole: true };
  const end = firstOf([...glyphs].reverse(), shownBefore);
  return { glyphs: [...end.glyphs].reverse(), isWhole: false };
}

function firstOf(glyphs: readonly Glyph[], room: number): CutGlyphs {
  let width = 0;
  const count = glyphs.findIndex((glyph) => {
    width += glyph.width;
    return width > room;
  });
  return count === -1 ? { glyphs, isWhole: true } : { glyphs: glyphs.slice(0, count), isWhole: false };
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('');
}

/** One character as a person sees it, and the columns of a terminal it takes: 0, 1 or 2. */
interface Glyph {
  readonly text: string;
  readonly width: number;
}

/** A text character by character; an emoji made of several code points is one. */
function glyphsOf(text: string): readonly Glyph[] {
  // Made when it is needed: making it takes as long as reading ten pages of notes.
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => ({ text: segment, width: widthOf(segment) }));
}

/** Columns of a terminal that a run of characters takes. */
function displayWidth(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { width }) => sum + width, 0);
}

const invisible = /^[\p{Default_Ignorable_Code_Point}\p{M}]+$/u;

/** Coloured by itself, asked to be, or a flag. */
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2}/u;

function widthOf(segment: string): number {
  if (invisible.test(segment)) return 0;
  return emoji.test(segment) ? 2 : eastAsianWidth(segment.codePointAt(0) ?? 0);
}

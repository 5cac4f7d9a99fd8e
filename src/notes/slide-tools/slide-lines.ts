// The lines of notes as programs for slides see them: where a slide ends, and whether the notes are such a deck.
import { textLines, withoutLineEnd } from '../markdown/source-lines.ts';

export interface SlideLine {
  /** Without its line end. */
  readonly text: string;
  /** Offsets in the notes, before and behind the line end. */
  readonly start: number;
  readonly end: number;
  /** `rule` is one that parts slides; `closed` stands in code, a formula, raw HTML, a comment or front matter. */
  readonly kind: 'words' | 'blank' | 'heading' | 'rule' | 'closed';
}

export interface SlideLines {
  readonly lines: readonly SlideLine[];
  /** Rules stand between slides of few words, most of which begin with a heading; or all of which do without. */
  readonly isDeck: boolean;
  /** Depth of the lowest heading that a slide begins with. */
  readonly slideDepth: number;
}

export function slideLines(text: string): SlideLines {
  const lines: SlideLine[] = [];
  for (const { text: whole, start, isPlain } of textLines(text, 'front matter')) {
    const line = withoutLineEnd(whole);
    const before = lines.at(-1);
    const isUnderline = isPlain && before?.kind === 'words' && underline.test(line) && !isInList(before.text);
    if (isUnderline) lines[lines.length - 1] = { ...before, kind: 'heading' };
    const kind = isUnderline ? 'blank' : isPlain ? kindOf(line) : 'closed';
    lines.push({ text: line, start, end: start + line.length, kind });
  }
  const headed = lines.some(({ kind }) => kind === 'heading') ? lines : withPlainHeadings(lines);
  const slides = slidesOf(headed);
  const slideDepth = Math.max(
    1,
    ...slides.map(([first]) => (first?.kind === 'heading' ? headingDepth(first.text) : 1)),
  );
  return { lines: headed, isDeck: isDeck(slides, slideDepth), slideDepth };
}

/** Text without a single heading: a short line between a blank one and a list is one. */
function withPlainHeadings(lines: readonly SlideLine[]): readonly SlideLine[] {
  return lines.map((line, at) => {
    const isAlone = line.kind === 'words' && (lines[at - 1]?.kind ?? 'blank') === 'blank';
    const isShort = /^\p{Lu}[^.!?:：]{0,40}$/u.test(line.text);
    return isAlone && isShort && listItem.test(lines[at + 1]?.text ?? '')
      ? { ...line, kind: 'heading' }
      : line;
  });
}

const listItem = /^\s*(?:[-*+•]|\d+[.)])\s/;

function kindOf(line: string): SlideLine['kind'] {
  if (line.trim() === '') return 'blank';
  if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(line)) return 'heading';
  return /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line) ? 'rule' : 'words';
}

/** Below words it makes them a heading for Markdown. */
const underline = /^ {0,3}(?:-{2,}|=+)[ \t]*$/;

function isInList(line: string): boolean {
  return /^\s*(?:[-*+•]|\d+[.)])\s|^\s|^:{3,}\s*$/.test(line);
}

/** Words of a slide, on average; more are a document with rules in it. */
const mostWords = 120;

/** Of a heading; 1 for one that is underlined. */
export function headingDepth(text: string): number {
  return /^ {0,3}(#*)/.exec(text)?.[1]?.length || 1;
}

function isDeck(slides: readonly (readonly SlideLine[])[], slideDepth: number): boolean {
  if (slides.length < 2) return false;
  const words = slides.flat().reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const headings = slides.flatMap((slide) =>
    slide.filter(
      ({ kind, text }, at) =>
        kind === 'heading' && slide[at - 1]?.kind !== 'heading' && headingDepth(text) <= slideDepth,
    ),
  );
  const headed = slides.filter(([first]) => first?.kind === 'heading').length;
  if (words > mostWords * slides.length) return false;
  if (headings.length === 0) return slides.length > 2;
  return headed * 2 > slides.length && (headings.length - headed) * 3 <= slides.length - 1;
}

/** What stands between rules, without blank lines. */
function slidesOf(lines: readonly SlideLine[]): SlideLine[][] {
  const slides: SlideLine[][] = [[]];
  for (const line of lines) {
    if (line.kind === 'rule') slides.push([]);
    else if (line.kind !== 'blank' && line.kind !== 'closed') slides.at(-1)?.push(line);
  }
  return slides.filter((slide) => slide.length > 0);
}

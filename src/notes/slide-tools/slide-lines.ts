// The lines of notes as programs for slides see them: where a slide ends, and whether the notes are such a deck.
import { textLines } from '../markdown/source-lines.ts';

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
}

export function slideLines(text: string): SlideLines {
  const lines: SlideLine[] = [];
  for (const { text: whole, start, isPlain } of textLines(text, 'front matter')) {
    const line = whole.replace(/[\r\n]+$/, '');
    const before = lines.at(-1);
    const isUnderline = isPlain && before?.kind === 'words' && underline.test(line) && !isInList(before.text);
    if (isUnderline) lines[lines.length - 1] = { ...before, kind: 'heading' };
    const kind = isUnderline ? 'blank' : isPlain ? kindOf(line) : 'closed';
    lines.push({ text: line, start, end: start + line.length, kind });
  }
  return { lines, isDeck: isDeck(lines) };
}

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

function isDeck(lines: readonly SlideLine[]): boolean {
  const slides = slidesOf(lines);
  if (slides.length < 2) return false;
  const words = slides.flat().reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const headings = slides.flat().filter(({ kind }) => kind === 'heading').length;
  const headed = slides.filter(([first]) => first?.kind === 'heading').length;
  if (words > mostWords * slides.length) return false;
  return headings === 0 ? slides.length > 2 : headed * 2 > slides.length && headed * 2 >= headings;
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

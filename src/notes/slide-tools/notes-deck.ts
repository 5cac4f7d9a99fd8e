// The lines of notes as those who look for speaker notes see them: where each slide ends, and what a paragraph is.
import type { Notes } from '../notes.ts';
import { headingDepth, type SlideLine, type SlideLines } from './slide-lines.ts';
import type { SlideTool } from './slide-tool.ts';

export type Region = Notes['leftOut'][number];

export interface SpeakerNote extends Region {
  /** What is said. */
  readonly inside: Region;
  /** Signs within it that are none of its words. */
  readonly signs?: readonly Region[];
}

export interface NotesDeck extends SlideLines {
  readonly text: string;
  readonly tool: SlideTool | undefined;
  /** By the number of the line that opens a div, that of the one that closes it. */
  readonly divEnds: ReadonlyMap<number, number>;
  /** By the number of a line, that of the first behind it which begins another slide. */
  readonly slideEnds: readonly number[];
  /** Paragraphs in it are written to be read. */
  readonly isProse: boolean;
}

/**
 * A slide ends at a rule, or a heading like those that slides begin with. Where a program parts slides at rules alone, no
 * heading ends one.
 */
export function slideEndsOf(
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

export function slideEnd(at: number, { lines, slideEnds }: NotesDeck): number {
  return slideEnds[at] ?? lines.length;
}

/** Index of the first line behind this one of which it holds; their number where there is none. */
export function firstBehind(
  at: number,
  lines: readonly SlideLine[],
  holds: (line: SlideLine) => boolean,
): number {
  let index = at + 1;
  while (index < lines.length && !holds(lines[index] as SlideLine)) index += 1;
  return index;
}

/** From a line to the one before `end`; its words begin at `inside`. */
export function until(end: number, line: SlideLine, inside: number, { lines }: SlideLines): SpeakerNote {
  const last = Math.max(inside, lines[end - 1]?.end ?? line.end);
  return { start: line.start, end: last, inside: { start: inside, end: last } };
}

export function hasWords(note: SpeakerNote, { text }: NotesDeck): SpeakerNote | undefined {
  return text.slice(note.inside.start, note.inside.end).trim() === '' ? undefined : note;
}

export function endOfParagraph(at: number, lines: readonly SlideLine[]): number {
  return firstBehind(at, lines, ({ kind }) => kind !== 'words');
}

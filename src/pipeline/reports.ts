import type { Compiled } from '../compile.ts';
import { lineOf, lineStarts, type Source } from '../diagnostics/index.ts';
import type { LayoutName } from '../layouts/index.ts';
import { type Block, type Notes, plainText, type Section } from '../notes/index.ts';
import { type Destination, makeLedger, type Plan, type Slide, wordsOnSlide } from '../plan/index.ts';
import type { BodySize } from '../theme/index.ts';

/** What was decided about one slide, for people and programs. */
export interface SlideReport {
  /** From 1. */
  readonly number: number;
  /** Empty when the slide has none. */
  readonly title: string;
  /** Why the title is what it is, in words; not there when the slide has none. */
  readonly titleReason?: string;
  readonly layout: LayoutName;
  /** Titles from the outermost section inwards; empty on the title slide. */
  readonly section: readonly string[];
  /** When a section goes on over several slides. */
  readonly part?: { readonly number: number; readonly of: number };
  /** First and last line of the notes it shows, from 1; not there when it shows none. */
  readonly lines?: readonly [first: number, last: number];
  /** When what belongs with it goes on on the next slide: why, and the words that it goes on with. */
  readonly cut?: SlideCut;
  /** Words to read below the title; code, tables and formulas are looked at, and count nothing. */
  readonly words: number;
  readonly bodySize: BodySize;
  /** Predicted height of the body over the height there is: 0.8 is four fifths full. */
  readonly fill: number;
  readonly reason: string;
  readonly alternatives: Slide['alternatives'];
}

/** One report a slide, in order. */
export function reportSlides(plan: Plan, notes: Notes): readonly SlideReport[] {
  const starts = lineStarts(notes.source.text);
  const blocks = notes.sections.flatMap(blocksOf);
  return plan.slides.map((slide, index) => {
    const cut = cutAfter(slide, plan.slides[index + 1], blocks, notes.source);
    const report = reportSlide(slide, index + 1, notes.source.path, starts);
    return cut ? { ...report, cut } : report;
  });
}

function reportSlide(slide: Slide, number: number, path: string, starts: readonly number[]): SlideReport {
  const spans = slide.spans.filter((span) => span.path === path);
  const first = lineOf(Math.min(...spans.map(({ start }) => start)), starts);
  const last = lineOf(Math.max(...spans.map(({ start, end }) => Math.max(start, end - 1))), starts);
  return {
    number,
    title: slide.title?.text ?? '',
    ...(slide.title && { titleReason: slide.title.reason }),
    layout: slide.layout,
    section: slide.section,
    ...(slide.title?.part && { part: slide.title.part }),
    ...(spans.length > 0 && { lines: [first, last] as const }),
    words: wordsOnSlide(slide),
    bodySize: slide.bodySize,
    fill: Math.round(slide.fill * 1000) / 1000,
    reason: slide.reason,
    alternatives: slide.alternatives,
  };
}

/** Where one piece of the notes went. */
export interface LedgerReport {
  /** First and last line of the notes, from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Runs of letters and digits in it. */
  readonly words: number;
  /** Slides (from 1) and their slots; the slot `hint` when a hint says other words in its place. */
  readonly to: readonly Destination[];
}

export interface LostWords {
  readonly line: number;
  readonly words: string;
}

/** The ledger of compiled notes in lines, and what it found to be nowhere. */
export function reportLedger(compiled: Compiled | undefined): {
  readonly ledger: readonly LedgerReport[];
  readonly lost: readonly LostWords[];
} {
  if (!compiled) return { ledger: [], lost: [] };
  const { notes, plan, hints } = compiled;
  const { entries, lost } = makeLedger(notes, plan, hints);
  const starts = lineStarts(notes.source.text);
  return {
    ledger: entries.map(({ span, words, to }) => ({
      lines: [lineOf(span.start, starts), lineOf(Math.max(span.start, span.end - 1), starts)],
      words,
      to,
    })),
    lost: lostByLine(lost, starts),
  };
}

function lostByLine(
  lost: ReturnType<typeof makeLedger>['lost'],
  starts: readonly number[],
): readonly LostWords[] {
  const byLine = new Map<number, string[]>();
  for (const { text, start } of lost) {
    const line = lineOf(Math.max(0, start), starts);
    byLine.set(line, [...(byLine.get(line) ?? []), text]);
  }
  return [...byLine].map(([line, words]) => ({ line, words: words.join(' ') }));
}

/** Why a slide ends before what belongs with it does. */
export interface SlideCut {
  readonly reason: string;
  /** The first words on the next slide that are not on this one. */
  readonly next: string;
}

const reasons: Readonly<Record<NonNullable<Slide['goesOn']>, string>> = {
  'too-much': 'too much for one slide',
  'per-slide': 'as many items as the hints allow',
};

/** Undefined when the slide holds all of what belongs together. */
function cutAfter(
  slide: Slide,
  next: Slide | undefined,
  blocks: readonly Block[],
  source: Source,
): SlideCut | undefined {
  if (slide.goesOn === undefined || !next) return undefined;
  const words = next.spans[0] ? wordsAt(next.spans[0].start, blocks, source) : '';
  return { reason: reasons[slide.goesOn], next: words };
}

/** Few enough for a line of a terminal. */
const length = 40;
/** Of a longer block no more than its beginning is read: many slides may begin in it. */
const longest = 2_000;

function wordsAt(offset: number, blocks: readonly Block[], source: Source): string {
  const node = nodeAt(offset, blocks);
  const isShort = node && (node.position?.end.offset ?? 0) - offset < longest;
  const text = isShort ? plainText([node]) : source.text.slice(offset, offset + 4 * length);
  const line = (text.trim().split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const space = line.lastIndexOf(' ', length);
  return `${space > 0 ? line.slice(0, space) : [...line].slice(0, length).join('')}…`;
}

function blocksOf(section: Section): readonly Block[] {
  return [...section.blocks, ...section.sections.flatMap(blocksOf)];
}

/** The innermost block that begins there: an item's own words and not all that is below it. */
function nodeAt(offset: number, nodes: readonly Block[]): Block | undefined {
  const around = nodes.find(({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    return start !== undefined && end !== undefined && start <= offset && offset < end;
  });
  if (!around) return undefined;
  const inner =
    'children' in around ? nodeAt(offset, around.children as unknown as readonly Block[]) : undefined;
  return inner ?? around;
}

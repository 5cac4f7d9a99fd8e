// The order of steps from a plan to a handout.
import type { HandoutHints } from '../hints/index.ts';
import type { Notes } from '../notes/index.ts';
import { type DeckFacts, localisedWords, type Plan, type Slide } from '../plan/index.ts';
import { fullNotes, longAddresses, numberLinks } from './full-notes.ts';
import {
  type ContentsEntry,
  type Cover,
  geometryOf,
  type Handout,
  type HandoutSlide,
  type SlideNotes,
} from './handout.ts';

export interface HandoutRequest {
  readonly plan: Plan;
  readonly notes: Notes;
  /** The hints, with the options of the command line laid over them. */
  readonly hints: HandoutHints;
  readonly ink?: Handout['ink'];
}

/** A handout of the plan's slides. What the hints leave open is decided here. */
export function makeHandout({ plan, notes, hints, ink = 'theme' }: HandoutRequest): Handout {
  const { deck } = plan;
  const perPage = hints.perPage ?? 3;
  const kind = perPage > 4 ? 'none' : hints.notes;
  const runs = sectionRuns(plan.slides);
  const notesBeside = beside(plan, notes, kind);
  const cover = coverOf(hints, plan, notesBeside[0]);
  return {
    facts: deck,
    geometry: geometryOf({
      paper: hints.paper ?? 'A4',
      orientation: hints.orientation ?? 'portrait',
      perPage,
      withNotes: kind !== 'none',
      duplex: hints.duplex ?? false,
      aspect: deck.size === '16:9' ? 16 / 9 : 4 / 3,
    }),
    words: localisedWords(deck.lang),
    cover,
    contents: wantsContents(hints, runs, plan) ? runs.flatMap(contentsEntry) : [],
    slides: handoutSlides(plan.slides, { deck, runs, cover, beside: notesBeside }),
    ink,
    ...(plan.anchors && { anchors: plan.anchors }),
  };
}

/** By itself from three sections and nine slides on: less is seen at a glance. */
function wantsContents(hints: HandoutHints, runs: readonly SectionRun[], { slides }: Plan): boolean {
  const titled = runs.filter(({ title }) => title !== '');
  return titled.length > 0 && (hints.toc ?? (titled.length >= 3 && slides.length > 8));
}

function contentsEntry({ title, first }: SectionRun): ContentsEntry[] {
  return title === '' ? [] : [{ title, slide: first + 1 }];
}

function beside(plan: Plan, notes: Notes, kind: HandoutHints['notes']): readonly SlideNotes[] {
  const { slides } = plan;
  if (kind === 'none' || kind === 'lines') return slides.map(() => ({ kind }));
  const addresses = longAddresses(plan);
  const blocks =
    kind === 'full'
      ? fullNotes(slides, notes)
      : slides.map(({ presenterNotes }, at) => [...presenterNotes, ...(addresses.get(at + 1) ?? [])]);
  return blocks.map((written) =>
    written.length > 0 ? { kind: 'text', blocks: numberLinks(written) } : { kind: 'lines' },
  );
}

interface HandoutContext {
  readonly deck: DeckFacts;
  readonly runs: readonly SectionRun[];
  readonly cover: Cover;
  readonly beside: readonly SlideNotes[];
}

/** Above all sections stand heads, or above none: where each begins with a slide of its own name. */
function handoutSlides(slides: readonly Slide[], context: HandoutContext): readonly HandoutSlide[] {
  const hasHeads = context.runs.some(
    ({ title, first }) => title !== '' && slides[first]?.title?.text !== title,
  );
  return slides.map((slide, index) => {
    const run = context.runs.findLast(({ first }) => first <= index);
    const head = hasHeads && run?.first === index && run.title !== '' ? run.title : undefined;
    return {
      number: index + 1,
      title: titleOf(slide, context.deck),
      section: run?.title ?? '',
      ...(head !== undefined && { head }),
      notes: notesOf(index, context),
    };
  });
}

function titleOf({ title, layout }: Slide, deck: DeckFacts): string {
  return title?.text ?? (layout === 'title' ? deck.title : '');
}

function notesOf(index: number, { cover, beside }: HandoutContext): SlideNotes {
  return cover === 'slide' && index === 0 ? { kind: 'cover' } : (beside[index] ?? { kind: 'none' });
}

/** A title slide is on the cover, unless it has presenter notes: then it stands beside them. */
function coverOf(hints: HandoutHints, { slides }: Plan, first: SlideNotes | undefined): Cover {
  if (hints.cover === false) return 'none';
  return slides[0]?.layout === 'title' && first?.kind !== 'text' ? 'slide' : 'words';
}

/** Slides of one section, one after the other. */
export interface SectionRun {
  /** Empty for what stands in no section. */
  readonly title: string;
  /** Index of its first slide. */
  readonly first: number;
  readonly length: number;
}

/**
 * The deck's sections at the outermost level that has more than one. Notes that hold everything
 * under a single heading are divided by the headings below it.
 */
export function sectionRuns(slides: readonly Slide[]): readonly SectionRun[] {
  const depth = Math.max(0, ...slides.map(({ section }) => section.length));
  for (let level = 0; level < depth; level++) {
    const runs = runsAt(slides, level);
    if (runs.filter(({ title }) => title !== '').length > 1) return runs;
  }
  return runsAt(slides, 0);
}

function runsAt(slides: readonly Slide[], level: number): readonly SectionRun[] {
  const runs: { title: string; key: string; first: number; length: number }[] = [];
  slides.forEach(({ section }, index) => {
    const title = section[level] ?? (section.length > 0 ? (section.at(-1) ?? '') : '');
    const key = section.slice(0, level + 1).join('\n');
    const last = runs.at(-1);
    if (last && last.key === key) last.length += 1;
    else runs.push({ title: title.trim(), key, first: index, length: 1 });
  });
  return runs.map(({ title, first, length }) => ({ title, first, length }));
}

// The order of steps from a plan to a handout.
import type { HandoutHints } from '../hints/index.ts';
import type { Notes } from '../notes/index.ts';
import { type DeckFacts, localisedWords, type Plan, type Slide } from '../plan/index.ts';
import { makeContents } from './contents.ts';
import { coverWords, foldedAgenda, isBareDivider, isOnCover } from './folded-slides.ts';
import { makeFringe } from './fringe.ts';
import { type FullNotes, fullNotes, type Legible } from './full-notes.ts';
import type { Cover, Handout, HandoutSlide, SlideNotes } from './handout.ts';
import { longAddresses, numberLinks } from './number-links.ts';
import { type SectionRun, sectionRuns } from './sections.ts';
import { sheetOf } from './sheet.ts';
import {
  gridsOf,
  type NotesKind,
  type SheetGrid,
  type SizeRequest,
  smallestPrint,
  widerOrientation,
} from './slide-size.ts';
import type { OtherPage } from './small-print.ts';
import { inPrint, runInHeads } from './written-notes.ts';

export interface HandoutRequest {
  readonly plan: Plan;
  readonly notes: Notes;
  /** The hints, with the options of the command line laid over them. */
  readonly hints: HandoutHints;
  readonly ink?: Handout['ink'];
  /** Size of the text of tables on a slide, px: what is large enough on paper is not printed again. */
  readonly tableSize?: (slide: Slide) => number;
}

/** A handout of the plan's slides. What the hints leave open is decided here, what only the browser knows is left open. */
export function makeHandout({ plan, notes, hints, ink = 'theme', tableSize }: HandoutRequest): Handout {
  const { deck, slides } = plan;
  const asked = requestOf(hints, deck);
  const sheet = sheetOf(asked);
  const grids = gridsOf({ ...asked, sheet });
  const runs = sectionRuns(slides);
  const fringe = makeFringe(plan);
  const cover = coverOf(hints, plan, fringe.length > 0);
  const agenda = hints.toc === false ? undefined : foldedAgenda(plan, runs);
  const contents = makeContents(plan, { runs, agenda, hints, hasCover: cover.kind !== 'none' });
  const beside = notesOf(plan, notes, asked.kind, (slide) => legibleIn(grids[0], tableSize?.(slide), deck));
  return {
    facts: deck,
    sheet,
    grids,
    kind: asked.kind,
    otherPages: otherPages(hints, deck, asked.perPage),
    fill: hints.fill ?? 'lines',
    words: localisedWords(deck.lang),
    cover,
    ...(contents && { contents }),
    fringe,
    slides: handoutSlides(plan, {
      runs,
      cover,
      agenda: contents?.agenda,
      kind: asked.kind,
      beside: beside.notes,
    }),
    links: beside.links,
    ink,
    ...(plan.anchors && { anchors: plan.anchors }),
  };
}

type Asked = Omit<SizeRequest, 'sheet'> & Parameters<typeof sheetOf>[0];

/** Six and nine slides on a page stand alone; slides alone are held so that they are wider. */
function requestOf(hints: HandoutHints, { size }: DeckFacts): Asked {
  const given = hints.notes ?? 'presenter';
  const perPage = hints.perPage ?? (given === 'full' ? 4 : 3);
  const kind: NotesKind = perPage > 4 ? 'none' : given;
  const page = { paper: hints.paper ?? 'A4', duplex: hints.duplex ?? false } as const;
  const slides = { perPage, kind, aspect: size === '16:9' ? 16 / 9 : 4 / 3 };
  const orientation = hints.orientation ?? (kind === 'none' ? 'auto' : 'portrait');
  return {
    ...page,
    ...slides,
    orientation: orientation === 'auto' ? widerOrientation(page, slides) : orientation,
  };
}

const perPages = [1, 2, 3, 4, 6] as const;

function otherPages(hints: HandoutHints, deck: DeckFacts, perPage: number): readonly OtherPage[] {
  return (['portrait', 'landscape'] as const).flatMap((orientation) =>
    perPages
      .filter((fewer) => fewer <= perPage)
      .map((fewer) => {
        const asked = requestOf({ ...hints, perPage: fewer, orientation }, deck);
        const sheet = sheetOf(asked);
        return { perPage: fewer, orientation, sheet, grids: gridsOf({ ...asked, sheet }) };
      }),
  );
}

/** Labels of diagrams are no smaller than this, px of the slide. */
const diagramLabels = 20;

function legibleIn(grid: SheetGrid | undefined, tableSize: number | undefined, { size }: DeckFacts): Legible {
  const width = size === '16:9' ? 1280 : 960;
  const isLegible = (px: number | undefined): boolean =>
    px !== undefined && grid !== undefined && (px * grid.slide.width) / width >= smallestPrint;
  return { table: isLegible(tableSize), diagram: isLegible(diagramLabels) };
}

interface NotesOfSlides {
  readonly notes: readonly SlideNotes[];
  readonly links: Handout['links'];
}

function notesOf(
  plan: Plan,
  notes: Notes,
  kind: NotesKind,
  legible: (slide: Slide) => Legible,
): NotesOfSlides {
  const { slides } = plan;
  if (kind === 'none' || kind === 'lines') return { notes: slides.map(() => ({ kind })), links: [] };
  const texts = kind === 'full' ? fullNotes(plan, notes, legible).map(set) : presenterNotes(plan);
  const {
    notes: marked,
    addresses,
    links,
  } = numberLinks(texts.map(({ written, spoken }) => [...written, ...spoken]));
  return {
    notes: texts.map(({ written, spoken }, at): SlideNotes => {
      const all = marked[at] ?? [];
      const below = addresses[at] ?? [];
      if (all.length === 0) return { kind: 'lines' };
      const first = all.slice(0, written.length);
      return spoken.length > 0
        ? { kind: 'text', written: first, spoken: [...all.slice(written.length), ...below] }
        : { kind: 'text', written: [...first, ...below], spoken: [] };
    }),
    links,
  };
}

function set({ written, spoken }: FullNotes): FullNotes {
  return { written: runInHeads(written).map(inPrint), spoken: spoken.map(inPrint) };
}

function presenterNotes(plan: Plan): readonly FullNotes[] {
  const addresses = longAddresses(plan);
  return plan.slides.map(({ presenterNotes: own }, at) => ({
    written: [],
    spoken: [...own, ...(addresses.get(at + 1) ?? [])].map(inPrint),
  }));
}

interface SlidesContext {
  readonly runs: readonly SectionRun[];
  readonly cover: Cover;
  readonly agenda: number | undefined;
  readonly kind: NotesKind;
  readonly beside: readonly SlideNotes[];
}

/** The slides that have a row of their own. */
function handoutSlides({ slides, deck }: Plan, context: SlidesContext): readonly HandoutSlide[] {
  const { runs, cover, agenda, kind, beside } = context;
  const rows: HandoutSlide[] = [];
  let folded: number[] = [];
  let section = '';
  slides.forEach((slide, at) => {
    const number = at + 1;
    if (number === agenda || (at === 0 && isFoldedCover(cover))) return;
    // A contact sheet shows the slides as they are.
    if (kind !== 'none' && isBareDivider(slides, at, runs)) {
      folded.push(number);
      return;
    }
    const run = runs.findLast(({ first }) => first <= at)?.title ?? '';
    rows.push({
      number,
      folded,
      title: titleOf(slide, deck),
      section: run,
      startsSection: run !== '' && run !== section,
      isPause: slide.layout === 'title' || slide.layout === 'section' || slide.layout === 'closing',
      notes: beside[at] ?? { kind: 'none' },
    });
    folded = [];
    section = run;
  });
  return rows;
}

function isFoldedCover(cover: Cover): boolean {
  return cover.kind === 'slide' || (cover.kind === 'words' && cover.folds);
}

function titleOf({ title, layout }: Slide, deck: DeckFacts): string {
  return title?.text ?? (layout === 'title' ? deck.title : '');
}

/** The talk's words under the fringe; without one the first slide, unless it has notes and stands beside them. */
function coverOf(hints: HandoutHints, plan: Plan, hasFringe: boolean): Cover {
  if (hints.cover === false) return { kind: 'none' };
  const [first] = plan.slides;
  const isAlone = first?.layout === 'title' && first.presenterNotes.length === 0;
  if (!hasFringe && isAlone) return { kind: 'slide' };
  const words = coverWords(plan);
  return { kind: 'words', words, folds: isOnCover(first, words) };
}

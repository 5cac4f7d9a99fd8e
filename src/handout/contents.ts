import type { HandoutHints } from '../hints/index.ts';
import { localisedWords, type Plan } from '../plan/index.ts';
import { type FoldedAgenda, isBareDivider, isIn } from './folded-slides.ts';
import type { Contents, ContentsEntry } from './handout.ts';
import type { SectionRun } from './sections.ts';

interface ContentsContext {
  readonly runs: readonly SectionRun[];
  /** An agenda that the contents stand for. */
  readonly agenda: FoldedAgenda | undefined;
  readonly hints: HandoutHints;
  readonly hasCover: boolean;
}

/** Sections and slides from which contents are worth a page of their own. */
const ownPage = { sections: 3, slides: 9 } as const;

/** The sections with their slides; undefined where there is nothing to find. */
export function makeContents(plan: Plan, context: ContentsContext): Contents | undefined {
  const { runs, agenda, hints, hasCover } = context;
  const titled = runs.filter(({ title }) => title !== '');
  const isLong = titled.length >= ownPage.sections && plan.slides.length >= ownPage.slides;
  const isWanted = hints.toc ?? (hasCover || agenda !== undefined ? titled.length >= 2 : isLong);
  if (!isWanted || titled.length === 0) return undefined;
  return {
    title: agenda?.title ?? localisedWords(plan.deck.lang).contents,
    hasOwnTitle: agenda?.title !== undefined,
    entries: titled.map((run) => entryOf(run, plan, context)),
    ...(agenda && { agenda: agenda.slide }),
  };
}

function entryOf(run: SectionRun, { slides }: Plan, { runs, agenda }: ContentsContext): ContentsEntry {
  const line = agenda?.lines.find(({ slide }) => isIn(run, slide));
  const own = slides.slice(run.first, run.first + run.length).flatMap((slide, index) => {
    const at = run.first + index;
    if (slide.layout === 'agenda' || isBareDivider(slides, at, runs)) return [];
    const title = slide.title?.text ?? '';
    return [{ number: at + 1, title: isSame(title, run.title) ? '' : title }];
  });
  return {
    title: line?.text ?? run.title,
    isMain: agenda === undefined || line !== undefined,
    slide: own[0]?.number ?? run.first + 1,
    slides: own,
  };
}

function isSame(title: string, section: string): boolean {
  return title.trim().toLowerCase() === section.trim().toLowerCase();
}

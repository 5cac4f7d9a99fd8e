import { type Hints, unitsOfSection } from '../hints/index.ts';
import type { Notes, Section } from '../notes/index.ts';
import type { Plan, Slide } from '../plan/index.ts';

/** What a hint would have to name to mean one slide. */
export interface SlidePlace {
  readonly section: Section;
  /** Start offsets of the items and blocks on it; not there when the whole section is meant. */
  readonly take?: readonly number[];
  /** Ranges of the notes: the slides that show any of them are the slide's own. */
  readonly content: readonly Range[];
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Undefined for slides that no hint can set: the title, an agenda, a divider. */
export function placeOfSlide(
  slide: Slide,
  { notes, plan, hints }: { readonly notes: Notes; readonly plan: Plan; readonly hints: Hints },
): SlidePlace | undefined {
  const isAgenda = slide.section.length === 0 && slide.layout === 'agenda';
  const section = slide === plan.slides[0] || isAgenda ? undefined : ownerOf(slide, notes);
  const content = section ? contentOf(slide, section) : [];
  if (!section || content.length === 0) return undefined;
  const units = unitsOfSection(section).filter((unit) => content.some(({ start }) => isIn(start, unit)));
  const isMixed = content.some(({ start }) => !units.some((unit) => isIn(start, unit)));
  const isCut = hints.sections.get(section)?.slides !== undefined;
  const isWhole = !plan.slides.some((other) => other !== slide && shares(other, section, notes));
  if (isMixed || (isWhole && !isCut)) return { section, content };
  return { section, take: units.map(({ start }) => start), content: units };
}

/** The slides that show any of the content, as their numbers from 1. */
export function slidesShowing(content: readonly Range[], { slides }: Plan): readonly number[] {
  return slides.flatMap(({ spans }, at) =>
    spans.some(({ start }) => content.some((range) => isIn(start, range))) ? [at + 1] : [],
  );
}

/** The section under whose title it stands: the innermost of that name around all of it. */
function ownerOf(slide: Slide, notes: Notes): Section | undefined {
  const name = slide.section.join('\n');
  const around = sectionsAround(slide, notes.sections);
  return around.findLast(({ path }) => path.filter((title) => title !== '').join('\n') === name);
}

function sectionsAround({ spans }: Slide, sections: readonly Section[]): readonly Section[] {
  const found = sections.find(
    ({ span }) => spans.length > 0 && spans.every(({ start }) => isIn(start, span)),
  );
  return found ? [found, ...sectionsAround({ spans } as Slide, found.sections)] : [];
}

function contentOf({ spans }: Slide, { headingSpan, depth }: Section): readonly Range[] {
  return depth === 0 ? spans : spans.filter(({ start, end }) => !isSame({ start, end }, headingSpan));
}

function isSame(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

function shares(other: Slide, section: Section, notes: Notes): boolean {
  return ownerOf(other, notes) === section && contentOf(other, section).length > 0;
}

function isIn(offset: number, { start, end }: Range): boolean {
  return start <= offset && offset < Math.max(end, start + 1);
}

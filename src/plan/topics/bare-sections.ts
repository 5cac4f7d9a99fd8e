// Headings with nothing below them, not even another heading: they announce nothing, and have no slide of their own.
import type { Section } from '../../notes/index.ts';
import type { PlanContext } from '../draft.ts';
import { isTooMuchForMarker } from '../markers.ts';

/**
 * A name alone. Thanks and questions end a talk, a deck asks for its slides, and so does a hint; a heading for questions
 * inside a section is a point of it like others. A long one would be cut short in the marker.
 */
export function isBare(context: PlanContext, section: Section): boolean {
  const { hints } = context;
  const { kind, depth, blocks, sections, title, titleText, path, opensSlide } = section;
  if (depth === 0 || titleText === '' || opensSlide || sections.length > 0) return false;
  if (isTooMuchForMarker(title, context)) return false;
  if (!blocks.every(({ type }) => type === 'thematicBreak') || hints.sections.has(section)) return false;
  return kind === 'talk' || (kind === 'qa' && path.filter((name) => name !== '').length > 1);
}

/** Sections that share a slide, or one alone, with the names that stand right before them. */
export interface SectionGroup {
  readonly before: readonly Section[];
  readonly sections: readonly Section[];
}

/** Names that share no slide with their neighbours stand above the next; where none follows, each on a slide of its own. */
export function withNames(
  context: PlanContext,
  groups: readonly (readonly Section[])[],
): readonly SectionGroup[] {
  const joined: SectionGroup[] = [];
  let before: Section[] = [];
  for (const sections of groups) {
    const [only, ...others] = sections;
    if (only && others.length === 0 && isBare(context, only)) before.push(only);
    else {
      const isOpen = canTakeNames(context, sections);
      if (!isOpen) joined.push(...before.map(alone));
      joined.push({ before: isOpen ? before : [], sections });
      before = [];
    }
  }
  return [...joined, ...before.map(alone)];
}

function alone(section: Section): SectionGroup {
  return { before: [], sections: [section] };
}

/** Contents, thanks and what a hint asks something of stay as they are. */
function canTakeNames({ hints }: PlanContext, sections: readonly Section[]): boolean {
  return sections.every(
    (section) =>
      (section.kind === 'talk' || section.kind === 'qa') &&
      section.depth > 0 &&
      !hints.sections.has(section) &&
      !section.opensSlide,
  );
}

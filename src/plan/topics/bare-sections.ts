// Headings with nothing below them, not even another heading: they announce nothing, and have no slide of their own.
import type { Paragraph } from 'mdast';
import { positionAt, type Section } from '../../notes/index.ts';
import type { PlanContext } from '../draft.ts';
import { isTooMuchForMarker } from '../markers.ts';
import { typesetPhrasing } from '../prepare/typography.ts';
import type { Part } from './topic.ts';

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

/** Sections that share a slide, or one alone, with the names that stand right before and behind them. */
export interface SectionGroup {
  readonly before: readonly Section[];
  readonly sections: readonly Section[];
  readonly after: readonly Section[];
}

/** Names that share no slide with their neighbours stand above the next, or at the foot of the one before where none follows. */
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
      joined.push({ before: isOpen ? before : [], sections, after: [] });
      before = [];
    }
  }
  const last = joined.at(-1);
  if (!last || !canTakeNames(context, last.sections)) return [...joined, ...before.map(alone)];
  return [...joined.slice(0, -1), { ...last, after: before }];
}

function alone(section: Section): SectionGroup {
  return { before: [], sections: [section], after: [] };
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

/** A name as the last row of a slide. */
export function namePart({ lang }: PlanContext, { title, headingSpan }: Section): Part {
  const children = typesetPhrasing(title, lang) as Paragraph['children'];
  const row: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children }],
    position: positionAt(headingSpan.start, headingSpan.end),
  };
  return { blocks: [row], isName: true };
}

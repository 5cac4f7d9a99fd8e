import type { Heading } from 'mdast';
import type { SectionHint } from '../../hints/index.ts';
import type { Block, Section } from '../../notes/index.ts';
import { linkAgenda } from '../agenda/link-agenda.ts';
import type { Segment } from '../draft.ts';
import type { PlanContext } from '../plan-context.ts';
import { fitTables } from '../prepare/fit-tables.ts';
import { prepareBlocks } from '../prepare/prepare-blocks.ts';
import { sizePictures } from '../prepare/size-pictures.ts';
import { typesetPhrasing } from '../prepare/typography.ts';
import { cutByHint } from './cut-by-hint.ts';
import { cutByItems } from './cut-by-items.ts';
import { cutByShape } from './cut-by-shape.ts';
import { withShortTitle } from './long-title.ts';

/** A sub-section that fills this share of a slide has a slide of its own. */
const ownSlide = 0.45;

/**
 * A section as segments. Small sub-sections stay together under the section's title, each with
 * its sub-heading; a large one, or one that a hint names, has slides of its own. A section
 * without a word of its own before large sub-sections begins with a divider.
 */
export function sectionSegments(context: PlanContext, section: Section): readonly Segment[] {
  const hint = context.hints.sections.get(section);
  if (hint?.show === false) return [];
  if (section.sections.length === 0 || isSmall(context, section))
    return ownSegments(context, section, gather(context, section));
  const large = section.sections.filter((child) => isLarge(context, child));
  const own = prepared(context, section);
  const segments: Segment[] = [];
  let joint: Block[] = own;
  let opened = false;
  const flush = (): void => {
    if (joint.length > 0) segments.push(...ownSegments(context, section, joint));
    else if (!opened) segments.push(divider(context, section));
    opened = true;
    joint = [];
  };
  for (const child of section.sections) {
    const needsOpening = !opened && joint.length === 0 && large.length < 2;
    if (!large.includes(child) || (needsOpening && !isNamed(context, child)))
      joint.push(...underHeading(context, child));
    else {
      flush();
      segments.push(...sectionSegments(context, child));
    }
  }
  if (joint.length > 0 || !opened) flush();
  return segments;
}

/** The segments of blocks under the section's own title. */
function ownSegments(context: PlanContext, section: Section, blocks: readonly Block[]): readonly Segment[] {
  const hint = context.hints.sections.get(section);
  const base: Segment = withShortTitle(context, {
    role: section.kind,
    title: sectionTitle(context, section, hint),
    blocks,
    section: section.path.filter((name) => name !== ''),
    ...headingOf(section),
    ...(hint ? { hint } : {}),
  });
  if (base.blocks.every(({ type }) => type === 'thematicBreak'))
    return section.title.length > 0 ? [{ ...base, role: 'divider', blocks: [], isBare: true }] : [];
  if (hint?.slides)
    return cutByHint(base, hint.slides).flatMap((segment) =>
      segment.hint?.layout ? [segment] : cutByShape(segment).flatMap((part) => cutRest(context, base, part)),
    );
  if (hint?.layout) return [base];
  return cutByShape(base).flatMap((segment) => cutRest(context, base, segment));
}

/** What no entry of the hints has taken is cut as if there were none; what one has taken stays together. */
function cutRest(context: PlanContext, base: Segment, segment: Segment): readonly Segment[] {
  return segment.hint === base.hint && isLong(context, segment) ? cutByItems(segment) : [segment];
}

/** More than a slide holds, with all that stands below its points. */
function isLong(context: PlanContext, { blocks }: Segment): boolean {
  return context.hints.deck.details !== 'notes' && fillOf(context, blocks) > 1;
}

function divider(context: PlanContext, section: Section): Segment {
  const hint = context.hints.sections.get(section);
  return {
    role: 'divider',
    title: sectionTitle(context, section, hint),
    blocks: [],
    section: section.path,
    ...headingOf(section),
  };
}

function headingOf(section: Section): Pick<Segment, 'heading'> {
  return section.depth > 0 ? { heading: section.headingSpan } : {};
}

function sectionTitle(
  context: PlanContext,
  section: Section,
  hint: SectionHint | undefined,
): Segment['title'] {
  if (hint?.title !== undefined) return [{ type: 'text', value: hint.title }];
  return typesetPhrasing(section.title, context.lang);
}

/** A section's own blocks, as they will be set. */
function prepared(context: PlanContext, section: Section): Block[] {
  const blocks = sizePictures(context, fitTables(context, prepareBlocks(section.blocks, context.lang)));
  return section.kind === 'agenda' ? linkAgenda(blocks, context.notes, context.names) : blocks;
}

/** All blocks of a section, those of its sub-sections under their headings. */
function gather(context: PlanContext, section: Section): Block[] {
  return [
    ...prepared(context, section),
    ...section.sections.flatMap((child) => underHeading(context, child)),
  ];
}

function underHeading(context: PlanContext, section: Section): Block[] {
  const { start, end } = section.headingSpan;
  const point = (offset: number): { line: number; column: number; offset: number } => ({
    line: 1,
    column: 1,
    offset,
  });
  const heading: Heading = {
    type: 'heading',
    depth: Math.min(6, Math.max(3, section.depth)) as Heading['depth'],
    children: typesetPhrasing(section.title, context.lang) as Heading['children'],
    position: { start: point(start), end: point(end) },
  };
  return [heading, ...gather(context, section)];
}

/** Does the whole section stand on one slide, with nothing that asks for a slide of its own? */
function isSmall(context: PlanContext, section: Section): boolean {
  if (section.sections.some((child) => isNamed(context, child) || hasOwnKind(child, section))) return false;
  return fillOf(context, gather(context, section)) <= 1;
}

function isLarge(context: PlanContext, section: Section): boolean {
  return (
    isNamed(context, section) ||
    section.kind === 'qa' ||
    fillOf(context, gather(context, section)) >= ownSlide
  );
}

function isNamed(context: PlanContext, section: Section): boolean {
  return context.hints.sections.has(section) || section.sections.some((child) => isNamed(context, child));
}

function hasOwnKind(child: Section, parent: Section): boolean {
  return child.kind === 'qa' && parent.kind !== 'qa';
}

function fillOf({ measure, theme }: PlanContext, blocks: readonly Block[]): number {
  return measure.flow(blocks, 'body', theme.content.width, 'sm') / theme.content.height;
}

// A section of the notes as a topic, with its sub-sections and what hints say of them.
import type { FootnoteDefinition, Heading, Nodes } from 'mdast';
import type { SectionHint } from '../../hints/index.ts';
import { type Block, type PresenterNote, positionAt, type Section } from '../../notes/index.ts';
import { linkAgenda } from '../agenda/link-agenda.ts';
import type { PlanContext, Segment } from '../draft.ts';
import { fitTables } from '../prepare/fit-tables.ts';
import { prepareBlocks, sizePictures, typesettingOf } from '../prepare/prepare-blocks.ts';
import { typesetPhrasing } from '../prepare/typography.ts';
import { withoutUnseen } from '../prepare/unseen-pictures.ts';
import { partDetails } from '../presenter-notes.ts';
import { referencesIn } from '../split/atom.ts';
import { type SectionGroup, withNames } from './bare-sections.ts';
import { segmentsOf } from './divide-topic.ts';
import { withShortTitles } from './long-title.ts';
import { sharedTitle } from './shared-title.ts';
import { groupSections, sharedList } from './small-sections.ts';
import { tellApart } from './tell-apart.ts';
import { markerOf, type Part, reasonOf, type Topic, wholeOf } from './topic.ts';
import { withUnreadHeads } from './unread-heads.ts';

/** What is planned of a section: its segments, and what `details: notes` moves to the presenter notes. */
export interface SectionSegments {
  readonly segments: readonly Segment[];
  readonly details: readonly PresenterNote[];
}

/** The sections of the notes, in groups that are planned together. */
export function topGroups(context: PlanContext): readonly SectionGroup[] {
  return withNames(context, groupSections(context, context.notes.sections));
}

/** What is planned of sections that share a slide, or of one alone. */
export function groupSegments(context: PlanContext, group: SectionGroup): SectionSegments {
  const [first] = group.sections;
  if (group.sections.length > 1) return sharedSegments(context, group);
  return first ? sectionSegments(context, first, group) : { segments: [], details: [] };
}

/** The segments of a section and its sub-sections, each a slide or more. */
export function sectionSegments(
  context: PlanContext,
  section: Section,
  names: Partial<SectionGroup> = {},
): SectionSegments {
  const gathered: Gathered = { footnotes: [], details: [] };
  const read = sectionTopic(context, section, [], gathered);
  const topic = read && named(context, read, names);
  const segments = topic ? segmentsOf(context, topic).map(withoutBreaks) : [];
  const { footnotes } = gathered;
  const alone = topic && segments.length === 0 && footnotes.length > 0;
  const placed = alone ? [{ ...topic.head, blocks: footnotes }] : placeFootnotes(segments, footnotes);
  const noted = tellApart(context, placed);
  return {
    segments: withUnreadHeads(context, withShortTitles(context, noted)),
    details: gathered.details,
  };
}

/** The one segment of small sections that share a slide, each under its heading. */
function sharedSegments(context: PlanContext, group: SectionGroup): SectionSegments {
  const { sections } = group;
  const gathered: Gathered = { footnotes: [], details: [] };
  const topics = sections.flatMap((section) => sectionTopic(context, section, [], gathered) ?? []);
  const shared = sharedTopic(context, sections, topics);
  if (!shared) return { segments: [], details: [] };
  const topic = named(context, shared, group);
  const marker = topic.before ?? [];
  const segment: Segment = { ...shared.head, marker, blocks: wholeOf(topic) };
  return {
    segments: withUnreadHeads(
      context,
      withShortTitles(context, placeFootnotes([segment], gathered.footnotes)),
    ),
    details: gathered.details,
  };
}

/** A topic with the names that stand before it. */
function named(context: PlanContext, topic: Topic, { before = [] }: Partial<SectionGroup>): Topic {
  const names = before.flatMap((section) => markerOf(headOf(context, section, [], undefined)));
  return names.length > 0 ? { ...topic, before: names } : topic;
}

/** Small sections as one topic, which may have the title of what they stand in. */
function sharedTopic(
  { lang, untitled }: PlanContext,
  sections: readonly Section[],
  topics: readonly Topic[],
  parent?: Topic['head'],
): Topic | undefined {
  const [first] = topics;
  if (!first) return undefined;
  const { heading: _, ...head } = first.head;
  const own = sharedTitle(sections, parent?.title ?? untitled, lang);
  const list = sharedList(topics.map(({ head: { title, heading }, blocks }) => ({ title, heading, blocks })));
  const isParent = parent !== undefined && own.title === parent.title;
  return {
    head: { ...head, ...own, role: 'talk', ...(isParent && { marker: parent.marker }) },
    blocks: [list],
  };
}

/** What is taken out of the blocks while a section is read, to be placed once it is known what stands where. */
interface Gathered {
  readonly footnotes: FootnoteDefinition[];
  readonly details: PresenterNote[];
}

/** Undefined where a hint hides the section. */
function sectionTopic(
  context: PlanContext,
  section: Section,
  marker: Segment['marker'],
  gathered: Gathered,
): Topic | undefined {
  const hint = context.hints.sections.get(section);
  if (hint?.show === false) return undefined;
  const head = headOf(context, section, marker, hint);
  const below = markerOf(head);
  const groups = withNames(context, groupSections(context, section.sections));
  const sections = groups.flatMap((group): Part[] => {
    const topics = group.sections.flatMap((child) => sectionTopic(context, child, below, gathered) ?? []);
    const read = group.sections.length > 1 ? sharedTopic(context, group.sections, topics, head) : topics[0];
    if (!read) return [];
    const topic = named(context, read, { before: group.before });
    // On the slide of this section, where no marker has them, the names before it are headings like its own.
    const heads = [
      ...group.before.map((name) => headOf(context, name, [], undefined)),
      ...(group.sections.length > 1 ? [] : [topic.head]),
    ];
    const headings = heads.map((own) => subHeading(own, group.sections[0]?.depth ?? 3));
    return [{ blocks: [...headings, ...wholeOf(topic)], topic, headedBy: 'heading' }];
  });
  const isNamed = hint !== undefined || sections.some(({ topic }) => topic?.isNamed);
  return {
    head,
    blocks: ownBlocks(context, section, hint, gathered),
    sections,
    ...(hint ? { hint } : {}),
    ...(isNamed ? { isNamed: true } : {}),
    ...(section.opensSlide && { opensSlide: true }),
  };
}

function headOf(
  context: PlanContext,
  section: Section,
  marker: Segment['marker'],
  hint: SectionHint | undefined,
): Topic['head'] {
  const { slides: _, ...asked } = hint ?? { slides: undefined, span: undefined };
  const title: Segment['title'] =
    hint?.title === undefined
      ? typesetPhrasing(section.title, context.lang)
      : [{ type: 'text', value: hint.title }];
  return {
    role: section.kind,
    title: title.length > 0 ? title : context.untitled,
    titleReason: reasonOf[hint?.title !== undefined ? 'hint' : title.length > 0 ? 'heading' : 'deck'],
    section: section.path.filter((name) => name !== ''),
    marker,
    source: context.notes.source.path,
    ...(section.depth > 0 ? { heading: section.headingSpan } : {}),
    ...(asked.span ? { hint: asked as Segment['hint'] & object } : {}),
  };
}

/** A section's own blocks as they will be set, without the footnotes and the details that go elsewhere. */
function ownBlocks(
  context: PlanContext,
  section: Section,
  hint: SectionHint | undefined,
  { footnotes, details }: Gathered,
): readonly Block[] {
  const prepared = sizePictures(
    context,
    fitTables(context, prepareBlocks(withoutUnseen(context, section.blocks), typesettingOf(context))),
  );
  const linked = section.kind === 'agenda' ? linkAgenda(prepared, context.notes, context.names) : prepared;
  footnotes.push(...linked.filter((block) => block.type === 'footnoteDefinition'));
  const blocks = withoutEdgeBreaks(linked.filter((block) => block.type !== 'footnoteDefinition'));
  const where = hint?.details ?? context.hints.deck.details ?? 'slide';
  if (where === 'slide' || section.kind === 'qa' || hint?.slides) return blocks;
  const parted = partDetails(blocks, context.lang, context.notes.source.path);
  details.push(...parted.details);
  return parted.blocks;
}

/** A break before the next heading divides nothing. */
function withoutEdgeBreaks(blocks: readonly Block[]): readonly Block[] {
  const isSeen = ({ type }: Block): boolean => type !== 'thematicBreak';
  return blocks.slice(Math.max(0, blocks.findIndex(isSeen)), blocks.findLastIndex(isSeen) + 1);
}

/** Breaks have asked for their slides; where a hint asks for one slide all the same they are not drawn. */
function withoutBreaks(segment: Segment): Segment {
  return { ...segment, blocks: segment.blocks.filter(({ type }) => type !== 'thematicBreak') };
}

/** The heading of a sub-section that stays on the slide of the section around it. */
function subHeading({ title, heading }: Topic['head'], depth: number): Heading {
  return {
    type: 'heading',
    depth: Math.min(6, Math.max(3, depth)) as Heading['depth'],
    children: title as Heading['children'],
    ...(heading ? { position: positionAt(heading.start, heading.end) } : {}),
  };
}

/** Each footnote on the slide that first refers to it; one that nothing refers to stays on the last. */
function placeFootnotes(
  segments: readonly Segment[],
  footnotes: readonly FootnoteDefinition[],
): readonly Segment[] {
  if (footnotes.length === 0 || segments.length === 0) return segments;
  const placed = new Map<number, Block[]>();
  const references = segments.map(({ title, blocks }) => referencesIn([...title, ...blocks] as Nodes[]));
  for (const footnote of footnotes) {
    const found = references.findIndex((names) => names.has(footnote.identifier));
    const at = found === -1 ? segments.length - 1 : found;
    placed.set(at, [...(placed.get(at) ?? []), footnote]);
  }
  return segments.map((segment, at) => ({
    ...segment,
    blocks: [...segment.blocks, ...(placed.get(at) ?? [])],
  }));
}

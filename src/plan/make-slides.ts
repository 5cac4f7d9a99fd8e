import type { Checked, Diagnostic, Span } from '../diagnostics/index.ts';
import { type LayoutName, layouts } from '../layouts/index.ts';
import { type Block, type PresenterNote, plainText } from '../notes/index.ts';
import { countItems, skeletonOf } from './apply-layout.ts';
import { chooseSettings } from './choose.ts';
import type { PlanContext, Segment, Setting } from './draft.ts';
import { listsAlike } from './lists-alike.ts';
import { listingsAlike, type SetPart, tablesAlike, timelinesAlike } from './parts-alike.ts';
import type { Slide } from './plan.ts';
import { pickColumns } from './prepare/pick-columns.ts';
import { attachPresenterNotes, type PartedDetails, partDetails } from './presenter-notes.ts';
import { titleColumnWidth, titleLines } from './room.ts';
import { nameParts } from './topics/name-parts.ts';
import { againWithAddition, withShortQuestion } from './topics/tell-apart.ts';
import { wholeIn } from './whole-code.ts';

/** A segment on its slides, each in its layout. */
interface SetSegment {
  readonly parts: readonly SetPart[];
  readonly details: readonly PresenterNote[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The slides of one segment, and a warning when a layout that was asked for could not be used. */
export function makeSlides(
  context: PlanContext,
  segment: Segment,
  before: readonly string[] = [],
): Checked<readonly Slide[]> {
  return slidesOf(context, setSegment(context, segment, before));
}

/** The slides of segments of one section, the parts of one list alike. */
export function makeSectionSlides(
  context: PlanContext,
  segments: readonly Segment[],
): readonly Checked<readonly Slide[]>[] {
  const before: string[] = [];
  const sets = segments.map((segment) => {
    const set = setSegment(context, segment, before);
    before.push(...set.parts.map(({ setting }) => skeletonOf(setting)));
    return set;
  });
  const alike = listsAlike(
    context,
    sets.flatMap(({ parts }) => parts),
  );
  let from = 0;
  return sets.map((set) => {
    const parts = alike.slice(from, from + set.parts.length);
    from += parts.length;
    return slidesOf(context, { ...set, parts });
  });
}

function slidesOf(
  context: PlanContext,
  { parts, details, diagnostics }: SetSegment,
): Checked<readonly Slide[]> {
  const slides = parts.map(
    ({ part, setting, goesOn }): Slide => ({
      ...makeSlide(context, part, setting),
      ...(goesOn && { goesOn }),
    }),
  );
  return { value: attachPresenterNotes(slides, details), diagnostics };
}

/** `before`: skeletons of the section's slides so far. */
function setSegment(context: PlanContext, segment: Segment, before: readonly string[]): SetSegment {
  const shown = pickColumns(segment.blocks, segment.hint, context.notes.source.path);
  const parted = withoutDetails(context, { ...segment, blocks: shown.blocks });
  const { blocks } = parted;
  const details = [...shown.details, ...parted.details];
  const settings = chooseSettings(context, { ...segment, blocks }, before);
  const { blocks: _, ...head } = segment;
  const named = nameParts(
    head,
    settings.map((setting) => setting.blocks),
    context.lang,
  );
  const used = new Set(named.map(({ title }) => plainText(title)));
  const set = settings.flatMap((setting, index) => {
    const own = named[index] ?? segment;
    const told = index > 0 && own.title === segment.title ? toldApart(context, segment, own, used) : own;
    const part = index > 0 ? withoutWithin(told) : told;
    used.add(plainText(part.title));
    const why = index < settings.length - 1 ? whyCut(segment) : segment.goesOn;
    const set = settings.length === 1 ? [setting] : setAlone(context, part, setting);
    return set.map((one, at) => ({
      part: at === 0 ? part : withoutWithin(withoutHeading(part)),
      setting: one,
      ...(why && { goesOn: why }),
    }));
  });
  const parts = tablesAlike(context, timelinesAlike(context, listingsAlike(context, set)));
  return { parts, details, diagnostics: unsuited(segment, settings) };
}

/** A later part of what was split, titled by what it holds, where the longer title leaves the part its room. */
function toldApart(
  context: PlanContext,
  { heading }: Segment,
  part: Segment,
  used: ReadonlySet<string>,
): Segment {
  const told = againWithAddition(context, { ...part, ...(heading ? { heading } : {}) }, used);
  if (part.role !== 'talk') return part;
  if (plainText(told.title) === plainText(part.title)) return withShortQuestion(part);
  const [only, ...others] = chooseSettings(context, told);
  return only && others.length === 0 && only.fill <= 1 ? withoutHeading(told) : part;
}

/** A part of what was split, set as suits it alone; as it was where that would split it again. */
function setAlone(context: PlanContext, part: Segment, setting: Setting): readonly Setting[] {
  const alone = chooseSettings(context, part);
  return alone.length === 1 || part.blocks !== setting.blocks ? alone : [setting];
}

/** What a hint for this slide alone moves to the presenter notes; sections are read without their details. */
function withoutDetails({ hints, lang, notes }: PlanContext, { hint, role, blocks }: Segment): PartedDetails {
  const where = hint?.details ?? hints.deck.details ?? 'slide';
  if (where === 'slide' || role === 'qa' || role === 'opening' || role === 'agenda')
    return { blocks, details: [] };
  return partDetails(blocks, lang, notes.source.path);
}

function unsuited({ hint }: Segment, settings: readonly Setting[]): readonly Diagnostic[] {
  const used = settings[0]?.layout;
  if (hint?.layout === undefined || used === undefined || used === hint.layout) return [];
  return [
    {
      code: 'hints/layout-unsuited',
      severity: 'warning',
      message: `the layout \`${hint.layout}\` cannot hold this content, so \`${used}\` is used`,
      span: hint.span,
      help: `${hint.layout} is for ${layouts[hint.layout].purpose}; \`take\` fewer items, or leave the layout out`,
    },
  ];
}

/** Only what does not fit, or is more than a hint allows, is cut. */
function whyCut({ hint, blocks }: Segment): NonNullable<Slide['goesOn']> {
  return hint?.perSlide !== undefined && countItems(blocks) > hint.perSlide ? 'per-slide' : 'too-much';
}

/** The heading belongs to the first slide of what stands below it. */
function withoutHeading({ heading: _, ...segment }: Segment): Segment {
  return segment;
}

/** Heads that a marker cannot show stand on the first slide below them. */
function withoutWithin({ within: _, ...segment }: Segment): Segment {
  return segment;
}

function makeSlide(context: PlanContext, segment: Segment, setting: Setting): Slide {
  const { layout, composition, fills, bodySize, body, fill, reason, alternatives } = setting;
  return {
    layout,
    composition,
    ...(setting.titleBeside ? { titleBeside: true } : {}),
    fills,
    ground: 'light',
    bodySize,
    body,
    fill,
    reason,
    alternatives,
    title: titleOf(
      context,
      setting.title === undefined ? segment : { ...segment, title: retitled(segment, setting.title) },
      setting,
    ),
    marker: segment.marker.map(({ text, span }) => ({ text, span })),
    ...(segment.within && { within: segment.within }),
    presenterNotes: [],
    section: segment.section,
    spans: [
      ...(segment.heading ? [segment.heading] : []),
      ...(segment.within ?? []).map(({ span }) => span),
      ...spansOf(setting.blocks, context.notes.source.path),
    ],
    reveal: segment.hint?.reveal ?? false,
  };
}

/** The title's one run of text with other words of it. */
function retitled({ title: [only] }: Segment, value: string): Segment['title'] {
  return only?.type === 'text' ? [{ ...only, value }] : [{ type: 'text', value }];
}

function titleOf(
  context: PlanContext,
  { title, titleReason = 'its heading', heading }: Segment,
  { layout, bodySize, titleBeside }: Pick<Setting, 'layout' | 'bodySize' | 'titleBeside'>,
): Slide['title'] {
  if (title.length === 0) return undefined;
  const width = titleBeside ? titleColumnWidth(context.theme) : context.theme.content.width;
  const style = titleStyles[layout] ?? 'title';
  const { leading } = titleLines(context, title, style, bodySize, width);
  const set = wholeIn(context, title, { style, width, bodySize });
  return {
    content: title,
    ...(set !== title && { set }),
    text: plainText(title),
    reason: titleReason,
    ...(heading && { span: heading }),
    ...(leading !== undefined && { leading }),
  };
}

const titleStyles: Readonly<Partial<Record<LayoutName, 'cover' | 'divider'>>> = {
  title: 'cover',
  section: 'divider',
  closing: 'divider',
};

/** One span for each block, and for each item of a list, that is not shown a second time. */
function spansOf(blocks: readonly Block[], path: string): readonly Span[] {
  return blocks.flatMap((block): Span[] => {
    if (block.type === 'list')
      return block.children.flatMap((item) => spansOf([item as unknown as Block], path));
    const [start, end] = [block.position?.start.offset, block.position?.end.offset];
    return start === undefined || end === undefined ? [] : [{ path, start, end }];
  });
}

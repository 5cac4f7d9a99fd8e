import type { Checked, Diagnostic, Span } from '../diagnostics/index.ts';
import { type LayoutName, layouts } from '../layouts/index.ts';
import { type Block, plainText } from '../notes/index.ts';
import { countItems } from './apply-layout.ts';
import { chooseSettings } from './choose.ts';
import { partDetails } from './details.ts';
import type { Segment, Setting } from './draft.ts';
import type { Slide } from './plan.ts';
import type { PlanContext } from './plan-context.ts';

/** The slides of one segment, and a complaint when a layout that was asked for could not be used. */
export function makeSlides(
  context: PlanContext,
  segment: Segment,
  before: readonly LayoutName[] = [],
): Checked<readonly Slide[]> {
  const where = segment.hint?.details ?? context.hints.deck.details ?? 'slide';
  const parted =
    where === 'notes' && segment.role !== 'qa'
      ? partDetails(segment.blocks)
      : { blocks: segment.blocks, details: [] };
  const settings = chooseSettings(context, { ...segment, blocks: parted.blocks }, before);
  const [first, ...rest] = settings.map((setting, index) => ({
    ...makeSlide(context, index === 0 ? segment : withoutHeading(segment), setting),
    ...(index < settings.length - 1 && { goesOn: whyCut(segment) }),
  }));
  if (!first) return { value: [], diagnostics: [] };
  return {
    value: [{ ...first, presenterNotes: parted.details }, ...rest],
    diagnostics: unsuited(segment, settings),
  };
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

function makeSlide(context: PlanContext, segment: Segment, setting: Setting): Slide {
  const { layout, bodySize, body, fill, reason, alternatives } = setting;
  return {
    layout,
    bodySize,
    body,
    fill,
    reason,
    alternatives,
    title: segment.title.length > 0 ? { content: segment.title, text: plainText(segment.title) } : undefined,
    presenterNotes: [],
    section: segment.section,
    spans: [
      ...(segment.heading ? [segment.heading] : []),
      ...spansOf(setting.blocks, context.notes.source.path),
    ],
    reveal: segment.hint?.reveal ?? false,
  };
}

/** One span for each block, and for each item of a list, that is not shown a second time. */
function spansOf(blocks: readonly Block[], path: string): readonly Span[] {
  return blocks.flatMap((block): Span[] => {
    if (block.type === 'list')
      return block.children.flatMap((item) => spansOf([item as unknown as Block], path));
    const [start, end] = [block.position?.start.offset, block.position?.end.offset];
    return start === undefined || end === undefined ? [] : [{ path, start, end }];
  });
}

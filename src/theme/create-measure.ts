import {
  type Box,
  type FlowBox,
  type FrameName,
  isVector,
  loneImage,
  type RowBox,
} from '../layouts/index.ts';
import { flowHeight } from './flow-height.ts';
import { atTypeSize, createContexts, flowPlacement, type MeasureContext } from './measure-context.ts';
import { belowBaseline, textHeight } from './paragraph.ts';
import { columnShares, isTightTable } from './table-height.ts';
import { type TextMetrics, themeTextMetrics } from './text-metrics.ts';
import type { Measure, Pictures, Theme } from './theme.ts';

/**
 * Measures with the theme's own numbers. Remembers what it has measured for as long as it lives, and
 * the widths of words for as long as `textMetrics` does.
 */
export function createMeasure(
  theme: Theme,
  pictures: Pictures,
  textMetrics: TextMetrics = themeTextMetrics(theme),
): Measure {
  const contexts = createContexts(theme, pictures, textMetrics);
  return {
    box: (box, width, bodySize) => boxHeight(contexts[bodySize], box, width),
    flow: (blocks, style, width, bodySize) => {
      const context = contexts[bodySize];
      return flowHeight(context, blocks, flowPlacement(context, style, width));
    },
    lines: (content, style, width, bodySize) => {
      const context = contexts[bodySize];
      return context.lines(content, context.style(style), width).length;
    },
    holdsWords: (content, style, width, bodySize) => {
      const context = contexts[bodySize];
      return context.holdsWords(content, context.style(style), width);
    },
    isTight: (table, style, width, bodySize) => {
      const context = contexts[bodySize];
      return isTightTable(context, table, flowPlacement(context, style, width));
    },
    columnShares: (table, style, width, bodySize) => {
      const context = contexts[bodySize];
      return columnShares(context, table, flowPlacement(context, style, width));
    },
    picture: pictures,
  };
}

/** The rule that the base stylesheet draws above a box with `pad-top`, px, and the boxes that have another. */
const ruleAbove = 2;
const otherRules: ReadonlyMap<string, number> = new Map([
  ['content', 0],
  ['figures', 0],
  ['occasion', 0],
  ['across', 0],
  ['bars', 0],
  ['quote', 0],
  ['answer', 0],
  ['step', 1],
]);

/** Between marks that are counted, px: `.marks` in the base stylesheet. */
const markGap = 16;

/** The rule before a box with `pad-start`, px. */
const ruleBefore = 3;

/** A row is as tall as its tallest box, a stack the sum of its boxes with the gaps between. */
function boxHeight(context: MeasureContext, box: Box, width: number): number {
  const { spaces } = context.theme;
  const padding = box.padding ? spaces[box.padding] : 0;
  const above = box.paddingTop ? spaces[box.paddingTop] + (otherRules.get(box.class) ?? ruleAbove) : 0;
  const before = box.paddingStart ? spaces[box.paddingStart] + ruleBefore : 0;
  const behind = box.paddingEnd ? spaces[box.paddingEnd] : 0;
  return innerHeight(context, box, width - 2 * padding - before - behind) + 2 * padding + above;
}

function innerHeight(context: MeasureContext, box: Box, width: number): number {
  const gap = 'gap' in box ? context.theme.spaces[box.gap] : 0;
  switch (box.kind) {
    case 'bar':
      return context.number('--bar-height');
    case 'rise':
      return context.number('--rise-height');
    case 'marks':
      return Math.min(context.number('--mark-size'), (width + markGap) / box.count - markGap);
    case 'line':
      return textHeight(context, box.content, context.style(box.style), width);
    case 'flow':
      if (box.frame) return frameHeight(context, box, box.frame, width);
      return boxFlowHeight(context, box, width);
    case 'stack': {
      const heights = box.boxes.flatMap((inner) => heightInStack(context, inner, width));
      return heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, heights.length - 1);
    }
    case 'row': {
      const widths = rowWidths(context.theme, box, width);
      const heights = box.boxes.map((inner, at) => boxHeight(context, inner, widths[at] ?? 0));
      return box.class === 'hero' ? onOneBaseline(context, box.boxes, heights) : Math.max(0, ...heights);
    }
  }
}

function boxFlowHeight(context: MeasureContext, { blocks, style, typeSize }: FlowBox, width: number): number {
  const own = typeSize === undefined ? context : atTypeSize(context, typeSize);
  return flowHeight(own, blocks, flowPlacement(own, style, width));
}

/** One in the margin takes no height; what is higher than the slide's content stands in no margin. */
function heightInStack(context: MeasureContext, box: Box, width: number): number[] {
  const column = box.inMargin ? labelColumn(context.theme) : 0;
  if (column === 0) return [boxHeight(context, box, width)];
  const isTooHigh = boxHeight(context, box, column) > context.theme.content.height;
  return isTooHigh ? [Number.POSITIVE_INFINITY] : [];
}

/** px; 0 where the theme has no column at the side of the content. */
function labelColumn(theme: Theme): number {
  return theme.numbers.sm.get('--label-column') ?? 0;
}

/** Widths of the boxes of a row, px: what stands in the margin takes nothing of the others' width. */
export function rowWidths(theme: Theme, { boxes, widths, gap }: RowBox, width: number): number[] {
  const column = labelColumn(theme);
  const isOut = (at: number): boolean => column > 0 && boxes[at]?.inMargin === true;
  const shared = shareWidth(
    width,
    widths.filter((_, at) => !isOut(at)),
    theme.spaces[gap],
  ).values();
  return widths.map((_, at) => (isOut(at) ? column : (shared.next().value ?? 0)));
}

/** An amount and the words beside it end on one baseline. */
function onOneBaseline(context: MeasureContext, boxes: readonly Box[], heights: readonly number[]): number {
  const below = boxes.map((box) =>
    box.kind === 'line' ? belowBaseline(context, context.style(box.style)) : 0,
  );
  const above = heights.map((height, at) => height - (below[at] ?? 0));
  return Math.max(0, ...above) + Math.max(0, ...below);
}

/**
 * Widths of boxes side by side, px. Shares are columns of one grid: one of two has the gap between them too, so
 * that halves, thirds and two thirds begin at the same places on every slide.
 */
function shareWidth(width: number, shares: readonly number[], gap: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const column = Math.max(0, width - gap * (total - 1)) / Math.max(total, 1);
  return shares.map((share) => share * column + (share - 1) * gap);
}

/** Height of a box with one drawing in it, px. `width` is what it has. */
function frameHeight(context: MeasureContext, box: FlowBox, frame: FrameName, width: number): number {
  const tallest = context.number(`--frame-${frame}`);
  const [block] = box.blocks;
  const image = block && loneImage(block);
  if (!image) return tallest;
  const picture = context.pictures(image.url);
  if (picture.status !== 'found') return tallest;
  if (/\bfilled\b/u.test(box.class)) return tallest;
  const largest = isVector(image.url) ? Number.POSITIVE_INFINITY : 1;
  return picture.height * Math.min(largest, width / picture.width, tallest / picture.height);
}

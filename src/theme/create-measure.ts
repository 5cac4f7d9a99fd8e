import { type Box, type FlowBox, type FrameName, isVector, loneImage } from '../layouts/index.ts';
import { flowHeight } from './flow-height.ts';
import { isTightTable } from './leaf-height.ts';
import { createContexts, flowPlacement, type MeasureContext } from './measure-context.ts';
import { textHeight } from './paragraph.ts';
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
    isTight: (table, style, width, bodySize) => {
      const context = contexts[bodySize];
      return isTightTable(context, table, flowPlacement(context, style, width));
    },
    picture: pictures,
  };
}

/** The rule that the base stylesheet draws above a box with `pad-top`, px, and the boxes that have another. */
const ruleAbove = 2;
const otherRules: ReadonlyMap<string, number> = new Map([
  ['figures', 0],
  ['occasion', 0],
  ['across', 0],
  ['bars', 0],
  ['quote', 0],
  ['step', 1],
]);

/** The rule before a box with `pad-start`, px. */
const ruleBefore = 3;

/** A row is as tall as its tallest box, a stack the sum of its boxes with the gaps between. */
function boxHeight(context: MeasureContext, box: Box, width: number): number {
  const { spaces } = context.theme;
  const padding = box.padding ? spaces[box.padding] : 0;
  const above = box.paddingTop ? spaces[box.paddingTop] + (otherRules.get(box.class) ?? ruleAbove) : 0;
  const before = box.paddingStart ? spaces[box.paddingStart] + ruleBefore : 0;
  return innerHeight(context, box, width - 2 * padding - before) + 2 * padding + above;
}

function innerHeight(context: MeasureContext, box: Box, width: number): number {
  const gap = 'gap' in box ? context.theme.spaces[box.gap] : 0;
  switch (box.kind) {
    case 'bar':
      return context.number('--bar-height');
    case 'marks':
      return context.number('--mark-size');
    case 'line':
      return textHeight(context, box.content, context.style(box.style), width);
    case 'flow':
      if (box.frame) return frameHeight(context, box, box.frame, width);
      return flowHeight(context, box.blocks, flowPlacement(context, box.style, width));
    case 'stack': {
      const heights = box.boxes.map((inner) => boxHeight(context, inner, width));
      return heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, heights.length - 1);
    }
    case 'row': {
      const widths = shareWidth(width, box.widths, box.boxes.length, gap);
      return Math.max(0, ...box.boxes.map((inner, at) => boxHeight(context, inner, widths[at] ?? 0)));
    }
  }
}

function shareWidth(width: number, shares: readonly number[], count: number, gap: number): number[] {
  const all = Array.from({ length: count }, (_, at) => shares[at] ?? 1);
  const total = all.reduce((sum, share) => sum + share, 0);
  const left = Math.max(0, width - gap * (count - 1));
  return all.map((share) => (left * share) / Math.max(total, Number.MIN_VALUE));
}

/** Height of a box with one drawing in it, px. `width` is what it has. */
function frameHeight(context: MeasureContext, box: FlowBox, frame: FrameName, width: number): number {
  const tallest = context.number(`--frame-${frame}`);
  const [block] = box.blocks;
  const image = block && loneImage(block);
  if (!image) return tallest;
  const picture = context.pictures(image.url);
  if (picture.status !== 'found') {
    return flowHeight(context, box.blocks, flowPlacement(context, box.style, width));
  }
  if (/\bfilled\b/u.test(box.class)) return tallest;
  const largest = isVector(image.url) ? Number.POSITIVE_INFINITY : 1;
  return picture.height * Math.min(largest, width / picture.width, tallest / picture.height);
}

import type { Box } from '../layouts/index.ts';
import { flowHeight } from './flow-height.ts';
import { frameHeight } from './frame-height.ts';
import { type Setting, textHeight } from './setting.ts';

/** The rule that the base stylesheet draws above a box with `pad-top`, px, and the boxes that have another. */
const ruleAbove = 2;
const otherRules: Readonly<Record<string, number>> = {
  figures: 0,
  occasion: 0,
  across: 0,
  quote: 0,
  definition: 1,
  step: 1,
};

/** The rule before a box with `pad-start`, px. */
const ruleBefore = 3;

/** A row is as tall as its tallest box, a stack the sum of its boxes with the gaps between. */
export function boxHeight(setting: Setting, box: Box, width: number): number {
  const { spaces } = setting.theme;
  const padding = box.padding ? spaces[box.padding] : 0;
  const above = box.paddingTop ? spaces[box.paddingTop] + (otherRules[box.class] ?? ruleAbove) : 0;
  const before = box.paddingStart ? spaces[box.paddingStart] + ruleBefore : 0;
  return innerHeight(setting, box, width - 2 * padding - before) + 2 * padding + above;
}

function innerHeight(setting: Setting, box: Box, width: number): number {
  const gap = 'gap' in box ? setting.theme.spaces[box.gap] : 0;
  switch (box.kind) {
    case 'line':
      return textHeight(setting, box.content, setting.style(box.style), width);
    case 'flow':
      if (box.frame) return frameHeight(setting, box, box.frame, width);
      return flowHeight(setting, box.blocks, {
        name: box.style,
        style: setting.style(box.style),
        width,
        depth: 0,
      });
    case 'stack': {
      const heights = box.boxes.map((inner) => boxHeight(setting, inner, width));
      return heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, heights.length - 1);
    }
    case 'row': {
      const widths = shareWidth(width, box.widths, box.boxes.length, gap);
      return Math.max(0, ...box.boxes.map((inner, at) => boxHeight(setting, inner, widths[at] ?? 0)));
    }
  }
}

function shareWidth(width: number, shares: readonly number[], count: number, gap: number): number[] {
  const all = Array.from({ length: count }, (_, at) => shares[at] ?? 1);
  const total = all.reduce((sum, share) => sum + share, 0);
  const left = Math.max(0, width - gap * (count - 1));
  return all.map((share) => (left * share) / Math.max(total, Number.MIN_VALUE));
}

import { boxHeight } from './box-height.ts';
import { blockHeight, flowHeight } from './flow-height.ts';
import type { Measure } from './measure.ts';
import type { Pictures } from './picture.ts';
import { nestedPlace } from './place.ts';
import { createSettings, textHeight } from './setting.ts';
import { isTightTable } from './table-height.ts';
import type { TextMetrics } from './text-metrics.ts';
import type { Theme } from './theme.ts';
import { themeTextMetrics } from './theme-text-metrics.ts';

/**
 * Measures with the theme's own numbers. Remembers what it has measured for as long as it lives, and
 * the widths of words for as long as `textMetrics` does.
 */
export function createMeasure(
  theme: Theme,
  pictures: Pictures,
  textMetrics: TextMetrics = themeTextMetrics(theme),
): Measure {
  const settings = createSettings(theme, pictures, textMetrics);
  return {
    box: (box, width, bodySize) => boxHeight(settings[bodySize], box, width),
    flow: (blocks, style, width, bodySize) => {
      const setting = settings[bodySize];
      return flowHeight(setting, blocks, { style: setting.style(style), name: style, width, depth: 0 });
    },
    text: (content, style, width, bodySize) => {
      const setting = settings[bodySize];
      return textHeight(setting, content, setting.style(style), width);
    },
    lines: (content, style, width, bodySize) => {
      const setting = settings[bodySize];
      return setting.lines(content, setting.style(style), width).length;
    },
    itemText: (content, depth, style, width, bodySize) => {
      const setting = settings[bodySize];
      const place = nestedPlace(setting, style, width, depth);
      return textHeight(setting, content, place.style, place.width);
    },
    block: (block, depth, style, width, bodySize) => {
      const setting = settings[bodySize];
      return blockHeight(setting, block, nestedPlace(setting, style, width, depth));
    },
    isTight: (table, style, width, bodySize) => {
      const setting = settings[bodySize];
      return isTightTable(setting, table, nestedPlace(setting, style, width, 0));
    },
    picture: pictures,
    gaps: (_, bodySize) => settings[bodySize].gaps,
  };
}

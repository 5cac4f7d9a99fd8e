import { boxHeight } from './box-height.ts';
import { blockHeight, flowHeight } from './flow-height.ts';
import type { LettersOf } from './letters.ts';
import type { Measure } from './measure.ts';
import type { Pictures } from './picture.ts';
import { nestedPlace } from './place.ts';
import { createSettings, textHeight } from './setting.ts';
import { isTightTable } from './table-height.ts';
import type { Theme } from './theme.ts';
import { themeLetters } from './theme-letters.ts';

/**
 * Measures with the theme's own numbers. Remembers what it has measured for as long as it lives, and
 * the widths of words for as long as `lettersOf` does.
 */
export function createMeasure(
  theme: Theme,
  pictures: Pictures,
  lettersOf: LettersOf = themeLetters(theme),
): Measure {
  const settings = createSettings(theme, pictures, lettersOf);
  return {
    box: (box, width, density) => boxHeight(settings[density], box, width),
    flow: (blocks, style, width, density) => {
      const setting = settings[density];
      return flowHeight(setting, blocks, { style: setting.style(style), name: style, width, depth: 0 });
    },
    text: (content, style, width, density) => {
      const setting = settings[density];
      return textHeight(setting, content, setting.style(style), width);
    },
    lines: (content, style, width, density) => {
      const setting = settings[density];
      return setting.lines(content, setting.style(style), width).length;
    },
    itemText: (content, depth, style, width, density) => {
      const setting = settings[density];
      const place = nestedPlace(setting, style, width, depth);
      return textHeight(setting, content, place.style, place.width);
    },
    block: (block, depth, style, width, density) => {
      const setting = settings[density];
      return blockHeight(setting, block, nestedPlace(setting, style, width, depth));
    },
    isTight: (table, style, width, density) => {
      const setting = settings[density];
      return isTightTable(setting, table, nestedPlace(setting, style, width, 0));
    },
    picture: pictures,
    gaps: (_, density) => settings[density].gaps,
  };
}

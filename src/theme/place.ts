import type { StyleName } from '../layouts/index.ts';
import type { Place } from './known-heights.ts';
import type { Setting } from './setting.ts';
import type { TextStyle } from './theme.ts';

export type { Place };

/** From this depth on items are indented no further: `li li li li li` in the base stylesheet. */
export const deepestIndent = 4;

/** Inside one more list item. */
export function insideItem(setting: Setting, place: Place): Place {
  const depth = place.depth + 1;
  const indent = depth > deepestIndent ? 0 : indentOf(setting, place.name, depth);
  return {
    ...place,
    depth,
    width: place.width - indent,
    style: depth > 1 ? nestedStyle(setting, place) : place.style,
  };
}

/** A style may indent its own items: `--agenda-indent`. */
function indentOf({ number, theme }: Setting, name: StyleName, depth: number): number {
  const own = `--${name}-indent`;
  return number(depth === 1 && theme.tokens.has(own) ? own : '--indent');
}

/** Items of items have a size of their own, whatever the style of the flow. */
function nestedStyle(setting: Setting, { style }: Place): TextStyle {
  const [size, line] = [setting.number('--nested-size'), setting.number('--nested-line')];
  return { ...style, size: size || style.size, line: line || style.line };
}

/** Inside `depth` list items of a flow of the given width. */
export function nestedPlace(setting: Setting, name: StyleName, width: number, depth: number): Place {
  let place: Place = { name, style: setting.style(name), width, depth: 0 };
  while (place.depth < depth) place = insideItem(setting, place);
  return place;
}

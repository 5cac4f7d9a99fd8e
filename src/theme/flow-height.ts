import type { List, ListItem, Paragraph } from 'mdast';
import type { Block, Callout, Phrasing } from '../notes/index.ts';
import { codeHeight } from './code-height.ts';
import { formulaHeight } from './formula-height.ts';
import type { Gaps } from './measure.ts';
import { missingPictureHeight, missingPictures } from './missing-pictures.ts';
import { deepestIndent, insideItem, type Place } from './place.ts';
import { type Setting, textHeight } from './setting.ts';
import { tableHeight } from './table-height.ts';
import type { TextStyle } from './theme.ts';

/** The rule before a quotation or a callout in the base stylesheet, px. */
const markerRule = 3;

/** Blocks one below the other with the margins between them. */
export function flowHeight(setting: Setting, blocks: readonly Block[], place: Place): number {
  const gaps = setting.gaps;
  const shown = blocks.filter(isShown);
  return shown.reduce((sum, block, at) => {
    const before = shown[at - 1];
    return sum + (before ? gapBetween(before, block, gaps) : 0) + blockHeight(setting, block, place);
  }, 0);
}

/** Does the block make anything on the slide? */
export function isShown(block: Block): boolean {
  return block.type !== 'definition';
}

function gapBetween(before: Block, block: Block, gaps: Gaps): number {
  if (before.type === 'heading') return gaps.afterSubheading;
  return block.type === 'heading' ? gaps.beforeSubheading : gaps.block;
}

export function blockHeight(setting: Setting, block: Block, place: Place): number {
  switch (block.type) {
    case 'paragraph':
      return paragraphHeight(setting, block, place);
    case 'heading':
      return textHeight(setting, block.children, headingStyle(setting, place), place.width);
    case 'list':
      return listHeight(setting, block, place);
    case 'blockquote':
      return insideHeight(
        setting,
        block.children,
        narrowed(place, setting.number('--quote-indent') + markerRule),
      );
    case 'callout':
      return calloutHeight(setting, block, place);
    case 'footnoteDefinition':
      return insideHeight(setting, block.children, { ...place, style: smallStyle(setting, place) });
    case 'code':
      return codeHeight(setting, block, place);
    case 'math':
      return formulaHeight(setting, block.value, place);
    case 'table':
      return tableHeight(setting, block, place);
    case 'html':
      return textHeight(setting, [{ type: 'text', value: block.value }], place.style, place.width);
    case 'thematicBreak':
      return setting.number('--rule-width');
    case 'definition':
      return 0;
  }
}

function paragraphHeight(setting: Setting, paragraph: Paragraph, place: Place): number {
  const missing = missingPictures(setting, paragraph);
  if (missing.length === 0) {
    return textHeight(setting, paragraph.children as Phrasing[], place.style, place.width);
  }
  const gaps = setting.gaps;
  const gap = place.depth === 0 ? gaps.block : gaps.inside;
  return missing.reduce((sum, picture) => sum + gap + missingPictureHeight(setting, picture, place), -gap);
}

function headingStyle(setting: Setting, { depth, style }: Place): TextStyle {
  const subheading = setting.style('subheading');
  return depth === 0 ? subheading : { ...style, weight: subheading.weight };
}

function listHeight(setting: Setting, { children }: List, place: Place): number {
  const inside = insideItem(setting, place);
  const gap = inside.depth === 1 ? setting.gaps.item : setting.gaps.nestedItem;
  const items = children.map((item) =>
    setting.heightOf(item, inside, () => itemHeight(setting, itemBlocks(item, inside), inside)),
  );
  return items.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, items.length - 1);
}

/** The sign of a task stands beside the item, and among its words where nothing is indented. */
function itemBlocks({ checked, children }: ListItem, place: Place): readonly Block[] {
  const [first, ...others] = children;
  if (checked == null || place.depth <= deepestIndent || first?.type !== 'paragraph') return children;
  const sign: Phrasing = { type: 'text', value: taskSign };
  return [{ ...first, children: [sign as never, ...first.children] }, ...others];
}

/** With room for the margin behind it. */
const taskSign = '\u2611\u00a0\u00a0 ';

/** An item with nothing in it still has its bullet, so it takes a line. */
function itemHeight(setting: Setting, blocks: readonly Block[], place: Place): number {
  return blocks.some(isShown) ? insideHeight(setting, blocks, place) : place.style.line;
}

function insideHeight(setting: Setting, blocks: readonly Block[], place: Place): number {
  const gap = setting.gaps.inside;
  return blocks.filter(isShown).reduce((sum, block, at) => {
    const above = at > 0 || (block.type === 'list' && place.depth > 0) ? gap : 0;
    return sum + above + blockHeight(setting, block, place);
  }, 0);
}

function calloutHeight(setting: Setting, callout: Callout, place: Place): number {
  const { children } = callout;
  const [top, side] = [setting.number('--space-small'), setting.number('--space-medium')];
  const inside = narrowed(place, setting.number('--callout-indent') + side + markerRule);
  const strong = { ...place.style, weight: setting.rules.strongWeight };
  const head = textHeight(setting, calloutTitle(callout), strong, inside.width);
  const body = insideHeight(setting, children, inside);
  return 2 * top + head + (children.some(isShown) ? setting.gaps.inside : 0) + body;
}

/** As it is printed: the kind as a word, and the title. */
function calloutTitle({ calloutKind, title }: Callout): Phrasing[] {
  const kind = `${calloutKind.charAt(0).toUpperCase()}${calloutKind.slice(1)}`;
  return [{ type: 'text', value: title.length > 0 ? `${kind} ` : kind }, ...title];
}

function smallStyle(setting: Setting, { style }: Place): TextStyle {
  const { size, line } = setting.style('small');
  return { ...style, size, line };
}

function narrowed(place: Place, by: number): Place {
  return { ...place, width: place.width - by };
}

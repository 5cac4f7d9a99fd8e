import type { List, ListItem, Paragraph } from 'mdast';
import type { Block, Callout, Phrasing } from '../notes/index.ts';
import { codeHeight, formulaHeight, missingPictureHeight, missingPictures } from './leaf-height.ts';
import {
  deepestIndent,
  type Gaps,
  insideItem,
  type MeasureContext,
  type Placement,
} from './measure-context.ts';
import { textHeight } from './paragraph.ts';
import { tableHeight } from './table-height.ts';
import type { TextStyle } from './theme.ts';

/** The rule before a quotation or a callout in the base stylesheet, px. */
const markerRule = 3;

/** Blocks one below the other with the margins between them. */
export function flowHeight(context: MeasureContext, blocks: readonly Block[], placement: Placement): number {
  const gaps = context.gaps;
  const shown = blocks.filter(isShown);
  return shown.reduce((sum, block, at) => {
    const before = shown[at - 1];
    return sum + (before ? gapBetween(before, block, gaps) : 0) + blockHeight(context, block, placement);
  }, 0);
}

/** Whether the block makes anything on the slide. */
function isShown(block: Block): boolean {
  return block.type !== 'definition';
}

function gapBetween(before: Block, block: Block, gaps: Gaps): number {
  if (before.type === 'heading') return gaps.afterSubheading;
  return block.type === 'heading' ? gaps.beforeSubheading : gaps.block;
}

function blockHeight(context: MeasureContext, block: Block, placement: Placement): number {
  switch (block.type) {
    case 'paragraph':
      return paragraphHeight(
        context,
        block,
        block.data?.isCaption ? asCaption(context, placement) : placement,
      );
    case 'heading':
      return textHeight(context, block.children, headingStyle(context, placement), placement.width);
    case 'list':
      return listHeight(context, block, placement);
    case 'blockquote':
      return insideHeight(
        context,
        block.children,
        narrowed(placement, context.number('--quote-indent') + markerRule),
      );
    case 'callout':
      return calloutHeight(context, block, placement);
    case 'footnoteDefinition':
      return insideHeight(context, block.children, { ...placement, style: smallStyle(context, placement) });
    case 'code':
      return codeHeight(context, block, placement);
    case 'math':
      return formulaHeight(context, block.value, placement);
    case 'table':
      return tableHeight(context, block, placement);
    case 'html':
      return textHeight(context, [{ type: 'text', value: block.value }], placement.style, placement.width);
    case 'thematicBreak':
      return context.number('--rule-width');
    case 'definition':
      return 0;
  }
}

function paragraphHeight(context: MeasureContext, paragraph: Paragraph, placement: Placement): number {
  const missing = missingPictures(context, paragraph);
  if (hasWideFormula(context, paragraph, placement)) return Number.POSITIVE_INFINITY;
  if (missing.length === 0) {
    return textHeight(context, paragraph.children as Phrasing[], placement.style, placement.width);
  }
  const gaps = context.gaps;
  const gap = placement.depth === 0 ? gaps.block : gaps.inside;
  return missing.reduce(
    (sum, picture) => sum + gap + missingPictureHeight(context, picture, placement),
    -gap,
  );
}

/** Share of the line that a part of a formula that is not broken may take where it is set large: widths are estimated. */
const widestFormula = 0.95;

/** Whether a formula in a line is wider than the line: then no text is set larger than usual, and at the usual size the page scales it. */
function hasWideFormula(
  context: MeasureContext,
  { children }: Paragraph,
  { style, width }: Placement,
): boolean {
  if (style.size <= context.theme.bodySizes.sm.body.size) return false;
  if (!children.some((node) => (node as Phrasing).type === 'inlineMath')) return false;
  return !context.holdsWords(children as Phrasing[], style, widestFormula * width);
}

function headingStyle(context: MeasureContext, { depth, style }: Placement): TextStyle {
  const subheading = context.style('subheading');
  return depth === 0 ? subheading : { ...style, weight: subheading.weight };
}

function listHeight(context: MeasureContext, { children }: List, placement: Placement): number {
  const inside = insideItem(context, placement);
  const gap = inside.depth === 1 ? context.gaps.item : context.gaps.nestedItem;
  const items = children.map((item) =>
    context.heightOf(item, inside, () => itemHeight(context, itemBlocks(item, inside), inside)),
  );
  return items.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, items.length - 1);
}

/** The check box of a task stands beside the item, and among its words where nothing is indented. */
function itemBlocks({ checked, children }: ListItem, placement: Placement): readonly Block[] {
  const [first, ...others] = children;
  if (checked == null || placement.depth <= deepestIndent || first?.type !== 'paragraph') return children;
  const checkBox: Phrasing = { type: 'text', value: checkBoxText };
  return [{ ...first, children: [checkBox as never, ...first.children] }, ...others];
}

/** With room for the margin behind it. */
const checkBoxText = '\u2611\u00a0\u00a0 ';

/** An item with nothing in it still has its bullet, so it takes a line. */
function itemHeight(context: MeasureContext, blocks: readonly Block[], placement: Placement): number {
  return blocks.some(isShown) ? insideHeight(context, blocks, placement) : placement.style.line;
}

function insideHeight(context: MeasureContext, blocks: readonly Block[], placement: Placement): number {
  const gap = context.gaps.inside;
  return blocks.filter(isShown).reduce((sum, block, at) => {
    const above = at > 0 || (block.type === 'list' && placement.depth > 0) ? gap : 0;
    return sum + above + blockHeight(context, block, placement);
  }, 0);
}

function calloutHeight(context: MeasureContext, callout: Callout, placement: Placement): number {
  const { children } = callout;
  const [top, side] = [context.number('--space-small'), context.number('--space-medium')];
  const inside = narrowed(placement, context.number('--callout-indent') + side + markerRule);
  const strong = { ...placement.style, weight: context.rules.strongWeight };
  const head = textHeight(context, calloutTitle(callout), strong, inside.width);
  const body = insideHeight(context, children, inside);
  return 2 * top + head + (children.some(isShown) ? context.gaps.inside : 0) + body;
}

/** As it is printed: the kind as a word, and the title. */
function calloutTitle({ calloutKind, title }: Callout): Phrasing[] {
  const kind = `${calloutKind.charAt(0).toUpperCase()}${calloutKind.slice(1)}`;
  return [{ type: 'text', value: title.length > 0 ? `${kind} ` : kind }, ...title];
}

function asCaption({ number }: MeasureContext, placement: Placement): Placement {
  const [size, line] = [number('--caption-size'), number('--caption-line')];
  return { ...placement, style: { ...placement.style, size, line } };
}

function smallStyle(context: MeasureContext, { style }: Placement): TextStyle {
  const { size, line } = context.style('small');
  return { ...style, size, line };
}

function narrowed(placement: Placement, by: number): Placement {
  return { ...placement, width: placement.width - by };
}

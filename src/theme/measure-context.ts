import type { StyleName } from '../layouts/index.ts';
import type { ContentWidths } from './break-lines.ts';
import { createFormulas, type MeasureFormula } from './formula.ts';
import type { InlineObject, InlineRules } from './inline-content.ts';
import { createParagraphs, type Paragraphs, type WordCache } from './paragraph.ts';
import type { TextFace, TextMetrics } from './text-metrics.ts';
import { codeFamily } from './text-styles.ts';
import { type BodySize, bodySizes, type Pictures, type TextStyle, type Theme } from './theme.ts';

/** What measuring has at hand at one body size. */
export interface MeasureContext extends Paragraphs {
  readonly theme: Theme;
  readonly pictures: Pictures;
  readonly rules: InlineRules;
  readonly formula: MeasureFormula;
  /** A length (px) or number of the theme by its property's name; 0 when it has none. */
  number(name: string): number;
  readonly gaps: Gaps;
  style(name: StyleName): TextStyle;
  /** Of a list item, px. */
  readonly heightOf: Once<number>;
  /** Of the cells of a table's row. */
  readonly cellWidths: Once<readonly ContentWidths[]>;
  /** Flows by their style and width, and what is one list item further in. */
  readonly placements: Map<string, Placement>;
  readonly insides: WeakMap<Placement, Placement>;
  /** The same with code and tables of a size of their own, px. */
  readonly atTypeSizes: Map<number, MeasureContext>;
  /** Of code and tables, px, where it is not the slide's. */
  readonly typeSize?: number;
}

/**
 * The margins between blocks, px. Definitions show nothing and have none. After a sub-heading `afterSubheading` counts, before one
 * `beforeSubheading`, and between two of them `afterSubheading`.
 */
export interface Gaps {
  /** Between two blocks of a flow. */
  readonly block: number;
  readonly beforeSubheading: number;
  readonly afterSubheading: number;
  /** Between two items of a list that stands in no item. */
  readonly item: number;
  /** Between two items of a list inside an item. */
  readonly nestedItem: number;
  /** Between the blocks of one item, quotation, callout or footnote, and above every list in an item. */
  readonly inside: number;
}

/** Where a block stands, and all that its height depends on at one body size: what its text is set in, how much width it has. */
export interface Placement {
  readonly styleName: StyleName;
  readonly style: TextStyle;
  readonly width: number;
  /** Number of list items around it. */
  readonly depth: number;
}

/** A context for every body size; they share the widths of words. */
export function createContexts(
  theme: Theme,
  pictures: Pictures,
  textMetrics: TextMetrics,
): Record<BodySize, MeasureContext> {
  const cache: WordCache = new WeakMap();
  const formula = createFormulas();
  return Object.fromEntries(
    bodySizes.map((bodySize) => [
      bodySize,
      createContext(theme, bodySize, pictures, textMetrics, cache, formula),
    ]),
  ) as Record<BodySize, MeasureContext>;
}

function createContext(
  theme: Theme,
  bodySize: BodySize,
  pictures: Pictures,
  textMetrics: TextMetrics,
  cache: WordCache,
  formula: MeasureFormula,
): MeasureContext {
  const numbers = theme.numbers[bodySize];
  const number = (name: string): number => numbers.get(name) ?? 0;
  const rules = inlineRules(theme, numbers, pictures, formula);
  return {
    theme,
    pictures,
    rules,
    formula,
    number,
    gaps: readGaps(number),
    style: (name) => theme.bodySizes[bodySize][name],
    heightOf: onceForEach(),
    cellWidths: onceForEach(),
    placements: new Map(),
    insides: new WeakMap(),
    atTypeSizes: new Map(),
    ...createParagraphs(rules, textMetrics, cache),
  };
}

/** With code and tables of a size of their own, px, as `[class*=" type-"]` of the base stylesheet has it. */
export function atTypeSize(context: MeasureContext, typeSize: number): MeasureContext {
  const known = context.atTypeSizes.get(typeSize);
  if (known) return known;
  const { number } = context;
  const headSize = Math.min(number('--caption-size'), typeSize);
  const own: ReadonlyMap<string, number> = new Map([
    ['--code-size', typeSize],
    ['--code-line', typeSize * number('--code-leading')],
    ['--table-size', typeSize],
    ['--table-line', typeSize * number('--table-leading')],
    ['--table-head-size', headSize],
    ['--table-head-line', headSize * number('--table-leading')],
  ]);
  const made: MeasureContext = {
    ...context,
    typeSize,
    number: (name) => own.get(name) ?? number(name),
    heightOf: onceForEach(),
    cellWidths: onceForEach(),
    placements: new Map(),
    insides: new WeakMap(),
  };
  context.atTypeSizes.set(typeSize, made);
  return made;
}

function readGaps(number: MeasureContext['number']): Gaps {
  const nested = number('--nested-gap');
  return {
    block: number('--block-gap'),
    beforeSubheading: number('--subheading-gap'),
    afterSubheading: number('--item-gap'),
    item: number('--item-gap'),
    nestedItem: nested,
    inside: nested,
  };
}

/** What is measured of a node in a placement, unless it is cached. */
type Once<T> = (node: object, placement: Placement, measure: () => T) => T;

/** The planner sets the same items and rows again and again, with more or fewer of their neighbours. */
function onceForEach<T>(): Once<T> {
  const cache = new WeakMap<Placement, WeakMap<object, T>>();
  return (node, placement, measure) => {
    const found = cache.get(placement) ?? new WeakMap<object, T>();
    const cached = found.get(node);
    if (cached !== undefined) return cached;
    const measured = measure();
    cache.set(placement, found.set(node, measured));
    return measured;
  };
}

/** A flow of the given width that stands in no list item; the same object for the same flow, so that heights can be cached by it. */
export function flowPlacement(context: MeasureContext, styleName: StyleName, width: number): Placement {
  const key = `${styleName} ${width}`;
  const placement = context.placements.get(key) ?? {
    styleName,
    style: context.style(styleName),
    width,
    depth: 0,
  };
  context.placements.set(key, placement);
  return placement;
}

/** From this depth on items are indented no further: `li li li li li` in the base stylesheet. */
export const deepestIndent = 4;

/** Inside one more list item; the same object for the same placement. */
export function insideItem(context: MeasureContext, placement: Placement): Placement {
  const cached = context.insides.get(placement);
  if (cached) return cached;
  const depth = placement.depth + 1;
  const indent = depth > deepestIndent ? 0 : indentOf(context, placement.styleName, depth);
  const inside = {
    ...placement,
    depth,
    width: placement.width - indent,
    style: depth > 1 ? nestedStyle(context, placement) : placement.style,
  };
  context.insides.set(placement, inside);
  return inside;
}

/** A style may indent its own items: `--agenda-indent`. */
function indentOf({ number, theme }: MeasureContext, name: StyleName, depth: number): number {
  const own = `--${name}-indent`;
  return number(depth === 1 && theme.tokens.has(own) ? own : '--indent');
}

/** Items of items have a size of their own, whatever the style of the flow. */
function nestedStyle({ number }: MeasureContext, { style }: Placement): TextStyle {
  const [size, line] = [number('--nested-size'), number('--nested-line')];
  return { ...style, size: size || style.size, line: line || style.line };
}

/** Sizes of `small`, `sub` and `sup` that `themes/base.css` sets, in the size of the text around. */
const smallScale = 0.85;
const scriptScale = 0.7;

function inlineRules(
  theme: Theme,
  numbers: ReadonlyMap<string, number>,
  pictures: Pictures,
  formula: MeasureFormula,
): InlineRules {
  const tallest = numbers.get('--picture-height') ?? theme.content.height;
  return {
    codeFont: codeFamily(theme.tokens.get('--code-font')),
    codeScale: numbers.get('--inline-code-scale') ?? 1,
    codePadding: numbers.get('--inline-code-padding') ?? 0,
    strongWeight: numbers.get('--strong-weight') ?? 700,
    smallScale,
    scriptScale,
    ruleWidth: numbers.get('--rule-width') ?? 0,
    image: (url, style) => {
      const picture = pictures(url);
      return picture.status === 'found' ? inlinePicture(picture, style, tallest) : undefined;
    },
    math: (tex, style) => formula(tex, 'inline', style.size),
  };
}

/** A picture stands in a line with its middle at the middle of lowercase letters. */
function inlinePicture(picture: Size, style: TextFace, tallest: number): InlineObject {
  const middleOfLowercase = style.size * 0.25;
  const within = (room: number): InlineObject => {
    const { width, height } = fitPicture(picture, room, tallest);
    const half = height / 2;
    return { width, above: half + middleOfLowercase, below: half - middleOfLowercase, fit: within };
  };
  return within(Number.POSITIVE_INFINITY);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Its natural size, or smaller in proportion; never larger. */
function fitPicture(natural: Size, width: number, height: number): Size {
  const scale = Math.min(1, width / natural.width, height / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}

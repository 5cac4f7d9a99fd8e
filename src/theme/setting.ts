import type { StyleName } from '../layouts/index.ts';
import type { Phrasing } from '../notes/index.ts';
import { breakLines, type Line } from './break-lines.ts';
import { type InlineRules, inlineRuns, type Run } from './inline-content.ts';
import { inlineRules } from './inline-rules.ts';
import { type HeightOf, knownHeights } from './known-heights.ts';
import type { Gaps } from './measure.ts';
import type { Pictures } from './picture.ts';
import { cutPieces, type Piece } from './pieces.ts';
import { scaledPieces } from './scaled-pieces.ts';
import type { StyledMetrics, TextMetrics } from './text-metrics.ts';
import { type BodySize, bodySizes, type TextStyle, type Theme } from './theme.ts';
import { type Widths, widthsOf } from './widths.ts';

/** What measuring has at hand in one bodySize. */
export interface Setting {
  readonly theme: Theme;
  readonly pictures: Pictures;
  readonly rules: InlineRules;
  readonly textMetrics: TextMetrics;
  /** A length (px) or number of the theme by its property's name; 0 when it has none. */
  number(name: string): number;
  readonly gaps: Gaps;
  style(name: StyleName): TextStyle;
  readonly heightOf: HeightOf;
  /** The lines of one paragraph. */
  lines(content: readonly Phrasing[], style: TextStyle, width: number): readonly Line[];
  /** How narrow and how wide a paragraph can be. */
  widths(content: readonly Phrasing[], style: TextStyle): Widths;
}

/** Settings for every bodySize; they share the widths of words. */
export function createSettings(
  theme: Theme,
  pictures: Pictures,
  textMetrics: TextMetrics,
): Record<BodySize, Setting> {
  const cut: CutTexts = new WeakMap();
  return Object.fromEntries(
    bodySizes.map((bodySize) => [bodySize, createSetting(theme, bodySize, pictures, textMetrics, cut)]),
  ) as Record<BodySize, Setting>;
}

/** What was cut already, by the text and the size it was cut at; shared by the bodySizes. */
type CutTexts = WeakMap<readonly Phrasing[], Map<StyledMetrics, readonly Piece[]>>;

function createSetting(
  theme: Theme,
  bodySize: BodySize,
  pictures: Pictures,
  textMetrics: TextMetrics,
  cut: CutTexts,
): Setting {
  const numbers = theme.numbers[bodySize];
  const number = (name: string): number => numbers.get(name) ?? 0;
  const rules = inlineRules(theme, numbers, pictures);
  const texts = new Map<string, readonly Piece[]>();
  const pieces = (content: readonly Phrasing[], style: TextStyle): readonly Piece[] => {
    const letters = textMetrics(style);
    const before = cut.get(content) ?? new Map<StyledMetrics, readonly Piece[]>();
    const known =
      before.get(letters) ??
      scaledPieces(before, letters) ??
      cutOnce(texts, inlineRuns(content, letters.style, rules), textMetrics);
    cut.set(content, before.set(letters, known));
    return known;
  };
  const known = new WeakMap<readonly Phrasing[], Map<StyledMetrics, Widths>>();
  // Not of pieces that were cut at another size: those do not tell their characters apart.
  const widths = (content: readonly Phrasing[], style: TextStyle): Widths => {
    const letters = textMetrics(style);
    const before = known.get(content) ?? new Map<StyledMetrics, Widths>();
    const cutNow = (): readonly Piece[] =>
      cutPieces(inlineRuns(content, letters.style, rules), textMetrics, 'collapse');
    const found = before.get(letters) ?? widthsOf(cutNow());
    known.set(content, before.set(letters, found));
    return found;
  };
  return {
    theme,
    pictures,
    rules,
    textMetrics,
    number,
    gaps: readGaps(number),
    style: (name) => theme.bodySizes[bodySize][name],
    heightOf: knownHeights(),
    widths,
    lines: (content, style, width) =>
      fitsOneLine(content, textMetrics(style), width) ? oneLine : breakLines(pieces(content, style), width),
  };
}

function readGaps(number: Setting['number']): Gaps {
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

const oneLine: readonly Line[] = [{ objects: [] }];

/** Plain words that stand on one line whatever their kerning: most bullets do, and need not be cut. */
function fitsOneLine(content: readonly Phrasing[], letters: StyledMetrics, width: number): boolean {
  let used = 0;
  for (const node of content) {
    const bound = node.type === 'text' ? letters.bound(node.value) : undefined;
    if (bound === undefined) return false;
    used += bound;
    if (used > width) return false;
  }
  return true;
}

/** The same words in the same styles are cut once, however often the planner arranges them anew. */
function cutOnce(
  texts: Map<string, readonly Piece[]>,
  runs: readonly Run[],
  textMetrics: TextMetrics,
): readonly Piece[] {
  const key = textKey(runs);
  const known = key === undefined ? undefined : texts.get(key);
  const pieces = known ?? cutPieces(runs, textMetrics, 'collapse');
  if (key !== undefined) texts.set(key, pieces);
  return pieces;
}

/** Letters, with the names of styles, of a text that may be asked for again; longer ones would fill the memory. */
const longestKey = 1000;

/** Nothing where something stands among the words that is not text, or where they are many. */
function textKey(runs: readonly Run[]): string | undefined {
  let key = '';
  for (const run of runs) {
    if (run.kind !== 'text') return undefined;
    const { family, weight, italic, size, tracking, figures } = run.style;
    key += `${family}|${weight}|${italic}|${size}|${tracking}|${figures}|${run.before}|${run.after}\n${run.text}\0`;
  }
  return key.length > longestKey ? undefined : key;
}

/** Height of a paragraph: a line is taller when a formula or a picture in it is. */
export function textHeight(
  setting: Setting,
  content: readonly Phrasing[],
  style: TextStyle,
  width: number,
): number {
  const { up, down } = strut(setting.textMetrics(style), style.line);
  return setting.lines(content, style, width).reduce((sum, { objects }) => {
    const above = Math.max(up, ...objects.map((object) => object.above));
    const below = Math.max(down, ...objects.map((object) => object.below));
    return sum + above + below;
  }, 0);
}

/**
 * How far a line reaches above and below its baseline. As Chromium reckons: the font's own height in
 * whole px, a descent never less than it is, and half of what the line has over, rounded down, above.
 */
function strut(letters: StyledMetrics, line: number): { readonly up: number; readonly down: number } {
  const [ascent, descent] = [Math.round(letters.ascent), Math.round(letters.descent)];
  const lower = descent < letters.descent ? 1 : 0;
  const up = ascent - lower + Math.floor((line - ascent - descent) / 2);
  return { up, down: line - up };
}

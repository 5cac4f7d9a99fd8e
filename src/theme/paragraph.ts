import type { Phrasing } from '../notes/index.ts';
import { type BrokenLine, breakLines, type ContentWidths, contentWidths, isText } from './break-lines.ts';
import { type InlineRules, type InlineRun, inlineRuns } from './inline-content.ts';
import type { StyledMetrics, TextMetrics } from './text-metrics.ts';
import type { TextStyle } from './theme.ts';
import { cutWords, type Word } from './words.ts';

/** Measures paragraphs at one body size. */
export interface Paragraphs {
  readonly textMetrics: TextMetrics;
  /** The lines of one paragraph. */
  lines(content: readonly Phrasing[], style: TextStyle, width: number): readonly BrokenLine[];
  /** Whether no word is wider than this, px; pictures are made smaller. */
  holdsWords(content: readonly Phrasing[], style: TextStyle, width: number): boolean;
  /** How narrow and how wide a paragraph can be. */
  widths(content: readonly Phrasing[], style: TextStyle): ContentWidths;
}

/** Height of a paragraph: a line is taller when a formula or a picture in it is. */
export function textHeight(
  { textMetrics, lines }: Paragraphs,
  content: readonly Phrasing[],
  style: TextStyle,
  width: number,
): number {
  const { up, down } = strut(textMetrics(style), style.line);
  return lines(content, style, width).reduce((sum, { objects }) => {
    const above = Math.max(up, ...objects.map((object) => object.above));
    const below = Math.max(down, ...objects.map((object) => object.below));
    return sum + above + below;
  }, 0);
}

/** How far the last line of plain words reaches below its baseline, px. */
export function belowBaseline({ textMetrics }: Paragraphs, style: TextStyle): number {
  return strut(textMetrics(style), style.line).down;
}

/**
 * How far a line reaches above and below its baseline. As Chromium computes it: the font's own height in
 * whole px, a descent never less than it is, and half of what the line has over, rounded down, above.
 */
function strut(metrics: StyledMetrics, line: number): { readonly up: number; readonly down: number } {
  const [ascent, descent] = [Math.round(metrics.ascent), Math.round(metrics.descent)];
  const lower = descent < metrics.descent ? 1 : 0;
  const up = ascent - lower + Math.floor((line - ascent - descent) / 2);
  return { up, down: line - up };
}

/** Nodes that are cut into words together, and their words by the metrics they were measured with. */
interface CutNodes {
  readonly nodes: readonly Phrasing[];
  readonly words: Map<StyledMetrics, readonly Word[]>;
}

/**
 * Words by the first of the nodes they stand in. The planner tries more and more of the same nodes
 * on a slide: each is cut once, however long the paragraph. Shared by the body sizes.
 */
export type WordCache = WeakMap<Phrasing, CutNodes>;

export function createParagraphs(rules: InlineRules, textMetrics: TextMetrics, cache: WordCache): Paragraphs {
  const texts = new Map<string, readonly Word[]>();
  const wordsOf = (nodes: readonly Phrasing[], metrics: StyledMetrics): readonly Word[] => {
    const { words } = cachedNodes(cache, nodes);
    const found =
      words.get(metrics) ??
      scaledWords(words, metrics) ??
      cutOnce(texts, inlineRuns(nodes, metrics.style, rules), textMetrics);
    words.set(metrics, found);
    return found;
  };
  const cachedWidths = new WeakMap<readonly Phrasing[], Map<StyledMetrics, ContentWidths>>();
  return {
    textMetrics,
    lines: (content, style, width) => {
      const metrics = textMetrics(style);
      if (fitsOneLine(content, metrics, width)) return oneLine;
      return breakLines(
        apartAtSpaces(content).flatMap((nodes) => wordsOf(nodes, metrics)),
        width,
      );
    },
    holdsWords: (content, style, width) => {
      const metrics = textMetrics(style);
      if (fitsOneLine(content, metrics, width)) return true;
      const fits = (word: Word): boolean => word.width <= width || !isText(word);
      return apartAtSpaces(content).every((nodes) => wordsOf(nodes, metrics).every(fits));
    },
    // Not of words that were cut at another size: those do not tell their characters apart.
    widths: (content, style) => {
      const metrics = textMetrics(style);
      const cached = cachedWidths.get(content) ?? new Map<StyledMetrics, ContentWidths>();
      const cutNow = (): readonly Word[] =>
        cutWords(inlineRuns(content, metrics.style, rules), textMetrics, 'collapse');
      const found = cached.get(metrics) ?? contentWidths(cutNow());
      cachedWidths.set(content, cached.set(metrics, found));
      return found;
    },
  };
}

const oneLine: readonly BrokenLine[] = [{ objects: [] }];

/** Whether plain words stand on one line whatever their kerning: most bullets do, and need not be cut. */
function fitsOneLine(content: readonly Phrasing[], metrics: StyledMetrics, width: number): boolean {
  let used = 0;
  for (const node of content) {
    const bound = node.type === 'text' ? metrics.bound(node.value) : undefined;
    if (bound === undefined) return false;
    used += bound;
    if (used > width) return false;
  }
  return true;
}

/**
 * Nodes in groups that can be cut into words one after the other: a group ends with white space that
 * collapses, and the next one begins with a word, so no word, space or kerning reaches over the border.
 */
function apartAtSpaces(content: readonly Phrasing[]): readonly (readonly Phrasing[])[] {
  const groups: (readonly Phrasing[])[] = [];
  let start = 0;
  for (let at = 1; at < content.length; at++) {
    if (!endsWithSpace(content[at - 1]) || !beginsWithWord(content[at])) continue;
    groups.push(content.slice(start, at));
    start = at;
  }
  if (start < content.length) groups.push(start === 0 ? content : content.slice(start));
  return groups;
}

function endsWithSpace(node: Phrasing | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && /[ \n]$/.test(node.value.slice(-1)));
}

function beginsWithWord(node: Phrasing | undefined): boolean {
  if (!node || node.type === 'break') return false;
  if (node.type === 'text') return /^\S/.test(node.value);
  return 'children' in node ? beginsWithWord(node.children[0] as Phrasing | undefined) : true;
}

function cachedNodes(cache: WordCache, nodes: readonly Phrasing[]): CutNodes {
  const [first] = nodes;
  const cached = first && cache.get(first);
  if (cached?.nodes.length === nodes.length && nodes.every((node, at) => node === cached.nodes[at]))
    return cached;
  const cut = { nodes, words: new Map<StyledMetrics, readonly Word[]>() };
  if (first) cache.set(first, cut);
  return cut;
}

/** Wider words may have to be broken anywhere, character by character, and are cut for their own size. px. */
const widest = 240;

/**
 * The words of a text that was cut at another size of the same face. Advance widths grow with
 * the size (`text-rendering: geometricPrecision`); borders, pictures and formulas need not.
 */
function scaledWords(
  known: ReadonlyMap<StyledMetrics, readonly Word[]>,
  metrics: StyledMetrics,
): readonly Word[] | undefined {
  for (const [other, words] of known) {
    if (!isSameFace(other, metrics)) continue;
    const ratio = metrics.style.size / other.style.size;
    if (!words.every((word) => isScalable(word, ratio))) return undefined;
    return words.map((word) => ({ ...word, width: word.width * ratio, space: word.space * ratio }));
  }
  return undefined;
}

function isSameFace({ style: a }: StyledMetrics, { style: b }: StyledMetrics): boolean {
  if (a.tracking !== 0 || b.tracking !== 0) return false;
  return a.family === b.family && a.weight === b.weight && a.italic === b.italic;
}

function isScalable({ width, objects, source }: Word, ratio: number): boolean {
  if (objects.length > 0 || width * Math.max(1, ratio) > widest) return false;
  return source.runs.every(({ before, after }) => before === 0 && after === 0);
}

/** The same words in the same styles are cut once, however often the planner arranges them anew. */
function cutOnce(
  texts: Map<string, readonly Word[]>,
  runs: readonly InlineRun[],
  textMetrics: TextMetrics,
): readonly Word[] {
  const key = textKey(runs);
  const cached = key === undefined ? undefined : texts.get(key);
  const words = cached ?? cutWords(runs, textMetrics, 'collapse');
  if (key !== undefined) texts.set(key, words);
  return words;
}

/** Characters, with the names of styles, of a text that may be asked for again; longer ones would fill the memory. */
const longestKey = 1000;

/** Returns undefined where something that is not text stands among the words, or where they are many. */
function textKey(runs: readonly InlineRun[]): string | undefined {
  let key = '';
  for (const run of runs) {
    if (run.kind !== 'text') return undefined;
    const { family, weight, italic, size, tracking } = run.style;
    key += `${family}|${weight}|${italic}|${size}|${tracking}|${run.before}|${run.after}\n${run.text}\0`;
    if (key.length > longestKey) return undefined;
  }
  return key;
}

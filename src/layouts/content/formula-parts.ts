// A formula, or two, with the sentences around it and the list that says what its letters are.
import type { Block, MathBlock, Phrasing } from '../../notes/index.ts';
import { type Item, isIntroduction, isShortParagraph, itemsOf, itemText } from './items.ts';

export interface FormulaParts {
  readonly before: readonly Block[];
  readonly formulas: readonly MathBlock[];
  /** What the letters stand for; empty where no list says it. */
  readonly terms: readonly FormulaTerm[];
  readonly after: readonly Block[];
}

export interface FormulaTerm {
  readonly symbol: readonly Phrasing[];
  readonly meaning: readonly Phrasing[];
  readonly item: Item;
}

/** Most terms side by side, and the most characters of what is said of one. */
const most = 4;
const longest = 90;

/** Most characters of what is said below a formula. */
const longestAfter = 420;

/** Formulas that follow one another, at most a sentence or a list of terms on either side; undefined for anything else. */
export function readFormula(blocks: readonly Block[]): FormulaParts | undefined {
  const isFormula = (block: Block | undefined): block is MathBlock => block?.type === 'math';
  const first = blocks.findIndex(isFormula);
  const last = blocks.findLastIndex(isFormula);
  const formulas = blocks.slice(first, last + 1).filter(isFormula);
  if (first < 0 || formulas.length < last + 1 - first || first > 1 || blocks.length - last > 2)
    return undefined;
  const [before, after] = [blocks.slice(0, first), blocks.slice(last + 1)];
  if (!before.every(isIntroduction)) return undefined;
  if (after.every((block) => isShortParagraph(block, longestAfter)))
    return { before, formulas, terms: [], after };
  const items = itemsOf(after);
  const terms = items.flatMap((item) => termOf(item) ?? []);
  if (terms.length === 0 || terms.length < items.length || terms.length > most) return undefined;
  return { before, formulas, terms, after: [] };
}

/** A letter of the formula, a colon or a dash, and what it stands for. */
function termOf(item: Item): FormulaTerm | undefined {
  const [symbol, text, ...rest] = item.words;
  if (symbol?.type !== 'inlineMath' || text?.type !== 'text' || item.details.length > 0) return undefined;
  const meaning = text.value.replace(/^\s*(?::|[-–—])\s+/u, '');
  if (meaning === text.value || itemText(item).length > longest) return undefined;
  return { symbol: [symbol], meaning: [{ ...text, value: meaning }, ...rest], item };
}

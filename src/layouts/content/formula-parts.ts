// A formula, or two, with the sentences around it and the list that says what its letters are.
import type { Block, MathBlock, Phrasing } from '../../notes/index.ts';
import {
  type Item,
  isIntroduction,
  isShortParagraph,
  itemsOf,
  itemText,
  onlyList,
  paragraphOf,
  textLength,
} from './items.ts';

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

/** Formulas that follow one another, at most a sentence or a list of terms on either side, or lines that are one; undefined for anything else. */
export function readFormula(blocks: readonly Block[]): FormulaParts | undefined {
  return readSetOff(blocks) ?? readLines(blocks);
}

/** Most bullets that are formulas, and the most letters of what is said of the only one. */
const mostLines = 3;
const longestRemark = 120;

/** A paragraph or a few bullets that are nothing but formulas, below a sentence or not; one may have a name before it, or a remark below. */
function readLines(blocks: readonly Block[]): FormulaParts | undefined {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  if (!last || before.length > 1 || !before.every((block) => isShortParagraph(block))) return undefined;
  const items = last.type === 'list' && !last.ordered ? itemsOf([last]) : [];
  const lines =
    last.type === 'paragraph' ? [last.children as readonly Phrasing[]] : items.map(({ words }) => words);
  if (lines.length === 0 || lines.length > mostLines || items.some(({ node }) => node.checked != null))
    return undefined;
  const [first = []] = lines;
  const name = lines.length === 1 && before.length === 0 ? nameBefore(first) : [];
  const formulas = lines.flatMap((line) => setOff(line.slice(name.length)) ?? []);
  const details = items.flatMap((item) => item.details);
  const after = onlyList(details)?.children.flatMap(({ children }) => children as Block[]) ?? details;
  const isRemark =
    lines.length === 1 &&
    textLength(after) <= longestRemark &&
    after.every((block) => isShortParagraph(block));
  if (formulas.length < lines.length || !(after.length === 0 || isRemark)) return undefined;
  return { before: name.length > 0 ? [paragraphOf(name, last)] : before, formulas, terms: [], after };
}

/** "Bayes: $…$": the name, with its colon. */
function nameBefore([first, ...others]: readonly Phrasing[]): readonly Phrasing[] {
  const isName = first?.type === 'text' && /^[^:]{2,40}:\s*$/u.test(first.value);
  return isName && others.length === 1 ? [first] : [];
}

/** What says something, and is no mere letter. */
const statement =
  /[=<>]|\\(?:in|to|sim|leq?|geq?|neq?|equiv|approx|propto|subseteq|subset|mapsto|(?:left|right)arrow|Rightarrow|iff|frac|sum|int|prod)(?![A-Za-z])/u;

/** A line that is one formula, as a formula of its own. */
function setOff(line: readonly Phrasing[]): MathBlock | undefined {
  const [only, ...others] = line.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (only?.type !== 'inlineMath' || others.length > 0 || !statement.test(only.value)) return undefined;
  return {
    type: 'math',
    value: only.value.trim(),
    meta: null,
    ...(only.position && { position: only.position }),
  };
}

function readSetOff(blocks: readonly Block[]): FormulaParts | undefined {
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

// KaTeX lays out heights itself and leaves widths to the browser: they are summed up here.

/** What is used of the tree that KaTeX draws a formula from. Lengths in em of the formula. */
export interface MathNode {
  readonly text?: string;
  readonly classes?: readonly string[];
  readonly children?: readonly MathNode[];
  readonly style?: Readonly<Record<string, string | undefined>>;
  readonly height?: number;
  readonly depth?: number;
  readonly width?: number | string;
  /** How much an italic letter leans out. */
  readonly italic?: number;
}

/** Of one letter as KaTeX sets words or variables; nothing for a sign it cannot set so. */
export type LetterWidth = (letter: string, as: 'word' | 'variable') => number | undefined;

/** Width in em: side by side in a row, one over the other in a `vlist`. */
export function widthOf(node: MathNode, letterWidth: LetterWidth): number {
  const { style = {}, classes = [], children = [] } = node;
  const around = ems(style.marginLeft) + ems(style.marginRight) + ems(style.paddingLeft);
  const scale = sizeScale(classes);
  if (classes.includes('nulldelimiter')) return nullDelimiter;
  if (classes.some((name) => name === 'rlap' || name === 'llap' || name === 'clap')) return 0;
  const own = Math.max(ems(style.width), ems(style.minWidth), lettersWidth(node, letterWidth));
  const inner = children.map((child) => widthOf(child, letterWidth));
  const within = isStack(node) ? Math.max(0, ...inner) : inner.reduce((sum, width) => sum + width, 0);
  return around + Math.max(own, within * scale);
}

/** The space around a fraction that has no brackets, from KaTeX's stylesheet. */
const nullDelimiter = 0.12;

function isStack({ classes = [] }: MathNode): boolean {
  return classes.includes('vlist-t') || classes.includes('vlist');
}

/** KaTeX joins letters of words and keeps only the first one's width. */
function lettersWidth({ text = '', width, italic = 0, classes }: MathNode, letterWidth: LetterWidth): number {
  if (typeof width !== 'number') return 0;
  const [first = '', ...others] = text;
  const as = classes?.includes('mathnormal') ? 'variable' : 'word';
  const widthOfLetter = (letter: string): number => {
    if (letter === first) return width;
    return (plainLetter.test(letter) ? letterWidth(letter, as) : undefined) ?? averageLetter;
  };
  return others.reduce((sum, letter) => sum + widthOfLetter(letter), italic + width);
}

/** What may stand in TeX as it is. */
const plainLetter = /[\p{L}\p{N}\u00a0 .,:;!?()[\]/+*=<>'-]/u;

/** Of a sign that KaTeX has no width for, em; most letters are narrower. */
const averageLetter = 0.5;

/** `reset-size6 size3`: text of one size inside another; the numbers are KaTeX's sizes. */
function sizeScale(classes: readonly string[]): number {
  const number = (pattern: RegExp): number =>
    Number(classes.flatMap((name) => pattern.exec(name)?.[1] ?? [])[0] ?? Number.NaN);
  const [from, to] = [sizes[number(/^reset-size(\d+)$/)], sizes[number(/^size(\d+)$/)]];
  return from && to ? to / from : 1;
}

const sizes: readonly number[] = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

export function ems(length: string | undefined): number {
  return length?.endsWith('em') ? Number.parseFloat(length) : 0;
}

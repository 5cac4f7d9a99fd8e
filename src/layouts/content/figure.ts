// A figure that can carry a message: "2T tokens", "1.5x–7x more compute", "45 days". Never a
// year, a version, a section or an issue number.
import type { Text } from 'mdast';
import { type Phrasing, plainText } from '../../notes/index.ts';

export interface Figure {
  /** Words before the figure; often none. */
  readonly before: readonly Phrasing[];
  readonly figure: string;
  readonly after: readonly Phrasing[];
}

const number = String.raw`[~≈<>≤≥±+−-]?\s?[$€£¥]?\d+(?:[.,\u202f\u00a0]\d+)*`;
const unit = String.raw`(?:[\u00a0 ]?(?:%|‰|°C|°F|[kKMBT]\b|bn\b|[x×]|[KMGTP]i?B\b|ms\b|s\b|min\b|h\b|[cmk]?m\b|[kmµ]?g\b|[kMG]?W\b|[kMG]?Hz\b|(?:million|billion|trillion|percent|days?|weeks?|months?|years?|hours?|minutes?|seconds?)\b))?`;
const figurePattern = new RegExp(
  String.raw`(?<![\p{L}\d#.:/_-])(${number}${unit}(?:\s?[-–—]\s?${number}${unit})?\+?)(?![\p{L}\d_/]|[.:]\d)`,
  'u',
);

/** `at`: a figure among the first words, or one that begins the line. */
export function readFigure(words: readonly Phrasing[], at: 'start' | 'anywhere'): Figure | undefined {
  const [first] = words;
  if (first?.type !== 'text') return undefined;
  const match = figurePattern.exec(first.value);
  if (!match?.[1] || (at === 'start' && match.index > 0)) return undefined;
  const figure = match[1].trim();
  if (isYear(figure) || isOrdinal(first.value, match.index + match[0].length)) return undefined;
  return {
    before: textLike(first, first.value.slice(0, match.index)),
    figure,
    after: [
      ...textLike(first, first.value.slice(match.index + match[0].length).replace(/^\s+/u, '')),
      ...words.slice(1),
    ],
  };
}

/** Is what remains beside the figure short enough to be its label? */
export function isLabel(figure: Figure): boolean {
  const text = plainText([...figure.before, ...figure.after]);
  return text.length >= 3 && text.length <= 90;
}

function textLike(node: Text, value: string): readonly Phrasing[] {
  return value.trim() === '' ? [] : [{ ...node, value: value.trim() }];
}

function isYear(figure: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/u.test(figure);
}

function isOrdinal(text: string, end: number): boolean {
  return /^(?:\.|\)|st\b|nd\b|rd\b|th\b)\s?/u.test(text.slice(end)) && !/^\.$/u.test(text.slice(end));
}

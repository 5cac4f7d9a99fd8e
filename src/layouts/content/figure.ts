// A figure that can carry a message: "2T tokens", "1.5x–7x more compute", "45 days". Never a
// year, a version, a section or an issue number.

import type { Text } from 'mdast';
import { type Phrasing, plainText } from '../../notes/index.ts';
import { dateAt } from './date.ts';
import { joinLead } from './lead-in.ts';

export interface Figure {
  /** Words before the figure; often none. */
  readonly before: readonly Phrasing[];
  readonly figure: string;
  readonly after: readonly Phrasing[];
}

const number = String.raw`[~≈<>≤≥±+−-]?\s?[$€£¥]?\d+(?:[.,\u202f\u00a0]\d+)*`;
const unit = String.raw`(?:[\u00a0 ]?(?:%|‰|°C|°F|[kKMBT]\b|bn\b|[x×]|[KMGTP]i?B\b|ms\b|s\b|min\b|h\b|[cmk]?m\b|[kmµ]?g\b|[kMG]?W\b|[kMG]?Hz\b|(?:million|billion|trillion|percent|days?|weeks?|months?|years?|hours?|minutes?|seconds?)\b))?`;
/** Between the ends of a range, or before and after a change. */
const joint = '(?:[-–—]|[-=]>|[→⇒])';
const written = String.raw`(?<![\p{L}\d#.:/_-])(${number}${unit}(?:\s?${joint}\s?${number}${unit})?\+?)(?![\p{L}\d_/]|[.:]\d)`;
const figurePattern = new RegExp(written, 'u');
/** At the very start, without a search through a long line. */
const figureAtStart = new RegExp(`^${written}`, 'u');

/** "12 to 3 a month", "8 of 10": the first amount says nothing without the second. */
const goesOn = /^\s(?:to|of|out of|in|auf|bis|von|à|sur|de|a|di|su|van|op|до|из)\s+[$€£¥]?\d/iu;

/** `at`: a figure among the first words, or one that begins the line. A figure that is all of what is bold counts too. */
export function readFigure(words: readonly Phrasing[], at: 'start' | 'anywhere'): Figure | undefined {
  const [first, ...others] = joinLead(words);
  if (first?.type === 'strong') return boldFigure(plainText([first]), others);
  if (first?.type !== 'text') return undefined;
  const match = (at === 'start' ? figureAtStart : figurePattern).exec(first.value);
  if (!match?.[1]) return undefined;
  const end = match.index + match[0].length;
  const figure = match[1].trim();
  const behind = first.value.slice(end);
  if (isNumberOnly(figure) || isOrdinal(first.value, end) || isName(first.value.slice(match.index)))
    return undefined;
  if (goesOn.test(behind)) return undefined;
  return {
    before: textLike(first, first.value.slice(0, match.index)),
    figure,
    after: [...textLike(first, withoutSeparator(behind)), ...others],
  };
}

function boldFigure(text: string, after: readonly Phrasing[]): Figure | undefined {
  const figure = text.trim().replace(/:$/u, '');
  if (figurePattern.exec(figure)?.[1] !== figure || isNumberOnly(figure) || dateAt(figure)) return undefined;
  const [next, ...rest] = after;
  if (next?.type !== 'text') return undefined;
  return { before: [], figure, after: [...textLike(next, withoutSeparator(next.value)), ...rest] };
}

/** A colon or dash between a figure and its words goes: they stand one below the other. */
function withoutSeparator(text: string): string {
  return text.replace(/^\s*(?:[:–—-]\s)?\s*/u, '');
}

/** Whether what remains beside the figure is short enough to be its label. */
export function hasLabel(figure: Figure): boolean {
  const text = plainText([...figure.before, ...figure.after]);
  return text.length >= 3 && text.length <= 90;
}

function textLike(node: Text, value: string): readonly Phrasing[] {
  return value.trim() === '' ? [] : [{ ...node, value: value.trim() }];
}

/** A year, years, or a version: "2019", "2019–2021", "2.1.3". */
function isNumberOnly(figure: string): boolean {
  if (/^(?:1[5-9]|20)\d\d(?:\s?[-–—]\s?\d{2,4})?$/u.test(figure)) return true;
  return /^\d+(?:\.\d+){2,}$/u.test(figure) && !/^\d{1,3}(?:\.\d{3})+$/u.test(figure);
}

/** A date, or a number that names a thing: "14 March", "534: crash at the start", "2019.1: a release". */
function isName(text: string): boolean {
  return dateAt(text) !== undefined || /^\d+(?:\.\d+)*\s?[:：]/u.test(text);
}

function isOrdinal(text: string, end: number): boolean {
  return /^(?:\.|\)|st\b|nd\b|rd\b|th\b)\s?/u.test(text.slice(end)) && !/^\.$/u.test(text.slice(end));
}

// Amounts that are compared in words: "40% more than LLaMA 1", "1.5x-7x more compute than LLaMA 1", "2x faster than before".

/** What is compared with 1, and by how much it is larger: a ratio, or a range of them. */
export interface Comparison {
  readonly than: string;
  readonly ratio: readonly [least: number, most: number];
}

const compared = String.raw`(\d+(?:[.,]\d+)?)`;
const than = String.raw`than\s+([\p{L}\p{N}][\p{L}\p{N} .-]{0,22}[\p{L}\p{N}])`;
const percent = new RegExp(
  String.raw`${compared}\s?%\s+(more|less|higher|lower|faster|larger|fewer)\b[^.;]*?\b${than}`,
  'iu',
);
const times = new RegExp(
  String.raw`${compared}\s?[x×](?:\s?[-–]\s?${compared}\s?[x×])?\s+[^.;]*?\b${than}`,
  'iu',
);

/** Ratios that bars can show. */
const drawable = { least: 1.1, most: 12 } as const;

/** The comparison in a line of text; undefined where it names no amount, or one that no bar can show. */
export function readComparison(text: string): Comparison | undefined {
  const found = byTimes(text) ?? byPercent(text);
  if (!found) return undefined;
  const [least, most] = found.ratio;
  const larger = most >= 1 ? most : 1 / least;
  return larger >= drawable.least && larger <= drawable.most ? found : undefined;
}

function byPercent(text: string): Comparison | undefined {
  const match = percent.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  const share = value(match[1]) / 100;
  const ratio = /^(?:less|lower|fewer)$/iu.test(match[2]) ? 1 - share : 1 + share;
  return ratio > 0 ? { than: match[3].trim(), ratio: [ratio, ratio] } : undefined;
}

function byTimes(text: string): Comparison | undefined {
  const match = times.exec(text);
  if (!match?.[1] || !match[3]) return undefined;
  const least = value(match[1]);
  return { than: match[3].trim(), ratio: [least, match[2] ? value(match[2]) : least] };
}

function value(text: string): number {
  return Number.parseFloat(text.replace(',', '.'));
}

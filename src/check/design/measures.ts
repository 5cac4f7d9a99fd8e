// The table of what decks must measure, a row each: the figure of one deck, or of several together.

import type { SlideMeasures } from './measure-slides.ts';
import { largestHole, lowestEnd } from './space.ts';
import { median, percentile } from './text.ts';
import {
  differentSizes,
  groundsOf,
  medianOf,
  mostSizes,
  mostSizesInDeck,
  mostWithoutHero,
  smallestBody,
} from './type-and-colour.ts';
import { longestProse, mostWords } from './words.ts';

/** One row, as it came out. */
export interface DesignMeasure {
  readonly name: string;
  readonly group: MeasureGroup;
  /** NaN where no slide can be measured. */
  readonly value: number;
  readonly unit: MeasureUnit;
  /** The bounds that the value is to stay within; a figure without a goal has neither. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly isMet: boolean;
}

type MeasureUnit = 'words' | 'slides' | 'share' | 'px' | 'times' | 'sizes' | 'grounds';

/** `words`: how much stands on the slides, and their titles; `design`: how it is set. */
type MeasureGroup = 'words' | 'design';

type Decks = readonly (readonly SlideMeasures[])[];

interface MeasureRow {
  readonly name: string;
  readonly unit: MeasureUnit;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly group: MeasureGroup;
  readonly of: (decks: Decks) => number;
}

const rows: readonly MeasureRow[] = [
  { name: 'content slides', unit: 'slides', group: 'words', of: (decks) => content(decks).length },
  { name: 'median words', unit: 'words', atMost: 40, group: 'words', of: (decks) => median(wordsOf(decks)) },
  { name: '90 % of slides', unit: 'words', group: 'words', of: (decks) => percentile(wordsOf(decks), 0.9) },
  {
    name: 'over 70',
    unit: 'share',
    atMost: 0.1,
    group: 'words',
    of: (decks) => share(running(decks), ({ words }) => words > mostWords),
  },
  {
    name: 'prose over 90',
    unit: 'slides',
    atMost: 0,
    group: 'words',
    of: (decks) =>
      content(decks).filter(({ kind, words }) => kind === 'prose' && words > longestProse).length,
  },
  {
    name: 'titles used once',
    unit: 'share',
    atLeast: 0.85,
    group: 'words',
    of: (decks) => share(titled(decks), ({ isTitleRepeated }) => !isTitleRepeated),
  },
  {
    name: 'untitled',
    unit: 'slides',
    atMost: 0,
    group: 'words',
    of: (decks) => inTalk(decks).filter(({ title }) => title === undefined).length,
  },
  {
    name: 'counted',
    unit: 'slides',
    atMost: 0,
    group: 'words',
    of: (decks) => decks.flat().filter(({ counter }) => counter !== undefined).length,
  },
  {
    name: 'thin',
    unit: 'slides',
    atMost: 0,
    group: 'words',
    of: (decks) => decks.flat().filter(({ isThin }) => isThin).length,
  },
  {
    name: 'ends above 78 %',
    unit: 'share',
    atMost: 0.4,
    group: 'design',
    of: (decks) => share(content(decks), ({ end }) => end < lowestEnd),
  },
  {
    name: 'weight at left',
    unit: 'share',
    atMost: 0.6,
    group: 'design',
    of: (decks) => mean(content(decks).map(({ weight }) => weight)),
  },
  {
    name: 'holes',
    unit: 'share',
    atMost: 0.03,
    group: 'design',
    of: (decks) => share(content(decks), (slide) => slide.empty > largestHole && !slide.isEmptyOnPurpose),
  },
  {
    name: 'third alike',
    unit: 'share',
    atMost: 0.1,
    group: 'design',
    of: (decks) => share(content(decks), ({ isThirdAlike }) => isThirdAlike),
  },
  {
    name: 'grounds',
    unit: 'grounds',
    atLeast: 3,
    group: 'design',
    of: (decks) =>
      least(decks.filter(({ length }) => length >= 8).map((deck) => groundsOf(groundsIn(deck)).length)),
  },
  {
    name: 'body size',
    unit: 'px',
    atLeast: 30,
    atMost: 36,
    group: 'design',
    of: (decks) => medianOf(running(decks).map(({ bodySize }) => bodySize)),
  },
  {
    name: 'body under 28',
    unit: 'slides',
    atMost: 0,
    group: 'design',
    of: (decks) => content(decks).filter(({ bodySize }) => isSmall(bodySize)).length,
  },
  {
    name: 'title to body',
    unit: 'times',
    atLeast: 1.4,
    atMost: 1.8,
    group: 'design',
    of: (decks) => medianOf(running(decks).map(({ titleRatio }) => titleRatio)),
  },
  {
    name: 'heroes',
    unit: 'slides',
    group: 'design',
    of: (decks) => inTalk(decks).filter(({ hero }) => hero !== undefined).length,
  },
  {
    name: 'without a hero',
    unit: 'slides',
    atMost: mostWithoutHero,
    group: 'design',
    of: (decks) => Math.max(0, ...decks.flatMap((deck) => runsWithoutHero(deck).map(({ length }) => length))),
  },
  {
    name: 'over 4 sizes',
    unit: 'slides',
    atMost: 0,
    group: 'design',
    of: (decks) => inTalk(decks).filter(({ sizes }) => sizes.length > mostSizes).length,
  },
  {
    name: 'sizes',
    unit: 'sizes',
    atMost: mostSizesInDeck,
    group: 'design',
    of: (decks) => Math.max(0, ...decks.map((deck) => sizesIn(deck).length)),
  },
  {
    name: 'faint',
    unit: 'slides',
    atMost: 0,
    group: 'design',
    of: (decks) => decks.flat().filter(({ faint }) => faint.length > 0).length,
  },
  {
    name: 'over pictures',
    unit: 'slides',
    group: 'design',
    of: (decks) => decks.flat().filter(({ unmeasured }) => unmeasured > 0).length,
  },
];

/** Every row over some decks: pass one for the figures of a deck. */
export function measuresOf(decks: Decks): readonly DesignMeasure[] {
  return rows.map(({ name, group, unit, atLeast, atMost, of }) => {
    const value = of(decks);
    const isMet = !(value < (atLeast ?? -Infinity) || value > (atMost ?? Infinity));
    return {
      name,
      group,
      value,
      unit,
      ...(atLeast !== undefined && { atLeast }),
      ...(atMost !== undefined && { atMost }),
      isMet,
    };
  });
}

function content(decks: Decks): readonly SlideMeasures[] {
  return decks.flat().filter(({ role }) => role === 'content');
}

/** Content slides of text: prose, code and tables stand apart, as words beside pictures do not. */
function running(decks: Decks): readonly SlideMeasures[] {
  return content(decks).filter(({ kind }) => kind === 'text' || kind === 'drawing');
}

function inTalk(decks: Decks): readonly SlideMeasures[] {
  return decks.flat().filter(({ role }) => role === 'content' || role === 'brief');
}

function titled(decks: Decks): readonly SlideMeasures[] {
  return inTalk(decks).filter(({ title }) => title !== undefined);
}

function wordsOf(decks: Decks): readonly number[] {
  return running(decks).map(({ words }) => words);
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.length === 0 ? Number.NaN : all.filter(is).length / all.length;
}

function mean(numbers: readonly number[]): number {
  const known = numbers.filter((one) => !Number.isNaN(one));
  return known.reduce((sum, one) => sum + one, 0) / known.length;
}

function least(numbers: readonly number[]): number {
  return numbers.length === 0 ? Number.NaN : Math.min(...numbers);
}

/** A tenth of a px is rounding in the scale of the page. */
export function isSmall(size: number | undefined): boolean {
  return size !== undefined && size < smallestBody - 0.1;
}

export function groundsIn(deck: readonly SlideMeasures[]): readonly (string | undefined)[] {
  return deck.map(({ ground }) => ground);
}

/** The different sizes of the slides between covers and dividers. */
export function sizesIn(deck: readonly SlideMeasures[]): readonly number[] {
  return differentSizes(inTalk([deck]).flatMap(({ sizes }) => sizes));
}

/** Slides in a row without a hero, of which at least one names an amount that could be it. */
export function runsWithoutHero(deck: readonly SlideMeasures[]): readonly (readonly SlideMeasures[])[] {
  const runs: SlideMeasures[][] = [[]];
  for (const slide of inTalk([deck])) {
    if (slide.hero === undefined) runs.at(-1)?.push(slide);
    else runs.push([]);
  }
  return runs.filter((run) => run.some(({ hasAmount }) => hasAmount));
}

/** The figure as it is printed: "35 %", "1.6×". */
export function measureText({ value, unit }: Pick<DesignMeasure, 'value' | 'unit'>): string {
  if (Number.isNaN(value)) return '–';
  if (unit === 'share') return `${Math.round(100 * value)} %`;
  const number = String(Math.round(value * 10) / 10);
  if (unit === 'times') return `${value.toFixed(2)}×`;
  return unit === 'px' ? `${number} px` : number;
}

/** The goal as it is printed: "≥ 30 px ≤ 36 px"; empty without one. */
export function goalText({ atLeast, atMost, unit }: DesignMeasure): string {
  const least = atLeast === undefined ? [] : [`≥ ${measureText({ value: atLeast, unit })}`];
  const most = atMost === undefined ? [] : [`≤ ${measureText({ value: atMost, unit })}`];
  return [...least, ...most].join(' ');
}

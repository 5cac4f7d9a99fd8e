// The table of what decks must measure, a row each: the figure of one deck, or of several together.
import type { SlideMeasures } from './measure-slides.ts';
import { median, percentile } from './text.ts';
import { longestProse, mostWords } from './words.ts';

/** One row, as it came out. */
export interface DesignMeasure {
  readonly name: MeasureName;
  /** NaN where no slide can be measured. */
  readonly value: number;
  readonly unit: Unit;
  /** The bounds that the value is to stay within; a figure without a goal has neither. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly isMet: boolean;
}

type Unit = 'words' | 'slides' | 'share' | 'px' | 'times' | 'sizes' | 'grounds';

type Decks = readonly (readonly SlideMeasures[])[];

interface Row {
  readonly unit: Unit;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Words and titles are counted in every table; the others are of the design in a narrower sense. */
  readonly group: 'words' | 'design';
  readonly of: (decks: Decks) => number;
}

const rows = {
  'content slides': { unit: 'slides', group: 'words', of: (decks) => content(decks).length },
  'median words': { unit: 'words', atMost: 40, group: 'words', of: (decks) => median(wordsOf(decks)) },
  '90 % of slides': { unit: 'words', group: 'words', of: (decks) => percentile(wordsOf(decks), 0.9) },
  'over 70': {
    unit: 'share',
    atMost: 0.1,
    group: 'words',
    of: (decks) => share(running(decks), ({ words }) => words > mostWords),
  },
  'prose over 90': {
    unit: 'slides',
    atMost: 0,
    group: 'words',
    of: (decks) =>
      content(decks).filter(({ kind, words }) => kind === 'prose' && words > longestProse).length,
  },
  'titles used once': {
    unit: 'share',
    atLeast: 0.85,
    group: 'words',
    of: (decks) => share(titled(decks), ({ isTitleRepeated }) => !isTitleRepeated),
  },
  untitled: {
    unit: 'slides',
    atMost: 0,
    group: 'words',
    of: (decks) => inTalk(decks).filter(({ title }) => title === undefined).length,
  },
  counted: {
    unit: 'slides',
    atMost: 0,
    group: 'words',
    of: (decks) => decks.flat().filter(({ counter }) => counter !== undefined).length,
  },
  thin: {
    unit: 'slides',
    atMost: 0,
    group: 'words',
    of: (decks) => decks.flat().filter(({ isThin }) => isThin).length,
  },
} satisfies Record<string, Row>;

export type MeasureName = keyof typeof rows;

/** Every row of a group over some decks: pass one for the figures of a deck. */
export function measuresOf(decks: Decks, group: Row['group']): readonly DesignMeasure[] {
  const wanted = (Object.entries(rows) as [MeasureName, Row][]).filter(([, row]) => row.group === group);
  return wanted.map(([name, { unit, atLeast, atMost, of }]) => {
    const value = of(decks);
    const isMet = !(value < (atLeast ?? -Infinity) || value > (atMost ?? Infinity));
    return {
      name,
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

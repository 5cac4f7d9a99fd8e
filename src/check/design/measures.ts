// The table of what decks must measure, a row each: the figure of one deck, or of several together.
import type { SlideMeasures } from './measure-slides.ts';
import { median, percentile } from './text.ts';
import { longestProse, mostWords } from './words.ts';

/** One row, as it came out. */
export interface DesignMeasure {
  readonly name: string;
  readonly group: MeasureGroup;
  /** NaN where no slide can be measured. */
  readonly value: number;
  readonly unit: Unit;
  /** The bounds that the value is to stay within; a figure without a goal has neither. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly isMet: boolean;
}

type Unit = 'words' | 'slides' | 'share' | 'px' | 'times' | 'sizes' | 'grounds';

/** `words`: how much stands on the slides, and their titles; `design`: how it is set. */
type MeasureGroup = 'words' | 'design';

type Decks = readonly (readonly SlideMeasures[])[];

interface Row {
  readonly name: string;
  readonly unit: Unit;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly group: MeasureGroup;
  readonly of: (decks: Decks) => number;
}

const rows: readonly Row[] = [
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

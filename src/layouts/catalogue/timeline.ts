import type { Block } from '../../notes/index.ts';
import {
  type Dated,
  type Item,
  introducedItems,
  itemLength,
  paragraphOf,
  readDated,
  type When,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Fewest dates that make a course of events, and the most characters that stand at one of them. */
const fewest = 3;
const longest = 260;

/** What happened when: dates, each with its words. */
export const timeline: Layout = {
  name: 'timeline',
  purpose: 'dates in order, each with what happened',
  slots: ['date', 'words'],
  overflow: 'items',
  largest: 'lg',
  fills: 'spread',
  score: ({ blocks }) => {
    const events = eventsOf(blocks);
    if (!events || events.length < fewest || !isInOrder(events.map(({ dated }) => dated.when)))
      return undefined;
    if (events.some(({ item }) => itemLength(item) > longest)) return undefined;
    return { score: 0.84, reason: `${events.length} dates in order: a course of events` };
  },
  isFor: ({ blocks }) => introducedItems(blocks).items.some(({ words }) => readDated(words)),
  arrange: ({ blocks }: Content): Box => {
    const { before, items } = introducedItems(blocks);
    if (items.length === 0) return { kind: 'flow', class: 'content', style: 'body', blocks };
    if (before.length === 0) return down(items);
    const words: Box = { kind: 'flow', class: 'introduction', style: 'body', blocks: before };
    return { kind: 'stack', class: 'introduced', gap: 'medium', boxes: [words, down(items)] };
  },
};

interface Event {
  readonly item: Item;
  readonly dated: Dated;
}

/** Returns undefined when one of the items has no date. */
function eventsOf(blocks: readonly Block[]): readonly Event[] | undefined {
  const { items } = introducedItems(blocks);
  const events = items.flatMap((item): Event[] => {
    const dated = readDated(item.words);
    return dated ? [{ item, dated }] : [];
  });
  return events.length === items.length ? events : undefined;
}

/** How far what is counted runs before it begins anew. */
const turns: ReadonlyMap<string, number> = new Map([
  ['clock', 24 * 60],
  ['weekday', 7],
]);

/**
 * Never back, or never forth; and not all at one time. A date without a year is in the year of the one before; where none has a
 * year, months go on into the next year once: October, January. So do hours into the next day. What is counted in weeks is not
 * compared with what is not.
 */
function isInOrder(dates: readonly When[]): boolean {
  let [year, turn] = [0, 0];
  const hasYears = dates.some((when) => when.year);
  const steps = dates.slice(1).flatMap((when, at): number[] => {
    const before = dates[at];
    if (!before || before.counted?.what !== when.counted?.what) return [];
    if (when.counted && before.counted) {
      const step = when.counted.number - before.counted.number;
      const around = turns.get(when.counted.what) ?? 0;
      if (step >= 0 || around === 0 || turn > 0) return [step];
      turn += 1;
      return [step + around];
    }
    const from = dayOf(before, before.year || year);
    const isNext = !hasYears && year === 0 && when.month > 0 && when.month < before.month;
    year = when.year || (isNext ? 1 : before.year || year);
    return [dayOf(when, year) - from];
  });
  if (steps.length === 0 || steps.every((step) => step === 0)) return false;
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

function dayOf({ month, day }: When, year: number): number {
  return (year * 16 + month) * 32 + day;
}

/** More dates than these stand close together, no larger than their words. */
const few = 5;

/** One below the other, each under a rule. */
function down(items: readonly Item[]): Box {
  const isLong = items.length > few;
  return {
    kind: 'stack',
    class: isLong ? 'down long' : 'down',
    gap: isLong ? 'none' : 'small',
    boxes: items.map((item) => ({
      kind: 'row',
      class: 'event',
      gap: 'column',
      paddingTop: 'small',
      widths: [1, 3],
      boxes: partsOf(item, isLong ? 'subheading' : 'head'),
    })),
  };
}

/** A hint may force it on items of which one has no date: then the words stand alone, under no date. */
function partsOf({ words, details, node }: Item, style: 'head' | 'subheading'): readonly Box[] {
  const dated = readDated(words);
  return [
    { kind: 'line', class: 'date', style, inMargin: true, content: dated?.date ?? [] },
    {
      kind: 'flow',
      class: 'words',
      style: 'body',
      blocks: [...(words.length > 0 ? [paragraphOf(dated?.rest ?? words, node)] : []), ...details],
    },
  ];
}

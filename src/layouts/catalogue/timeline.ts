import type { Block } from '../../notes/index.ts';
import {
  type Dated,
  type Item,
  itemLength,
  itemsOf,
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
  isFor: ({ blocks }) => itemsOf(blocks).some(({ words }) => readDated(words)),
  arrange: ({ blocks }: Content): Box => {
    const items = itemsOf(blocks);
    if (items.length === 0) return { kind: 'flow', class: 'content', style: 'body', blocks };
    return down(items);
  },
};

interface Event {
  readonly item: Item;
  readonly dated: Dated;
}

/** Returns undefined when one of the items has no date. */
function eventsOf(blocks: readonly Block[]): readonly Event[] | undefined {
  const events = itemsOf(blocks).flatMap((item): Event[] => {
    const dated = readDated(item.words);
    return dated ? [{ item, dated }] : [];
  });
  return events.length === itemsOf(blocks).length ? events : undefined;
}

/**
 * Never back, or never forth; and not all on one day. A date without a year is in the year of the one before; where none has a
 * year, months go on into the next year once: October, January.
 */
function isInOrder(dates: readonly When[]): boolean {
  let year = 0;
  const hasYears = dates.some((when) => when.year);
  const days = dates.map((when, at) => {
    const isNext = !hasYears && year === 0 && when.month > 0 && when.month < (dates[at - 1]?.month ?? 0);
    year = when.year || (isNext ? 1 : year);
    return (year * 16 + when.month) * 32 + when.day;
  });
  const steps = days.slice(1).map((day, at) => day - (days[at] ?? day));
  if (steps.every((step) => step === 0)) return false;
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

/** One below the other, each under a rule. */
function down(items: readonly Item[]): Box {
  return {
    kind: 'stack',
    class: 'down',
    gap: 'small',
    boxes: items.map((item) => ({
      kind: 'row',
      class: 'event',
      gap: 'column',
      paddingTop: 'small',
      widths: [1, 3],
      boxes: partsOf(item),
    })),
  };
}

/** A hint may force it on items of which one has no date: then the words stand alone, under no date. */
function partsOf({ words, details, node }: Item): readonly Box[] {
  const dated = readDated(words);
  return [
    { kind: 'line', class: 'date', style: 'head', content: dated?.date ?? [] },
    {
      kind: 'flow',
      class: 'words',
      style: 'body',
      blocks: [...(words.length > 0 ? [paragraphOf(dated?.rest ?? words, node)] : []), ...details],
    },
  ];
}

// The compositions of each layout, the most particular first. The last takes anything.

import { plainText } from '../../notes/index.ts';
import type { Composition, Layout } from '../layout.ts';
import type { LayoutName } from '../names.ts';
import { answer, answerFigure, halves } from './answer.ts';
import { calloutBand } from './callout-band.ts';
import { columns, grid, stepColumns } from './columns.ts';
import { formulaBand } from './formula.ts';
import { groups } from './groups.ts';
import { countWithMarks, heroBand, heroHalf, numbers } from './hero.ts';
import { claim, lead, sides } from './lead.ts';
import { countWords } from './lengths.ts';
import { mixed } from './mixed.ts';
import { oneAndMore } from './one-and-more.ts';
import { pair } from './pair.ts';
import { parts } from './parts.ts';
import { people } from './people.ts';
import { claimed, opening, soleParagraph } from './prose.ts';
import { rows, single } from './rows.ts';
import { timelineAcross } from './timeline-across.ts';

const catalogue: Partial<Readonly<Record<LayoutName, readonly Composition[]>>> = {
  bullets: [
    calloutBand,
    halves,
    pair,
    claim,
    countWithMarks,
    heroHalf,
    heroBand,
    numbers,
    sides,
    lead,
    people,
    groups,
    oneAndMore,
    columns,
    grid,
    rows,
    single,
    parts,
    mixed,
  ],
  stats: [countWithMarks, heroBand, numbers],
  prose: [calloutBand, parts, opening, claimed, soleParagraph, mixed],
  'two-columns': [people],
  compare: [groups],
  cards: [groups],
  qa: [answerFigure, answer],
  math: [formulaBand],
  steps: [stepColumns],
  timeline: [timelineAcross],
};

/** What a layout's content can be set in. */
export function compositionsOf(layout: Layout): readonly Composition[] {
  return [...(catalogue[layout.name] ?? []), plain(layout)];
}

/** The layout's own boxes, whatever their amount. */
export function plain(layout: Layout): Composition {
  return {
    name: 'plain',
    takes: () => true,
    arrange: (content) => layout.arrange(content),
    largest: (content) => {
      if (layout.largest)
        return typeof layout.largest === 'string' ? layout.largest : layout.largest(content);
      return countWords(plainText(content.blocks)) <= 4 ? 'xxl' : 'lg';
    },
    fills: layout.fills ?? 'top',
  };
}

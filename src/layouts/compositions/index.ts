// The compositions of each layout, the most particular first. The last takes anything.

import { plainText } from '../../notes/index.ts';
import type { Composition, Content, Layout } from '../layout.ts';
import type { LayoutName } from '../names.ts';
import { answer, answerFigure, halves } from './answer.ts';
import { calloutBand } from './callout-band.ts';
import { columns, grid, stepColumns } from './columns.ts';
import { formulaBand, formulaRows } from './formula.ts';
import { groups } from './groups.ts';
import { countWithMarks, heroBand, heroHalf, heroPage, numbers } from './hero.ts';
import { namedRows } from './labels.ts';
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
    heroPage,
    heroHalf,
    heroBand,
    numbers,
    namedRows,
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
  stats: [countWithMarks, heroPage, heroBand, numbers],
  prose: [calloutBand, namedRows, parts, opening, claimed, soleParagraph, mixed],
  'two-columns': [people],
  compare: [namedRows, groups],
  cards: [namedRows, groups],
  qa: [answerFigure, answer],
  math: [formulaRows, formulaBand],
  steps: [stepColumns],
  timeline: [timelineAcross],
};

/** What a layout's content can be set in. */
export function compositionsOf(layout: Layout): readonly Composition[] {
  const found = known.get(layout);
  if (found) return found;
  const own = catalogue[layout.name] ?? [];
  const all = [...own.flatMap((one) => (onTheirFloor.has(one) ? [one, noted(one)] : [one])), plain(layout)];
  known.set(layout, all);
  return all;
}

/** Each trial of a slide asks. */
const known = new WeakMap<Layout, readonly Composition[]>();

/** Compositions that stay what they are above footnotes. */
const onTheirFloor: ReadonlySet<Composition> = new Set([columns, mixed, rows, single, soleParagraph]);

/** The same above its footnotes, which stand on the floor. */
function noted(of: Composition): Composition {
  const isNote = ({ type }: Content['blocks'][number]): boolean => type === 'footnoteDefinition';
  const withoutNotes = (content: Content): Content => ({
    ...content,
    blocks: content.blocks.filter((block) => !isNote(block)),
  });
  return {
    name: of.name,
    takes: (content) => content.blocks.some(isNote) && of.takes(withoutNotes(content)),
    arrange: (content) => ({
      kind: 'stack',
      class: 'noted',
      gap: 'medium',
      boxes: [
        of.arrange(withoutNotes(content)),
        {
          kind: 'flow',
          class: 'footnotes',
          style: 'small',
          inMargin: true,
          blocks: content.blocks.filter(isNote),
        },
      ],
    }),
    largest: (content) => of.largest(withoutNotes(content)),
    fills: of.fills === 'top' ? 'spread' : 'floor',
  };
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

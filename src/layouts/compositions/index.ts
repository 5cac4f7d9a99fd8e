// The compositions of each layout, the most particular first. The last takes anything.

import { type Block, plainText } from '../../notes/index.ts';
import { isOnlyLink } from '../content/index.ts';
import type { Box, Composition, Content, Layout } from '../layout.ts';
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
  const all = [...own.flatMap((one) => (onTheirFloor.has(one) ? [noted(one), one] : [one])), plain(layout)];
  known.set(layout, all);
  return all;
}

/** Each trial of a slide asks. */
const known = new WeakMap<Layout, readonly Composition[]>();

/** Compositions that stay what they are above footnotes and a source. */
const onTheirFloor: ReadonlySet<Composition> = new Set([columns, mixed, rows, single, soleParagraph]);

/** A footnote, or a link alone behind what comes from there; one that a line leads to is what the slide is about. */
function isNote(block: Block, at: number, blocks: readonly Block[]): boolean {
  if (block.type === 'footnoteDefinition') return true;
  const before = blocks[at - 1];
  if (before === undefined || at < blocks.length - 1 || !isOnlyLink(block) || isOnlyLink(before))
    return false;
  return !/[:：]\s*$/u.test(plainText([before]));
}

/** The same above its footnotes and its source, which stand on the floor. */
function noted(of: Composition): Composition {
  const withoutNotes = (content: Content): Content => ({
    ...content,
    blocks: content.blocks.filter((...block) => !isNote(...block)),
  });
  return {
    name: of.name,
    takes: (content) => content.blocks.some(isNote) && of.takes(withoutNotes(content)),
    arrange: (content) => {
      const blocks = content.blocks.filter(isNote);
      if (blocks.length === 0) return of.arrange(content);
      const notes: Box = { kind: 'flow', class: 'footnotes', style: 'small', inMargin: true, blocks };
      return {
        kind: 'stack',
        class: 'noted',
        gap: 'medium',
        boxes: [of.arrange(withoutNotes(content)), notes],
      };
    },
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

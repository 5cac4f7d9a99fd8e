// The compositions of each layout, the most particular first. The last takes anything.
import type { Composition, Layout } from '../layout.ts';
import type { LayoutName } from '../names.ts';
import { answer, halves } from './answer.ts';
import { calloutBand } from './callout-band.ts';
import { columns, grid } from './columns.ts';
import { formulaBand } from './formula.ts';
import { heroBand, heroHalf, numbers } from './hero.ts';
import { claim, lead } from './lead.ts';
import { parts } from './parts.ts';
import { plain } from './plain.ts';
import { rows, single } from './rows.ts';
import { stepColumns } from './step-columns.ts';
import { timelineAcross } from './timeline-across.ts';

const catalogue: Partial<Readonly<Record<LayoutName, readonly Composition[]>>> = {
  bullets: [
    calloutBand,
    halves,
    claim,
    heroBand,
    heroHalf,
    numbers,
    lead,
    columns,
    grid,
    rows,
    single,
    parts,
  ],
  stats: [heroBand, numbers],
  prose: [calloutBand, parts],
  qa: [answer],
  math: [formulaBand],
  steps: [stepColumns],
  timeline: [timelineAcross],
};

/** What a layout's content can be set in. */
export function compositionsOf(layout: Layout): readonly Composition[] {
  return [...(catalogue[layout.name] ?? []), plain(layout)];
}

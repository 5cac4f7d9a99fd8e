import type { Comparison } from './compare-slides.ts';
import { byLayout, type Summary, summarise } from './summary.ts';

/** What was compared, by the name of its line. */
export type Results = ReadonlyMap<string, readonly Comparison[]>;

const opening = `# How well heights are predicted

Written by \`npm run accuracy\`. Each slide is planned without a browser and then measured in one, in every bodySize and
in both formats: in the layouts that the planner chooses (“planned”) and with each layout asked for in turn (“forced”).
*Within* is the share of slides whose height is predicted within 2 % (or 1 px). *Short* is the most that a slide turned
out taller than predicted, px; *tall* the most that it turned out lower.
`;

/** RESULTS.md: a line for each comparison, then the layouts of one of them. */
export function formatResults(results: Results, layouts: readonly Comparison[]): string {
  return [
    opening,
    table('Notes', results),
    'The notes of the repository, forced, layout by layout:\n',
    table('Layout', byLayout(layouts)),
  ].join('\n');
}

export function lineName(notes: string, theme: string, layouts: string): string {
  return `${notes}, ${theme}, ${layouts}`;
}

/** Name of the notes that are in the repository. */
export const ownNotes = 'repository';

function table(head: string, slides: Results): string {
  const lines = [...slides].map(([name, each]) => line(name, summarise(each)));
  return [`| ${head} | Slides | Within | Short | Tall |`, '|---|--:|--:|--:|--:|', ...lines, ''].join('\n');
}

/** Rounded to the worse side, so that the same slides are never worse than their line. */
function line(name: string, { slides, within, short, tall }: Summary): string {
  const share = (Math.floor(within * 1000) / 10).toFixed(1);
  return `| ${name} | ${slides} | ${share} % | ${Math.floor(short)} | ${Math.ceil(tall)} |`;
}

/** A line of the table, read back. */
export function readLine(results: string, name: string): Summary | undefined {
  const rows = results.split('\n').map((row) => row.split('|').map((cell) => cell.trim()));
  const cells = rows.find((row) => row[1] === name);
  if (!cells) return undefined;
  const [slides = 0, within = 0, short = 0, tall = 0] = cells.slice(2, 6).map(Number.parseFloat);
  return { slides, within: within / 100, short, tall };
}

import type { Compiled } from '../compile.ts';
import { lineOf, lineStarts } from '../diagnostics/index.ts';
import { type Destination, makeLedger } from '../plan/index.ts';

/** Where one piece of the notes went. */
export interface LedgerReport {
  /** First and last line of the notes, from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Runs of letters and digits in it. */
  readonly words: number;
  /** Slides (from 1) and their slots; the slot `hint` when a hint says other words in its place. */
  readonly to: readonly Destination[];
}

export interface LostWords {
  readonly line: number;
  readonly words: string;
}

/** The ledger of compiled notes in lines, and what it found to be nowhere. */
export function reportLedger(compiled: Compiled | undefined): {
  readonly ledger: readonly LedgerReport[];
  readonly lost: readonly LostWords[];
} {
  if (!compiled) return { ledger: [], lost: [] };
  const { notes, plan, hints } = compiled;
  const { entries, lost } = makeLedger(notes, plan, hints);
  const starts = lineStarts(notes.source.text);
  return {
    ledger: entries.map(({ span, words, to }) => ({
      lines: [lineOf(span.start, starts), lineOf(Math.max(span.start, span.end - 1), starts)],
      words,
      to,
    })),
    lost: lostByLine(lost, starts),
  };
}

function lostByLine(
  lost: ReturnType<typeof makeLedger>['lost'],
  starts: readonly number[],
): readonly LostWords[] {
  const byLine = new Map<number, string[]>();
  for (const { text, start } of lost) {
    const line = lineOf(Math.max(0, start), starts);
    byLine.set(line, [...(byLine.get(line) ?? []), text]);
  }
  return [...byLine].map(([line, words]) => ({ line, words: words.join(' ') }));
}

import type { BuiltNotes } from '../pipeline/index.ts';
import { lecternVersion } from './version.ts';

/** Names what the ledger found to be nowhere, and asks to report it; empty when nothing is lost. */
export function lostText(notes: readonly BuiltNotes[]): string {
  const lines = notes.flatMap(({ path, lost }) =>
    lost.map(({ line, words }) => `${path}:${line}: lost: “${words}”\n`),
  );
  if (lines.length === 0) return '';
  const where = `lectern ${lecternVersion()}, Node ${process.version}`;
  return `${lines.join('')}\nThese words of the notes are on no slide and in no presenter note. This is a fault in Lectern, not in\nyour notes; what was written is whole but for them. Please report it with the lines above and:\n  ${where}\n`;
}

import type { CheckResult, DeckReport } from '../index.ts';
import { type DiagnosticJson, diagnosticJson } from './diagnostic-json.ts';

/** What `lectern check --json` prints. */
export interface CheckJson {
  readonly notes: readonly CheckedJson[];
  /** Problems that belong to no notes file: a path that does not exist. */
  readonly diagnostics: readonly DiagnosticJson[];
  readonly milliseconds: number;
}

/** What the check found, where the notes could be built, and what the build had to say. */
type CheckedJson = Partial<DeckReport> & {
  readonly path: string;
  readonly diagnostics: readonly DiagnosticJson[];
  readonly milliseconds: number;
};

export function checkJson({ notes, unplaced, sources, milliseconds }: CheckResult): CheckJson {
  return {
    notes: notes.map(({ path, report, diagnostics, milliseconds: own }) => ({
      path,
      ...report,
      diagnostics: diagnostics.map((one) => diagnosticJson(one, sources)),
      milliseconds: own,
    })),
    diagnostics: unplaced.map((one) => diagnosticJson(one, sources)),
    milliseconds,
  };
}

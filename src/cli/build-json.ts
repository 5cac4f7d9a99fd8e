import type {
  Artifact,
  BuildResult,
  BuiltNotes,
  LedgerReport,
  LostWords,
  SiteReport,
  SlideReport,
} from '../pipeline/index.ts';
import { type DiagnosticJson, diagnosticJson } from './print-diagnostics.ts';

/** What `lectern build --json` prints. Paths of outputs are absolute, all others as the user wrote them. */
export interface BuildJson {
  readonly notes: readonly NotesJson[];
  /** Problems that belong to no notes file: a path that does not exist. */
  readonly diagnostics: readonly DiagnosticJson[];
  readonly milliseconds: number;
  /** There when a library was built; paths are absolute. */
  readonly site?: SiteReport;
}

interface NotesJson {
  readonly path: string;
  readonly outputs: readonly Artifact[];
  readonly slides: readonly SlideReport[];
  /** Where each piece of the notes went. */
  readonly ledger: readonly LedgerReport[];
  /** Words that went nowhere; there only when there are any, and the exit code is 70. */
  readonly lost?: readonly LostWords[];
  readonly diagnostics: readonly DiagnosticJson[];
  /** By stage. */
  readonly milliseconds: Readonly<Record<string, number>>;
  /** What the environment could not do; `outputs` were written all the same. */
  readonly failure?: { readonly message: string; readonly remedy: string };
  /** In a library: as an earlier build left it, which holds no reports. */
  readonly unchanged?: true;
}

export function buildJson(result: BuildResult): BuildJson {
  const { sources } = result;
  const notes = result.notes.map((one) => notesJson(one, sources));
  const diagnostics = result.unplaced.map((one) => diagnosticJson(one, sources));
  const { site } = result;
  return { notes, diagnostics, milliseconds: Math.round(result.milliseconds), ...(site && { site }) };
}

function notesJson(notes: BuiltNotes, sources: BuildResult['sources']): NotesJson {
  const { path, outputs, slides, ledger, lost, diagnostics, milliseconds, failure, unchanged } = notes;
  return {
    path,
    outputs,
    slides,
    ledger,
    ...(lost.length > 0 && { lost }),
    diagnostics: diagnostics.map((one) => diagnosticJson(one, sources)),
    milliseconds,
    ...(unchanged && { unchanged }),
    ...(failure && { failure: { message: failure.message, remedy: failure.remedy } }),
  };
}

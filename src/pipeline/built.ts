// Options, progress events and results of a build.
import type { Stage } from '../compile.ts';
import type { Diagnostic, EnvironmentError, Source } from '../diagnostics/index.ts';
import type { HandoutHints } from '../hints/index.ts';
import type { Artifact, Format, RenderStage } from '../render/index.ts';
import type { CompileFileOptions } from './compile-file.ts';
import type { LedgerReport, LostWords, SlideReport } from './reports.ts';

export interface BuildOptions extends Omit<CompileFileOptions, 'onStage' | 'themes'> {
  /** `['html', 'pdf', 'handout']` by default. */
  readonly formats?: readonly Format[] | undefined;
  /** Goes before what the hints say of the handout, key by key. */
  readonly handout?: HandoutHints | undefined;
  /** `saved`: slides stand in the handout as dark text on white, whatever the theme; `theme` by default. */
  readonly ink?: 'theme' | 'saved' | undefined;
  /** `leave-out`: they are in none of the outputs; `keep` by default. */
  readonly presenterNotes?: 'keep' | 'leave-out' | undefined;
  /** `annotations`: the PDF carries the presenter notes; `none` by default. */
  readonly pdfNotes?: 'annotations' | 'none' | undefined;
  /** Folder for the outputs, made if it is not there; without it they stand beside the notes. */
  readonly outDir?: string | undefined;
  /** Browser to print with; without it the one that `lectern doctor` names. */
  readonly browserPath?: string | undefined;
  readonly onEvent?: ((event: BuildEvent) => void) | undefined;
}

/** What a build is doing. `number` counts the notes files from 1. */
export type BuildEvent = { readonly path: string; readonly number: number; readonly of: number } & BuildStep;

export type BuildStep =
  | { readonly kind: 'working'; readonly stage: BuildStage }
  | { readonly kind: 'wrote'; readonly output: Artifact; readonly milliseconds: number }
  | { readonly kind: 'done'; readonly outputs: readonly Artifact[]; readonly milliseconds: number };

export type BuildStage = 'read' | Stage | RenderStage;

export interface BuildResult {
  /** One for each notes file, in order. */
  readonly notes: readonly BuiltNotes[];
  /** Every problem, those of the notes files included. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those that belong to no notes file: a path that does not exist. */
  readonly unplaced: readonly Diagnostic[];
  /** Every text that a diagnostic may point into, by its path; `formatDiagnostic` wants them. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Of a library alone. */
  readonly site?: SiteReport;
  /** What the environment could not do, one for each notes file that met it. */
  readonly failures: readonly EnvironmentError[];
  readonly milliseconds: number;
}

/** What became of the page that leads to the talks of a library. */
export interface SiteReport {
  /** Absolute path of the page. */
  readonly index: string;
  readonly bytes: number;
  /** Talks on the page. */
  readonly talks: number;
  /** Absolute paths of files of earlier builds that belong to no talk any more. */
  readonly leftovers: readonly string[];
  /** Those that were removed. */
  readonly removed: readonly string[];
}

export interface BuiltNotes {
  /** As it was given, or found in a folder that was. */
  readonly path: string;
  /** What was written; empty when the notes have an error. */
  readonly outputs: readonly Artifact[];
  readonly slides: readonly SlideReport[];
  /** Where bullets below the first level are, unless a section says otherwise. */
  readonly details: 'slide' | 'notes';
  /** Where each piece of the notes went. */
  readonly ledger: readonly LedgerReport[];
  /** Words that went nowhere: a fault of Lectern's. */
  readonly lost: readonly LostWords[];
  readonly diagnostics: readonly Diagnostic[];
  /** Wall-clock milliseconds by stage. */
  readonly milliseconds: Readonly<Partial<Record<BuildStage, number>>>;
  /** What the environment could not do; `outputs` were written all the same. */
  readonly failure?: EnvironmentError;
  /** Nothing it is made of has changed: `outputs` are those of an earlier build; there are no reports. */
  readonly unchanged?: true;
}

import { type Diagnostic, type Source, UsageError } from '../diagnostics/index.ts';
import { findNotes } from '../input/index.ts';
import type { BuildOptions, BuildResult, BuildStep, BuiltNotes } from './built.ts';
import { nameOutputs } from './name-outputs.ts';
import { runJobs } from './pool/spawn-worker.ts';
import { shareBrowser } from './shared-browser.ts';

/**
 * Builds decks from notes files, folders of them, and globs. An error in the notes is a
 * diagnostic and leaves earlier outputs as they were; one file's problems do not stop the
 * others. Throws `UsageError` when the call itself cannot be met, and `EnvironmentError` when the
 * folder for the outputs is none; what the environment cannot do later is in `failures`.
 */
export async function build(
  notes: string | readonly string[],
  options: BuildOptions = {},
): Promise<BuildResult> {
  const start = performance.now();
  const cwd = options.cwd ?? process.cwd();
  const found = await findNotes([notes].flat(), cwd);
  if (typeof options.hints === 'string' && found.value.length > 1) throw manyForOneHints(found.value.length);
  const formats = options.formats ?? ['html', 'pdf', 'handout'];
  const outputs = nameOutputs(found.value, { cwd, formats, outDir: options.outDir, hints: options.hints });
  const browser = shareBrowser(options.browserPath);
  const jobs = outputs.map((output) => ({ kind: 'notes', output, options, formats }) as const);
  const step = (at: number, event: BuildStep): void =>
    options.onEvent?.({ path: outputs[at]?.notes ?? '', number: at + 1, of: outputs.length, ...event });
  const files = await runJobs(jobs, browser, { step }).finally(browser.close);
  return gather(files, found.diagnostics, performance.now() - start);
}

function manyForOneHints(files: number): UsageError {
  const remedy = 'leave --hints out: talk.hints.yaml beside talk.md is found by its name';
  return new UsageError(`one hints file cannot serve ${files} notes files`, remedy);
}

/** What stays of a notes file when the next is built. */
interface FinishedFile {
  readonly built: BuiltNotes;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The result of a build from those of its files. */
export function gather(
  files: readonly FinishedFile[],
  unplaced: readonly Diagnostic[],
  milliseconds: number,
): BuildResult {
  const notes = files.map(({ built }) => built);
  return {
    notes,
    diagnostics: [...unplaced, ...notes.flatMap(({ diagnostics }) => diagnostics)],
    unplaced,
    sources: new Map(files.flatMap(({ sources }) => [...sources])),
    failures: notes.flatMap(({ failure }) => failure ?? []),
    milliseconds: Math.round(milliseconds),
  };
}

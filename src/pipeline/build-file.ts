import { dirname } from 'node:path';
import type { Cache } from '../cache.ts';
import { type Diagnostic, EnvironmentError, type Source } from '../diagnostics/index.ts';
import { type Format, type Rendered, type RenderJob, render, UnfinishedRender } from '../render/index.ts';
import type { BuildOptions, BuildStep, BuiltNotes } from './built.ts';
import { type CompiledFile, compileFile, hasErrors } from './compile-file.ts';
import { type Output, overwrittenPictures } from './name-outputs.ts';
import { handoutOf, marpMarkdown, notesMarkdown, withoutPresenterNotes } from './render-inputs.ts';
import { reportLedger, reportSlides } from './reports.ts';
import type { SharedBrowser } from './shared-browser.ts';

/** What a build works with: the same files come of it with any. */
export interface BuildTools {
  readonly browser: SharedBrowser;
  readonly emit: (step: BuildStep) => void;
  /** Puts outputs on the disk, where the thread at work does not do it itself. */
  readonly write?: NonNullable<RenderJob['write']>;
  /** Themes that the thread has read for other notes of the build. */
  readonly themes?: Cache;
}

/** What all notes files of a build have in common. */
interface BuildContext extends BuildTools {
  readonly options: BuildOptions;
  readonly formats: readonly Format[];
  /** Width in px of a picture of the first slide; none is taken by default. */
  readonly pictureWidth?: number;
}

export interface BuiltFile {
  readonly built: BuiltNotes;
  readonly sources: ReadonlyMap<string, Source>;
  readonly file: CompiledFile;
  /** The first slide as WebP, where it was asked for and a browser was at work. */
  readonly picture?: Uint8Array;
}

/** One notes file from reading to writing. An error in it stops before anything is written. */
export async function buildFile(output: Output, context: BuildContext): Promise<BuiltFile> {
  const watch = startStopwatch();
  const compiled = await compileFile(output.notes, {
    ...context.options,
    themes: context.themes,
    onStage(stage) {
      watch.begin(stage);
      context.emit({ kind: 'working', stage });
    },
  });
  const overwritten = context.formats.includes('png') ? overwrittenPictures(compiled, output.base) : [];
  const file = { ...compiled, diagnostics: [...compiled.diagnostics, ...overwritten] };
  const compiling = watch.stop();
  const rendered = hasErrors(file.diagnostics)
    ? nothing
    : await renderFile(shown(file, context.options), output, { ...context, watch });
  const built: BuiltNotes = {
    path: output.notes,
    outputs: rendered.artifacts,
    slides: file.value ? reportSlides(file.value.plan, file.value.notes) : [],
    details: file.value?.hints.deck.details ?? 'slide',
    ...reportLedger(file.value),
    diagnostics: [...file.diagnostics, ...rendered.diagnostics],
    milliseconds: { ...compiling, ...rendered.milliseconds },
    ...(rendered.failure && { failure: rendered.failure }),
  };
  context.emit({ kind: 'done', outputs: built.outputs, milliseconds: watch.total() });
  const { picture } = rendered;
  return { built, sources: file.sources, file, ...(picture && { picture }) };
}

/** What the outputs are made of. */
export function shown(
  file: CompiledFile,
  { presenterNotes }: Pick<BuildOptions, 'presenterNotes'>,
): CompiledFile {
  return presenterNotes === 'leave-out' ? withoutPresenterNotes(file) : file;
}

interface Timed {
  readonly watch: Pick<Stopwatch<never>, 'total'>;
}

type RenderOutcome = Rendered & { readonly failure?: EnvironmentError };

const nothing: RenderOutcome = { artifacts: [], diagnostics: [] as readonly Diagnostic[], milliseconds: {} };

/** What was written stays written when the environment gives up half way. */
async function renderFile(
  file: CompiledFile,
  output: Output,
  context: BuildContext & Timed,
): Promise<RenderOutcome> {
  if (!file.value) return nothing;
  const { deck, theme } = file.value;
  try {
    return await render(deck, theme, await renderJob(file, output, context));
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    await context.browser.giveUp();
    return { ...(error instanceof UnfinishedRender ? error.rendered : nothing), failure: error };
  }
}

/** What `render` is asked for, to make the outputs of one notes file. */
export async function renderJob(
  file: CompiledFile,
  { base }: Output,
  context: BuildContext & Timed,
): Promise<RenderJob> {
  const { value, folder, fetched, template } = file;
  const { formats, browser, emit, write, watch, options, pictureWidth } = context;
  const session = browser.sessionFor(formats);
  const markdown = formats.includes('marp') ? await marpMarkdown(file, dirname(base)) : undefined;
  return {
    formats,
    base,
    notesFolder: folder,
    ...(markdown !== undefined && { marpMarkdown: markdown }),
    ...(value && formats.includes('handout') && { handout: handoutOf(value, options) }),
    ...(formats.includes('notes') && { notesMarkdown: notesMarkdown(file, dirname(base)) }),
    ...(options.pdfNotes && { pdfNotes: options.pdfNotes }),
    ...(value && { notes: value.notes.source }),
    fetched,
    template,
    ...(session && { session }),
    ...(write && { write }),
    ...(pictureWidth && { pictureWidth }),
    onProgress(progress) {
      if (progress.kind === 'stage') emit({ kind: 'working', stage: progress.stage });
      else emit({ kind: 'wrote', output: progress.artifact, milliseconds: watch.total() });
    },
  };
}

/** Wall-clock milliseconds of stages that follow each other. */
interface Stopwatch<Stage extends string> {
  /** Ends the stage before. */
  begin(stage: Stage): void;
  /** Ends the last stage and gives all of them. */
  stop(): Partial<Record<Stage, number>>;
  /** Since the start, whatever was stopped. */
  total(): number;
}

export function startStopwatch<Stage extends string>(): Stopwatch<Stage> {
  const started = performance.now();
  const stages: Partial<Record<Stage, number>> = {};
  let current: { readonly stage: Stage; readonly since: number } | undefined;
  const end = (): void => {
    if (current) stages[current.stage] = rounded(performance.now() - current.since);
  };
  return {
    begin(stage) {
      end();
      current = { stage, since: performance.now() };
    },
    stop() {
      end();
      current = undefined;
      return stages;
    },
    total: () => rounded(performance.now() - started),
  };
}

/** To a tenth: planning a talk takes less than one. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

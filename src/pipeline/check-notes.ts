import { join } from 'node:path';
import {
  checkDeck,
  checkDesign,
  checkHandout,
  type DeckReport,
  type DesignReport,
  type HandoutOutput,
} from '../check/index.ts';
import type { Diagnostic, Source } from '../diagnostics/index.ts';
import type { HandoutHints } from '../hints/index.ts';
import { findNotes } from '../input/index.ts';
import {
  type Format,
  handoutLayout,
  inSession,
  printText,
  type RenderJob,
  render,
  type Session,
  temporaryFolder,
  whileInterruptible,
} from '../render/index.ts';
import { type CompiledFile, type CompileFileOptions, compileFile, hasErrors } from './compile-file.ts';
import { nameOutputs, type Output } from './name-outputs.ts';
import { handoutOf } from './render-inputs.ts';

export interface CheckOptions extends Omit<CompileFileOptions, 'onStage'> {
  /** Folder in which the outputs stay; without it they are made in a temporary one and taken away. */
  readonly outDir?: string | undefined;
  readonly browserPath?: string | undefined;
  /** Of the handout, before the hints. */
  readonly handout?: HandoutHints | undefined;
  readonly ink?: 'theme' | 'saved' | undefined;
  /** Measures how the slides are composed as well. */
  readonly design?: boolean | undefined;
  /** `handout`: it alone is made and looked at; `design`: the presentation alone is made, and measured; all outputs by default. */
  readonly only?: 'handout' | 'design' | undefined;
  /** Called with each notes file when it has been checked. */
  readonly onChecked?: ((checked: CheckedNotes) => void) | undefined;
}

export interface CheckedNotes {
  /** As it was given, or found in a folder that was. */
  readonly path: string;
  /** Not there when the notes have an error, or the design alone was asked for. */
  readonly report: DeckReport | undefined;
  /** Not there when the notes have an error, or it was not asked for. */
  readonly design: DesignReport | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly milliseconds: number;
}

export interface CheckResult {
  readonly notes: readonly CheckedNotes[];
  /** Problems that belong to no notes file: a path that does not exist. */
  readonly unplaced: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly milliseconds: number;
}

/**
 * Builds notes files, opens what was built as a reader would, and reports what is wrong with it. One
 * browser for all. Throws `EnvironmentError` when there is none, or nothing can be written.
 */
export async function check(
  notes: string | readonly string[],
  options: CheckOptions = {},
): Promise<CheckResult> {
  const start = performance.now();
  const cwd = options.cwd ?? process.cwd();
  const found = await findNotes([notes].flat(), cwd);
  const sources = new Map<string, Source>();
  const checked = found.value.length === 0 ? [] : await checkAll(found.value, { ...options, cwd }, sources);
  const milliseconds = Math.round(performance.now() - start);
  return { notes: checked, unplaced: found.diagnostics, sources, milliseconds };
}

type CheckContext = CheckOptions & { readonly cwd: string };

async function checkAll(
  paths: readonly string[],
  options: CheckContext,
  sources: Map<string, Source>,
): Promise<readonly CheckedNotes[]> {
  const { outDir } = options;
  if (outDir !== undefined) {
    const naming = { cwd: options.cwd, formats: formatsOf(options), outDir, hints: options.hints };
    return checkOutputs(nameOutputs(paths, naming), options, sources);
  }
  const folder = temporaryFolder('check');
  const outputs = paths.map((notes, at) => ({ notes, base: join(folder, String(at), 'deck') }));
  return whileInterruptible(folder, () => checkOutputs(outputs, options, sources));
}

function formatsOf({ only }: CheckContext): readonly Format[] {
  if (only === 'design') return ['html'];
  return only === 'handout' ? ['handout'] : ['html', 'pdf', 'pptx', 'handout'];
}

async function checkOutputs(
  outputs: readonly Output[],
  options: CheckContext,
  sources: Map<string, Source>,
): Promise<readonly CheckedNotes[]> {
  return inSession(options, async (session) => {
    const checked: CheckedNotes[] = [];
    for (const output of outputs) {
      const one = await checkFile(output, options, session, sources);
      checked.push(one);
      options.onChecked?.(one);
    }
    return checked;
  });
}

async function checkFile(
  output: Output,
  options: CheckContext,
  session: Session,
  sources: Map<string, Source>,
): Promise<CheckedNotes> {
  const start = performance.now();
  const file = await compileFile(output.notes, options);
  for (const [name, source] of file.sources) sources.set(name, source);
  const built = hasErrors(file.diagnostics) ? undefined : await buildAndCheck(file, output, options, session);
  return {
    path: output.notes,
    report: built?.report,
    design: built?.design,
    diagnostics: [...file.diagnostics, ...(built?.diagnostics ?? [])],
    milliseconds: Math.round(performance.now() - start),
  };
}

type CheckedOutputs = Partial<Pick<CheckedNotes, 'report' | 'design'>> & Pick<CheckedNotes, 'diagnostics'>;

async function buildAndCheck(
  { value, folder, fetched, template }: CompiledFile,
  { base }: Output,
  options: CheckContext,
  session: Session,
): Promise<CheckedOutputs | undefined> {
  if (!value) return undefined;
  const { notes, hints, deck, theme } = value;
  const pictures = { folder, fetched };
  const asked = { ...options.handout };
  const sheets = handoutOf(value, { handout: asked, ink: options.ink });
  const job: RenderJob = {
    formats: formatsOf(options),
    handout: sheets,
    base,
    notesFolder: folder,
    notes: notes.source,
    session,
    fetched,
    template,
  };
  const { diagnostics } = await render(deck, theme, job);
  const handout: HandoutOutput = {
    pdf: `${base}.handout.pdf`,
    open: (page) => handoutLayout(page, { deck, theme, handout: sheets }, { pictures }),
  };
  const made = { notes, hints: { ...hints, handout: { ...hints.handout, ...asked } }, deck, theme, handout };
  if (options.only === 'handout') return { report: await checkHandout(made, session), diagnostics };
  const html = `${base}.html`;
  const design =
    options.design || options.only === 'design'
      ? await checkDesign({ html, theme, notes, deck }, session)
      : undefined;
  if (options.only === 'design') return { design, diagnostics };
  const print = await printText(deck, theme, { pictures });
  const outputs = { html, pdf: `${base}.pdf`, pptx: `${base}.pptx`, print };
  return { report: await checkDeck({ ...made, ...outputs }, session), design, diagnostics };
}

import { dirname, resolve } from 'node:path';
import type { Cache } from '../cache.ts';
import { type Compiled, compile, type Stage } from '../compile.ts';
import type { Checked, Diagnostic, Source } from '../diagnostics/index.ts';
import { findHints, inputError, picturesIn, readSource } from '../input/index.ts';
import { parseNotes } from '../notes/index.ts';
import {
  type FetchedPictures,
  fetchPictures,
  loadTemplate,
  readPicture,
  type Template,
} from '../render/index.ts';
import { type Picture, type Pictures, readThemeFiles, type ThemeRequest } from '../theme/index.ts';

export interface CompileFileOptions {
  /** Where relative paths start; the process's folder by default. */
  readonly cwd?: string | undefined;
  /** Path of the hints file; without it, the one beside the notes; `null` for none at all. */
  readonly hints?: string | null | undefined;
  /** In place of the text of the hints file, which need not be there. */
  readonly hintsText?: string | undefined;
  /** Built-in name or path of a CSS file; goes before the hints. */
  readonly theme?: string | undefined;
  /** Custom properties of the theme without their dashes; go before the hints. */
  readonly tokens?: Readonly<Record<string, string>> | undefined;
  /** Where bullets below the first level go; goes before what the hints say of the deck. */
  readonly details?: 'slide' | 'notes' | undefined;
  /** `block` by default: a remote picture is a warning and a box in its place. */
  readonly remotePictures?: 'fetch' | 'block' | undefined;
  /** Called with each phase as it begins. */
  readonly onStage?: ((stage: 'read' | Stage) => void) | undefined;
  /** Of earlier builds in which nothing but notes and hints was different. */
  readonly cache?: Cache | undefined;
  /** Of other notes of the same build, for themes alone. */
  readonly themes?: Cache | undefined;
}

/** Notes, read and compiled, with all that is needed to render them or to show their problems. */
export interface CompiledFile {
  /** As it was given. */
  readonly path: string;
  /** Absolute; pictures are read from it and below. */
  readonly folder: string;
  /** Not there when the notes or the hints cannot be read. */
  readonly value: Compiled | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Every text that a diagnostic may point into, by its path. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Remote pictures, where they were asked for. */
  readonly fetched: FetchedPictures | undefined;
  /** Of the PowerPoint file, where the hints name one. */
  readonly template?: Template | undefined;
  /** Where the hints look for it: an absolute path, whether there is a file or not. */
  readonly templatePath?: string | undefined;
}

/** Reads a notes file with its hints, theme and pictures, and compiles it. Writes nothing. */
export async function compileFile(path: string, options: CompileFileOptions = {}): Promise<CompiledFile> {
  const cwd = options.cwd ?? process.cwd();
  const folder = dirname(resolve(cwd, path));
  options.onStage?.('read');
  const notes = readNotes(path, cwd);
  const hintsPath = options.hints === undefined ? findHints(path, cwd) : options.hints;
  const hints = hintsPath == null ? nothing : readHintsFile(hintsPath, cwd, options.hintsText);
  const diagnostics = [...notes.diagnostics, ...hints.diagnostics];
  const sources = bySourcePath([notes.value, hints.value]);
  if (!notes.value || hasErrors(diagnostics)) {
    return { path, folder, value: undefined, diagnostics, sources, fetched: undefined };
  }
  const hintsFolder = dirname(resolve(cwd, hintsPath ?? path));
  const fetched = options.remotePictures === 'fetch' ? await fetchRemote(notes.value) : undefined;
  const { value, diagnostics: problems } = await compile({
    notes: notes.value,
    hints: hints.value,
    themeFiles: readThemeFiles,
    pictures: onceEach((url) => readPicture(url, { folder, fetched })),
    theme: options.theme === undefined ? undefined : themeRequest(options.theme, cwd),
    folder: hintsFolder,
    notesFolder: folder,
    tokens: options.tokens && fromFolder(options.tokens, cwd),
    details: options.details,
    onStage: options.onStage,
    cache: options.cache,
    themes: options.themes,
  });
  const { template: named } = value.hints.deck;
  const template =
    named === undefined
      ? undefined
      : await loadTemplate({
          path: named,
          folder: hintsFolder,
          span: value.hints.spans?.get('deck.template') ?? { path: hintsPath ?? path, start: 0, end: 0 },
        });
  const sheets = value.theme.stylesheets.map(({ path, css }) => ({ path, text: css }));
  return {
    path,
    folder,
    value,
    template: template?.value,
    templatePath: named === undefined ? undefined : resolve(hintsFolder, named),
    diagnostics: [...diagnostics, ...problems, ...(template?.diagnostics ?? [])],
    sources: new Map([...bySourcePath(sheets), ...sources]),
    fetched,
  };
}

/** The planner asks for the same picture at every size that it tries. */
function onceEach(read: Pictures): Pictures {
  const known = new Map<string, Picture>();
  return (url) => {
    const picture = known.get(url) ?? read(url);
    known.set(url, picture);
    return picture;
  };
}

function readHintsFile(path: string, cwd: string, text: string | undefined): Checked<Source | undefined> {
  return text === undefined ? readSource(path, cwd) : { value: { path, text }, diagnostics: [] };
}

const nothing: Checked<undefined> = { value: undefined, diagnostics: [] };

function readNotes(path: string, cwd: string): Checked<Source | undefined> {
  const read = readSource(path, cwd);
  if (read.value === undefined || read.value.text.trim() !== '') return read;
  const empty = inputError('input/empty', path, `"${path}" holds no text`, 'write a line of notes');
  return { value: undefined, diagnostics: [...read.diagnostics, empty] };
}

function bySourcePath(sources: readonly (Source | undefined)[]): ReadonlyMap<string, Source> {
  return new Map(sources.flatMap((source) => (source ? [[source.path, source]] : [])));
}

/** Their sizes are needed before the plan is made, so the notes are read once more. */
function fetchRemote(notes: Source): Promise<FetchedPictures> {
  return fetchPictures(picturesIn(parseNotes(notes).value).map(({ url }) => url));
}

/** Paths of fonts start where the user stands; those of the hints at the hints. */
export function fromFolder(tokens: Readonly<Record<string, string>>, cwd: string): Record<string, string> {
  const isPath = (name: string, value: string): boolean =>
    name.endsWith('-font') && /[\\/]|\.\w+$/.test(value);
  return Object.fromEntries(
    Object.entries(tokens).map(([name, value]) => [name, isPath(name, value) ? resolve(cwd, value) : value]),
  );
}

/** A theme that the call names. */
export function themeRequest(theme: string, cwd: string): ThemeRequest {
  return { theme, folder: cwd, span: { path: '--theme', start: 0, end: 0 } };
}

/** An error stops before `render`; a warning never does. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

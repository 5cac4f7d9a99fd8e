import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import { type Diagnostic, UsageError } from '../diagnostics/index.ts';
import { existingPart, findHints, picturesIn, readSource } from '../input/index.ts';
import { type Format, outputFormats, pictureFiles, pngPath } from '../render/index.ts';
import type { CompiledFile } from './compile-file.ts';

/** Where the outputs of a notes file go. */
export interface Output {
  /** The notes file, as it was given. */
  readonly notes: string;
  /** Absolute path of its outputs without their ending: `/talks/out/llama` for `llama.html`. */
  readonly base: string;
}

interface Naming {
  readonly cwd: string;
  readonly formats: readonly Format[];
  readonly outDir: string | undefined;
  readonly hints: string | null | undefined;
  /** Folders below this one are kept below `outDir`; without it all outputs stand in `outDir` itself. */
  readonly root?: string;
}

/**
 * Names the outputs after the notes, and makes sure beforehand that no two notes files have the
 * same, that none is an input, and that the folder can be one.
 */
export function nameOutputs(notes: readonly string[], naming: Naming): readonly Output[] {
  if (naming.outDir !== undefined) checkFolder(naming.outDir, naming.cwd);
  const outputs = notes.map((path) => ({ notes: path, base: baseOf(path, naming) }));
  checkTwins(outputs);
  checkInputs(outputs, naming);
  return outputs;
}

function baseOf(notes: string, { cwd, outDir, root }: Naming): string {
  const own = dirname(resolve(cwd, notes));
  const below = root === undefined ? '' : relative(resolve(cwd, root), own);
  const folder = outDir === undefined ? own : resolve(cwd, outDir, below);
  return resolve(folder, basename(notes, extname(notes)));
}

/** The folder, or the nearest above it that exists, must be a folder; a new one is not called like an output. */
function checkFolder(outDir: string, cwd: string): void {
  const folder = resolve(cwd, outDir);
  const { path, kind } = existingPart(folder);
  const isNew = path !== folder;
  if (kind !== 'folder') throw noFolder(outDir, isNew ? `${path} is a file` : 'it is a file');
  if (isNew && /\.(?:html?|pdf|pptx|png|md)$/i.test(folder))
    throw noFolder(outDir, 'it is named like a file');
}

function noFolder(outDir: string, why: string): UsageError {
  return new UsageError(
    `"${outDir}" cannot be the folder for the outputs: ${why}`,
    'Name a folder: -o DIR. Outputs are named after the notes.',
  );
}

/** Without regard to case: not every file system has one. */
function checkTwins(outputs: readonly Output[]): void {
  const seen = new Map<string, string>();
  for (const { notes, base } of outputs) {
    const twin = seen.get(base.toLowerCase());
    if (twin !== undefined) {
      throw new UsageError(
        `"${twin}" and "${notes}" would write the same files, ${base}.*`,
        'Rename one, or build them into different folders.',
      );
    }
    seen.set(base.toLowerCase(), notes);
  }
}

function checkInputs(outputs: readonly Output[], { cwd, formats, hints }: Naming): void {
  const given = outputs.flatMap(({ notes }) => [notes, hints ?? findHints(notes, cwd) ?? []].flat());
  const inputs = new Set(given.map((path) => resolve(cwd, path)));
  for (const { notes, base } of outputs) {
    const lost = formats
      .map((format) => base + outputFormats[format].ending)
      .find((path) => inputs.has(path));
    // What is not text is not built, and is reported.
    if (lost && readSource(notes, cwd).value) throw wouldOverwrite(notes, lost);
  }
}

function wouldOverwrite(notes: string, lost: string): UsageError {
  return new UsageError(
    `building "${notes}" would write over ${lost}, which is an input`,
    'Build into another folder: -o DIR.',
  );
}

/** An error for each picture of the notes that has the name of a slide's own PNG. */
export function overwrittenPictures({ value, folder }: CompiledFile, base: string): readonly Diagnostic[] {
  if (!value) return [];
  const { deck, notes } = value;
  const targets = deck.slides.map((_, at) => pngPath(base, at + 1)).filter((path) => existsSync(path));
  const lost = new Map(targets.map((path) => [realpathSync(path), path]));
  if (lost.size === 0) return [];
  return deck.pictures.flatMap((url) => {
    const path = pictureFiles({ pictures: [url] }, folder).map((file) => lost.get(realpathSync(file)))[0];
    const place = picturesIn(notes).find((picture) => picture.url === url);
    const span = { path: notes.source.path, start: place?.start ?? 0, end: place?.end ?? 0 };
    return path === undefined ? [] : [problem(path, span)];
  });
}

function problem(path: string, span: Diagnostic['span']): Diagnostic {
  return {
    code: 'notes/picture-overwritten',
    severity: 'error',
    message: `a picture of a slide would be written over ${path}, which the notes show`,
    span,
    help: 'build into another folder with -o, or rename the picture',
  };
}

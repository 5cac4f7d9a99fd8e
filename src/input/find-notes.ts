import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/index.ts';
import { inputError, notFound } from './read-source.ts';

/** What is taken for notes in a folder or glob. A file that is named outright may have any name. */
const notesEnding = /\.(md|markdown|txt|org|rst|adoc|asciidoc|qmd|rmd)$/i;
const notNotes = ['**/node_modules/**', '**/readme.*', '**/*.marp.md'];
const endings =
  'notes are .md, .markdown, .txt, .org, .rst, .adoc, .asciidoc, .qmd and .rmd files; README.md and *.marp.md do not count';

/**
 * The notes files that a user means by files, folders and globs, each once, in the order given;
 * those of a folder by name. Paths come back as the user would write them.
 */
export async function findNotes(
  patterns: readonly string[],
  cwd: string,
): Promise<Checked<readonly string[]>> {
  const found = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const pattern of patterns) {
    const paths = await expand(pattern, cwd);
    if (!Array.isArray(paths)) diagnostics.push(paths as Diagnostic);
    else for (const path of paths) found.set(resolve(cwd, path), path);
  }
  return { value: [...found.values()], diagnostics };
}

async function expand(pattern: string, cwd: string): Promise<readonly string[] | Diagnostic> {
  const kind = kindOf(resolve(cwd, pattern));
  if (kind === 'folder') return notesIn(pattern, cwd);
  if (kind === 'file') return [pattern];
  const { isDynamicPattern } = await import('tinyglobby');
  return isDynamicPattern(pattern) ? notesMatching(pattern, cwd) : notFound(pattern, cwd);
}

async function notesIn(folder: string, cwd: string): Promise<readonly string[] | Diagnostic> {
  const paths = await globNotes('**', resolve(cwd, folder));
  if (paths.length > 0) return paths.map((path) => join(folder, path));
  return noNotes(folder);
}

/** The error of a folder without notes. */
export function noNotes(folder: string): Diagnostic {
  return inputError('input/no-notes', folder, `the folder "${folder}" holds no notes`, endings);
}

async function notesMatching(pattern: string, cwd: string): Promise<readonly string[] | Diagnostic> {
  const paths = await globNotes(pattern, cwd);
  if (paths.length > 0) return paths.map((path) => asWritten(pattern, resolve(cwd, path), cwd));
  return inputError('input/no-notes', pattern, `no notes match "${pattern}"`, endings);
}

function asWritten(pattern: string, path: string, cwd: string): string {
  return isAbsolute(pattern) ? path : relative(cwd, path);
}

async function globNotes(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  // Links to folders are not followed: they may lead in a circle.
  const how = { followSymbolicLinks: false, caseSensitiveMatch: false, expandDirectories: false };
  const paths = await glob(pattern, { cwd, ignore: notNotes, ...how });
  return withoutPresenterNotes(paths.filter((path) => notesEnding.test(path))).sort();
}

/** `talk.notes.md` beside `talk.md` is what `--to notes` wrote. */
function withoutPresenterNotes(paths: readonly string[]): string[] {
  const stems = new Set(paths.map((path) => path.replace(notesEnding, '')));
  return paths.filter(
    (path) => !path.endsWith('.notes.md') || !stems.has(path.slice(0, -'.notes.md'.length)),
  );
}

/** The hints file beside notes: `talk.hints.yaml` or `talk.hints.yml` for `talk.md`. */
export function findHints(notesPath: string, cwd: string): string | undefined {
  const { ext } = parse(notesPath);
  const stem = ext ? notesPath.slice(0, -ext.length) : notesPath;
  return ['.hints.yaml', '.hints.yml']
    .map((end) => stem + end)
    .find((path) => existsSync(resolve(cwd, path)));
}

/** The longest part of an absolute path that exists already, and what it is. */
export function existingPart(path: string): { readonly path: string; readonly kind: 'folder' | 'file' } {
  const kind = kindOf(path);
  return kind === 'nothing' ? existingPart(dirname(path)) : { path, kind };
}

/** What cannot be looked at counts as a file: using it reports why. */
function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return 'nothing';
    return stats.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'nothing' : 'file';
  }
}

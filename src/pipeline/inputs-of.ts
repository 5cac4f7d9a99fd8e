import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { limits } from '../diagnostics/index.ts';
import { picturesIn } from '../input/index.ts';
import { preparedPath } from '../package-file.ts';
import { pictureInputs, stylesheetInputs } from '../render/index.ts';
import { isInPackage } from '../theme/index.ts';
import { readUserFile } from '../user-file.ts';
import type { CompiledFile } from './compile-file.ts';

/**
 * Absolute paths of every file of the user's that a deck is made of, and of those that would be
 * part of it if they were there: a hints file, a picture that is missing.
 */
export function inputsOf(file: CompiledFile, cwd: string): readonly string[] {
  const { path, folder, value, sources, templatePath } = file;
  const beside = path.replace(/\.[^./\\]*$/, '');
  const named = [
    path,
    `${beside}.hints.yaml`,
    `${beside}.hints.yml`,
    ...sources.keys(),
    ...(templatePath === undefined ? [] : [templatePath]),
  ];
  const files = named.map((name) => resolve(cwd, name));
  return [...new Set([...files, ...(value ? partsOf(value, folder) : [])])].filter(
    (name) => !isInPackage(name) && !isFontPackage(name),
  );
}

/** Those come with Lectern and change with its version. */
function isFontPackage(path: string): boolean {
  const copies = preparedPath('fonts');
  return (
    /[\\/]node_modules[\\/]@fontsource[\\/]/.test(path) || (copies !== undefined && path.startsWith(copies))
  );
}

function partsOf({ notes, theme, plan }: NonNullable<CompiledFile['value']>, folder: string): string[] {
  const { logo, background } = plan.deck;
  const urls = [...picturesIn(notes).map(({ url }) => url), ...[logo ?? [], background ?? []].flat()];
  return [
    ...pictureInputs(urls, folder),
    ...theme.stylesheets.flatMap((sheet) => (isInPackage(sheet.path) ? [] : stylesheetInputs(sheet))),
    ...theme.fonts.map((face) => face.path),
  ].map((name) => resolve(name));
}

/** What files hold, by their path from `folder`; `null` for one that is not there. */
export function hashInputs(paths: readonly string[], folder: string): Record<string, string | null> {
  return Object.fromEntries(paths.map((path) => [relative(folder, path), hashFile(path)]));
}

/** Whether every file still holds what it held, and what was not there is not there. */
export function areSame(inputs: Readonly<Record<string, string | null>>, folder: string): boolean {
  return Object.entries(inputs).every(([path, hash]) => hashFile(resolve(folder, path)) === hash);
}

/** Larger ones are shown by none. */
const largestInput = Math.max(limits.pictureBytes, limits.fontBytes);

function hashFile(path: string): string | null {
  const file = readUserFile(path, { limit: largestInput });
  // Not there, a folder, or not ours to read: each makes the same deck.
  return file instanceof Uint8Array ? createHash('sha256').update(file).digest('hex').slice(0, 32) : null;
}

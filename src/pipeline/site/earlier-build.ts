import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Source } from '../../diagnostics/index.ts';
import { readSource } from '../../input/index.ts';
import { packageFile } from '../../package-file.ts';
import { cannotWrite } from '../../render/index.ts';
import type { BuildOptions } from '../built.ts';
import { areSame } from '../inputs-of.ts';
import type { Output } from '../name-outputs.ts';
import type { BuiltTalk, Library } from './build-talk.ts';
import type { Manifest, OutputRecord, TalkRecord } from './manifest.ts';

/** The talk as the last build left it, its warnings included; undefined when it has to be built again. */
export function earlierBuild(
  record: TalkRecord,
  output: Output,
  library: Library,
  key: string,
): BuiltTalk | undefined {
  const { cwd, site } = library;
  if (record.key !== key || !pointsFromHere(record, output, library)) return undefined;
  if (!record.outputs.every((file) => isThere(file, site))) return undefined;
  if (!areSame(record.inputs, dirname(resolve(cwd, output.notes)))) return undefined;
  const outputs = record.outputs.map((file) => ({ ...file, path: resolve(site, file.path) }));
  const { diagnostics } = record;
  const none = { slides: [], details: 'slide' as const, ledger: [], lost: [], milliseconds: {} };
  const built = { path: output.notes, outputs, diagnostics, ...none, unchanged: true as const };
  return { built, sources: sourcesOf(record, cwd), record };
}

/** The places that its warnings name must be found from where the user stands now. */
function pointsFromHere(
  { diagnostics, cwd, path }: TalkRecord,
  { notes }: Output,
  library: Library,
): boolean {
  return diagnostics.length === 0 || (cwd === relative(library.folder, library.cwd) && path === notes);
}

function isThere({ path, bytes }: OutputRecord, site: string): boolean {
  return statSync(resolve(site, path), { throwIfNoEntry: false })?.size === bytes;
}

function sourcesOf({ diagnostics }: TalkRecord, cwd: string): ReadonlyMap<string, Source> {
  const paths = new Set(
    diagnostics
      .flatMap(({ span, related = [] }) => [span, ...related.map((one) => one.span)])
      .map(({ path }) => path),
  );
  return new Map(
    [...paths].flatMap((path) => {
      const { value } = readSource(path, cwd);
      return value ? [[path, value] as const] : [];
    }),
  );
}

/** Of all that shapes every talk of a build alike: Lectern itself and what it was asked for. */
export function optionsKey(options: BuildOptions): string {
  const { formats, handout, ink, presenterNotes, pdfNotes, theme, tokens, details, remotePictures, hints } =
    options;
  const asked = [
    ...[formats, handout, ink, presenterNotes, pdfNotes],
    ...[theme, tokens, details, remotePictures, hints],
  ];
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };
  return createHash('sha256')
    .update(JSON.stringify([version, asked.map((value) => value ?? null)]))
    .digest('hex')
    .slice(0, 32);
}

/**
 * Files that earlier builds wrote and no talk has any more: its notes are gone, or another format
 * was asked for. Relative to the site.
 */
export function leftovers(
  earlier: Manifest,
  records: ReadonlyMap<string, TalkRecord>,
  site: string,
): readonly string[] {
  const current = new Set([...records.values()].flatMap(pathsOf));
  const before = [...earlier.leftovers, ...earlier.pictures, ...[...earlier.talks.values()].flatMap(pathsOf)];
  return [...new Set(before)].filter((path) => !current.has(path) && isOurs(path, site)).sort();
}

function pathsOf({ outputs }: TalkRecord): readonly string[] {
  return outputs.map(({ path }) => path);
}

/** The manifest is a file that anyone may have written: nothing outside the site is touched. */
function isOurs(path: string, site: string): boolean {
  if (isAbsolute(path) || path.split(/[\\/]/).includes('..')) return false;
  const file = resolve(site, path);
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  return !relative(realpathSync(site), realpathSync(file)).startsWith(`..${sep}`);
}

/** Removes them; returns those that were removed. */
export async function prune(paths: readonly string[], site: string): Promise<readonly string[]> {
  for (const path of paths) {
    const file = resolve(site, path);
    await rm(file, { force: true }).catch((error: unknown) => {
      throw cannotWrite(file, error);
    });
  }
  return paths;
}

import { lstatSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { cannotWrite } from '../../render/index.ts';
import type { Manifest, TalkRecord } from './manifest.ts';

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

/** Removes them and says which went. */
export async function prune(paths: readonly string[], site: string): Promise<readonly string[]> {
  for (const path of paths) {
    const file = resolve(site, path);
    await rm(file, { force: true }).catch((error: unknown) => {
      throw cannotWrite(file, error);
    });
  }
  return paths;
}

import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../diagnostics/index.ts';

/** The path that exists and that a user most likely meant: one wrong name in it, in any place. */
export function nearestPath(path: string, cwd: string): string | undefined {
  const names = path.split(/[\\/]/);
  const wrong = names.findIndex(
    (_, index) => !existsSync(resolve(cwd, names.slice(0, index + 1).join('/') || '/')),
  );
  const folder = names.slice(0, wrong);
  const near = nearest(
    names[wrong] ?? '',
    namesIn(resolve(cwd, folder.join('/') || (wrong > 0 ? '/' : '.'))),
  );
  if (near === undefined) return undefined;
  const candidate = [...folder, near, ...names.slice(wrong + 1)].join('/');
  return existsSync(resolve(cwd, candidate)) ? candidate : undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // A file in place of the folder, or a folder that may not be read: no name to offer.
    return [];
  }
}

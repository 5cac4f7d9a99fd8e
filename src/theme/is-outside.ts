import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path, or what a symbolic link there leads to, is not below the folder. Nothing outside is looked at. */
export function isOutside(path: string, folder: string): boolean {
  if (leadsOut(path, folder)) return true;
  return existsSync(path) && leadsOut(realpathSync(path), realpathSync(folder));
}

function leadsOut(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

import { relative } from 'node:path';

/** Relative to the folder the user stands in, where it lies in it; as it is elsewhere. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') ? path : short;
}

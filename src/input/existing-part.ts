import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The longest part of an absolute path that exists already, and what it is. */
export function existingPart(path: string): { readonly path: string; readonly kind: 'folder' | 'file' } {
  const kind = kindOf(path);
  return kind === 'nothing' ? existingPart(dirname(path)) : { path, kind };
}

/** What cannot be looked at counts as a file: using it says why. */
export function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return 'nothing';
    return stats.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'nothing' : 'file';
  }
}

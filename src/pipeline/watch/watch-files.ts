import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { existingPart } from '../../input/index.ts';

/** Notices when one of some files may have changed, whichever way it was saved. */
export interface FileWatch {
  /**
   * Absolute paths; those that are not there yet are waited for. Replaces what was watched before.
   * Throws an `EnvironmentError` when the system watches no more folders.
   */
  follow(paths: readonly string[]): void;
  close(): void;
}

/**
 * Folders are watched, not files: many editors save under another name and rename, and what
 * followed the file would then look at the old one. Node does it for a handful of folders at once
 * and loses nothing; chokidar looks into a folder once a second at most, and two such savings are one.
 */
export function watchFiles(onChange: () => void): FileWatch {
  const watchers = new Map<string, FSWatcher>();
  let names: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  const start = (folder: string): void => {
    const changed = (_event: string, name: string | null): void => {
      if (name === null || names.get(folder)?.has(name)) onChange();
    };
    const watcher = watchFolder(folder, changed);
    // The folder itself went: what follows from that is seen at the next build.
    watcher.on('error', () => stop(folder));
    watchers.set(folder, watcher);
  };
  const stop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    follow(paths) {
      names = namesByFolder(paths);
      for (const folder of [...watchers.keys()]) if (!names.has(folder)) stop(folder);
      for (const folder of names.keys()) if (!watchers.has(folder)) start(folder);
    },
    close() {
      for (const folder of [...watchers.keys()]) stop(folder);
    },
  };
}

/** What to look out for in which folder: a file, or the first folder on the way to it that is missing. */
function namesByFolder(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const path of paths) {
    const folder = existingPart(dirname(path)).path;
    const name = dirname(path) === folder ? basename(path) : nextName(folder, path);
    names.set(folder, (names.get(folder) ?? new Set()).add(name));
  }
  return names;
}

function nextName(folder: string, path: string): string {
  let part = path;
  while (dirname(part) !== folder && dirname(part) !== part) part = dirname(part);
  return basename(part);
}

function watchFolder(folder: string, changed: (event: string, name: string | null) => void): FSWatcher {
  try {
    return watch(folder, changed);
  } catch (error) {
    const { message } = error as Error;
    const remedy =
      'End other programs that watch files, or allow more: fs.inotify.max_user_watches on Linux.';
    throw new EnvironmentError(
      'files/not-watched',
      `the folder ${folder} cannot be watched: ${message}`,
      remedy,
      {
        cause: error,
      },
    );
  }
}

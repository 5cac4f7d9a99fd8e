import { dirname } from 'node:path';
import { watch } from 'chokidar';

/** Says when one of some files may have changed, whichever way it was saved. */
export interface FileWatch {
  /** Absolute paths; those that are not there yet are waited for. Replaces what was watched before. */
  follow(paths: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Folders are watched, not files: many editors save under another name and rename, and what
 * followed the file would then look at the old one.
 */
export function watchFiles(onChange: () => void): FileWatch {
  let wanted: ReadonlySet<string> = new Set();
  let folders: ReadonlySet<string> = new Set();
  const watcher = watch([], {
    depth: 0,
    ignoreInitial: true,
    // A rename is told at once; that a file is gone for a moment does no harm.
    atomic: false,
    ignored: (path, stats) => stats?.isFile() === true && !wanted.has(path),
  });
  watcher.on('all', (_event, path) => {
    if (wanted.has(path)) onChange();
  });
  // A folder that cannot be watched: the notes are built again when another file changes.
  watcher.on('error', () => undefined);
  return {
    follow(paths) {
      const added = paths.filter((path) => !wanted.has(path));
      wanted = new Set(paths);
      const now = new Set(paths.map((path) => dirname(path)));
      watcher.unwatch([...folders].filter((folder) => !now.has(folder)));
      watcher.add([...now].filter((folder) => !folders.has(folder)));
      watcher.add(added);
      folders = now;
    },
    close: () => watcher.close(),
  };
}

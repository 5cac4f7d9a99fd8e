import { existsSync } from 'node:fs';
import { parse, resolve } from 'node:path';

/** The hints file beside notes: `talk.hints.yaml` or `talk.hints.yml` for `talk.md`. */
export function findHints(notesPath: string, cwd: string): string | undefined {
  const { ext } = parse(notesPath);
  const stem = ext ? notesPath.slice(0, -ext.length) : notesPath;
  return ['.hints.yaml', '.hints.yml']
    .map((end) => stem + end)
    .find((path) => existsSync(resolve(cwd, path)));
}

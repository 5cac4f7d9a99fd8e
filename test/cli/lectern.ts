import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io, Out } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

/** A folder of its own with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-cli-')));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process. The folder's name and times are made the same every time. */
export async function lectern(
  folder: string,
  args: readonly string[],
  terminal: Partial<Out> = {},
  env: Io['env'] = {},
): Promise<Ran> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const code = await run(args, {
    stdout: { write: (text) => stdout.push(text) },
    stderr: { ...terminal, write: (text) => stderr.push(text) },
    cwd: folder,
    env,
  });
  return { code, stdout: steady(stdout.join(''), folder), stderr: steady(stderr.join(''), folder) };
}

function steady(text: string, folder: string): string {
  return text.replaceAll(folder, 'FOLDER').replaceAll(/\b\d+(\.\d)? (ms|s)\b/g, 'TIME');
}

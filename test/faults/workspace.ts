// A folder for the notes and one for temporary files, so that what a run leaves behind can be seen.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWith } from '../cli/lectern.ts';

const program = fileURLToPath(new URL('../../scripts/lectern.mjs', import.meta.url));

/** For `beforeAll`: the program is built anew where the sources have changed, which is not to be waited for in a test. */
export const buildProgram = (): void => void spawnSync(process.execPath, [program, '--version']);

export const talk = '# Tides\n\n## Springs\n\n- one\n- two\n';

export const longTalk = (sections: number): string =>
  `# Tides\n${Array.from({ length: sections }, (_, n) => `\n## Day ${n}\n\n- high water and low\n- low water\n`).join('')}`;

export interface PlanContext {
  readonly folder: string;
  /** Starts `lectern` in the folder. */
  start(args: readonly string[]): ChildProcess;
  /** Temporary files, and processes that know the folder for them. */
  left(): readonly string[];
}

export function workspaceWith(
  files: Readonly<Record<string, string>>,
  surroundings: Readonly<Record<string, string>> = {},
): PlanContext {
  const folder = folderWith(files);
  const temporary = folderWith({});
  const env = { ...process.env, ...surroundings, TMPDIR: temporary };
  return {
    folder,
    start: (args) =>
      spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] }),
    left: () => [
      ...readdirSync(temporary).filter((name) => name !== compiledByNode),
      ...processesThatKnow(temporary),
    ],
  };
}

/** Node 22 and newer keep compiled code there, and mean it to stay. */
const compiledByNode = 'node-compile-cache';

/** As shells count: 128 and the signal's number where a signal ended it. It may have ended already. */
export async function exitCode(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const { exitCode: code, signalCode: signal } = child;
  return code ?? 128 + constants.signals[signal ?? 'SIGKILL'];
}

export async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const part of stream ?? []) text += String(part);
  return text;
}

/** Only where the system shows processes as files. */
function processesThatKnow(words: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandOf(name).includes(words));
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // Ended in the meantime.
    return '';
  }
}

/** A small file system of its own; undefined where this user cannot have one. */
export function mountedFolder(options: string): { readonly path: string; unmount(): void } | undefined {
  const path = join(folderWith({}), 'disk');
  mkdirSync(path);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]);
  return status === 0 ? { path, unmount: () => void spawnSync('umount', [path]) } : undefined;
}

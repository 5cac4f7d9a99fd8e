import { statSync } from 'node:fs';
import { terminalLines } from '../escape.ts';

/** What a command sees of the process, so that tests can stand in its place. */
export interface Io {
  readonly stdout: Out;
  readonly stderr: Out;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Out {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** A file that is printed: as it is where it goes on into another, safe to look at on a terminal. */
export function fileText(text: string, out: Out): string {
  return out.isTTY ? terminalLines(text) : text;
}

/** https://no-color.org: any non-empty value turns colour off. */
export function colorOf(out: Out, env: Io['env']): 'color' | 'plain' {
  return out.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? 'color' : 'plain';
}

/** Every way `lectern` can end. Documented in docs/errors.md. */
export const exitCodes = {
  fine: 0,
  /** The input has errors: notes, hints, theme or arguments. */
  input: 1,
  /** The environment cannot do it: no browser, no permission, disk full. */
  environment: 2,
  /** Lectern is wrong: EX_SOFTWARE of sysexits.h. */
  bug: 70,
  /** Ctrl-C: 128 + the signal's number, as shells count. A signal to end gives 143. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The oldest Node that Lectern runs on, as `engines` of package.json says. */
const oldest = [20, 19] as const;

/** What to do about this version of Node ("v20.11.0"); undefined when it is new enough. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return `Lectern needs Node ${oldest.join('.')} or newer: https://nodejs.org`;
}

/** Whether a folder is there. What cannot be looked at is none: whoever reads it says why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

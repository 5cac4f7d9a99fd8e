import { closeSync, existsSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Browser } from 'puppeteer-core';
import { EnvironmentError, limits } from '../../diagnostics/index.ts';
import { temporaryFolder } from '../interrupt.ts';
import { browserRemedy } from './find-browser.ts';
import { fontEnvironment } from './font-environment.ts';

/** Nothing is fetched, nothing is reported home, and text looks the same on every machine. */
const switches = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--no-first-run',
];

/** How long the browser is waited for, ms. */
export interface Patience {
  readonly start: number;
  /** For the answer to one command. */
  readonly command: number;
}

/** Where a profile would go; made by `launch`, removed by whoever closes. */
export function newProfile(): string {
  return temporaryFolder('profile');
}

/** Throws an `EnvironmentError` that says what the browser itself says. */
export async function launch(
  executablePath: string,
  userDataDir: string,
  signal: AbortSignal,
  patience: Patience,
): Promise<Browser> {
  const { launch: start } = await import('puppeteer-core');
  const args = sandboxOffBecause() ? [...switches, '--no-sandbox'] : switches;
  try {
    return await start({
      executablePath,
      userDataDir,
      headless: 'shell',
      pipe: true,
      timeout: patience.start,
      protocolTimeout: patience.command,
      args,
      env: { ...process.env, ...fontEnvironment(userDataDir) },
      signal,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    if (isTimeOut(error)) throw tooSlow(executablePath, patience, error);
    const reason = await whyItFailed(executablePath, [...args, `--user-data-dir=${userDataDir}`]);
    throw cannotStart(executablePath, reason, error);
  }
}

/** Its pipes, with some to spare. */
const filesOfBrowser = 24;

/** Throws where too few files may be opened: the start itself would fail in a way that nobody can catch. */
export function checkOpenFiles(): void {
  const files: number[] = [];
  try {
    while (files.length < filesOfBrowser) files.push(openSync(devNull, 'r'));
  } finally {
    for (const file of files) closeSync(file);
  }
}

/** Puppeteer exports the classes of its errors only with the whole package. */
export function isTimeOut(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || /timed out/.test(error.message));
}

function tooSlow(path: string, { start }: Patience, cause: unknown): EnvironmentError {
  return new EnvironmentError(
    'browser/not-started',
    `The browser did not start in ${start / 1000} s: ${path}`,
    browserRemedy,
    {
      cause,
    },
  );
}

/** Said of the system, not of the browser's files. */
export function isAboutSandbox(error: unknown): boolean {
  return error instanceof EnvironmentError && error.message.includes('gives it no sandbox');
}

function cannotStart(path: string, reason: string, cause: unknown): EnvironmentError {
  if (/No usable sandbox|setuid sandbox|Failed to move to new namespace/i.test(reason)) {
    return new EnvironmentError(
      'browser/not-started',
      `The browser refuses to start because this system gives it no sandbox: ${path}`,
      'Notes you trust can be printed without: set CHROME_NO_SANDBOX=1. Or let unprivileged programs make user namespaces.',
      { cause },
    );
  }
  const message = reason || (cause instanceof Error ? cause.message : String(cause));
  return new EnvironmentError(
    'browser/not-started',
    `The browser could not be started: ${path}\n${message}`,
    browserRemedy,
    { cause },
  );
}

/** What the decision depends on. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's number; nothing on Windows. */
  readonly uid: number | undefined;
  readonly isContainer: boolean;
}

/** Why Chromium's sandbox is off; `undefined` when it stays on. Root and containers have no use of it. */
export function sandboxOffBecause({ env, uid, isContainer }: Surroundings = here()): string | undefined {
  if (env.CHROME_NO_SANDBOX === '1') return 'CHROME_NO_SANDBOX=1';
  if (uid === 0) return 'running as root';
  if (isContainer) return 'running in a container';
  return undefined;
}

function here(): Surroundings {
  const { env } = process;
  const files = ['/.dockerenv', '/run/.containerenv'];
  return { env, uid: process.getuid?.(), isContainer: env.container !== undefined || files.some(existsSync) };
}

/**
 * What a browser prints that would not start, its last lines; empty when it says nothing. It is
 * started once more for this: while it is driven through a pipe nobody reads its complaints.
 */
export async function whyItFailed(executablePath: string, switches: readonly string[]): Promise<string> {
  const { execFile } = await import('node:child_process');
  const args = ['--headless', ...switches, '--dump-dom', 'about:blank'];
  return new Promise((resolve) => {
    const patience = { timeout: limits.browserComplaintMilliseconds, killSignal: 'SIGKILL' } as const;
    execFile(executablePath, args, patience, (error, _stdout, stderr) => {
      // It did start this time: what it printed is no reason.
      resolve(error ? lastLines(stderr || error.message) : '');
    });
  });
}

function lastLines(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^(#\d+ |\s+r[\w]+: )/.test(line));
  return lines.slice(-4).join('\n');
}

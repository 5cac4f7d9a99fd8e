import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { browserRemedy } from './find-browser.ts';
import { sandboxOffBecause } from './sandbox.ts';
import { whyItFailed } from './why-it-failed.ts';

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

/** Starting the bundled browser takes 0.2 s; a cold disk or an antivirus may make it a hundred times that. */
const startTimeout = 30_000;

/** The longest that one command may take: a PDF of several hundred slides. */
const commandTimeout = 120_000;

/** Where a profile would go; made by `launch`, removed by whoever closes. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'lectern-profile-'));
}

/** Throws an `EnvironmentError` that says what the browser itself says. */
export async function launch(
  executablePath: string,
  userDataDir: string,
  signal: AbortSignal,
): Promise<Browser> {
  const { launch: start } = await import('puppeteer-core');
  const args = sandboxOffBecause() ? [...switches, '--no-sandbox'] : switches;
  try {
    return await start({
      executablePath,
      userDataDir,
      headless: 'shell',
      pipe: true,
      timeout: startTimeout,
      protocolTimeout: commandTimeout,
      args,
      signal,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    const reason = isSlow
      ? ''
      : await whyItFailed(executablePath, [...args, `--user-data-dir=${userDataDir}`]);
    throw cannotStart(executablePath, isSlow ? 'slow' : reason, error);
  }
}

function cannotStart(path: string, reason: string, cause: unknown): EnvironmentError {
  if (/No usable sandbox|setuid sandbox|Failed to move to new namespace/i.test(reason)) {
    return new EnvironmentError(
      `The browser refuses to start because this system gives it no sandbox: ${path}`,
      'Notes you trust can be printed without: set CHROME_NO_SANDBOX=1. Or let unprivileged programs make user namespaces.',
      { cause },
    );
  }
  if (reason === 'slow') {
    return new EnvironmentError(
      `The browser did not start in ${startTimeout / 1000} s: ${path}`,
      browserRemedy,
      {
        cause,
      },
    );
  }
  const said = reason || (cause instanceof Error ? cause.message : String(cause));
  return new EnvironmentError(`The browser could not be started: ${path}\n${said}`, browserRemedy, { cause });
}

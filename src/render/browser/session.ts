// One browser for everything a run prints: started once, a page per document, closed at the end.

import { rmSync } from 'node:fs';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { EnvironmentError, limits } from '../../diagnostics/index.ts';
import { unpack, unpackAgain } from './bundled-browser.ts';
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import { checkOpenFiles, isAboutSandbox, isTimeOut, launch, newProfile, type Patience } from './launch.ts';

export interface SessionOptions {
  /** What `--browser-path` says. */
  readonly browserPath?: string | undefined;
  /** How long it is waited for; `limits` by default. */
  readonly patience?: Patience;
}

/** An open browser. Whoever opened it closes it. */
export interface Session {
  /** Runs `use` on a fresh page that cannot reach the network, and closes the page. */
  withPage<T>(use: (page: Page) => Promise<T>): Promise<T>;
  /** Product and version, as the browser says it. */
  version(): Promise<string>;
  /** Ends the browser and removes its profile. A second call does nothing. */
  close(): Promise<void>;
}

/** Throws an `EnvironmentError` when there is no browser, or none that starts. */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const { patience = usual } = options;
  // Loaded here: Node reads a dozen modules to start a process, and HTML alone needs none.
  const { guardBrowser } = await import('./guard.ts');
  checkOpenFiles();
  const path = await executablePath(options);
  const profile = newProfile();
  // Aborting kills the browser and all its processes at once, also while it is starting.
  const kill = new AbortController();
  const end = (): void => {
    kill.abort();
    removeProfile(profile);
  };
  const guard = guardBrowser(profile, end);
  const close = (): void => {
    end();
    guard.release();
  };
  try {
    const browser = await start(path, options, (from) => launch(from, profile, kill.signal, patience));
    guard.watch(browser.process()?.pid);
    return session({ browser, patience, hangs: false }, close);
  } catch (error) {
    close();
    throw error;
  }
}

/** A browser for as long as `use` takes. Throws as `openSession` does. */
export async function inSession<T>(
  options: SessionOptions,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await openSession(options);
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

/** A bundled browser that does not start is unpacked once more: what lies in the cache may be spoilt. */
async function start(
  path: string,
  { browserPath }: SessionOptions,
  run: (path: string) => Promise<Browser>,
): Promise<Browser> {
  try {
    return await run(path);
  } catch (error) {
    const found = findBrowser(browserPath);
    if (found.kind !== 'bundled' || isAboutSandbox(error)) throw error;
    return run(await unpackAgain(found.bundle));
  }
}

const usual: Patience = {
  start: limits.browserStartMilliseconds,
  command: limits.browserCommandMilliseconds,
};

/** A browser that gave no answer once is not asked again: closing it kills it. */
interface OpenBrowser {
  readonly browser: Browser;
  readonly patience: Patience;
  hangs: boolean;
}

/** The program to start, unpacked if it must be. Throws an `EnvironmentError` when there is none. */
async function executablePath({ browserPath }: SessionOptions): Promise<string> {
  const found: FoundBrowser = findBrowser(browserPath);
  return found.kind === 'bundled' ? unpack(found.bundle) : found.path;
}

function session(opened: OpenBrowser, end: () => void): Session {
  let closing: Promise<void> | undefined;
  return {
    withPage: (use) => withPage(opened, use),
    version: () => guarded(opened, () => opened.browser.version()),
    close: () => {
      closing ??= closeBrowser(opened).finally(end);
      return closing;
    },
  };
}

async function closeBrowser({ browser, hangs }: OpenBrowser): Promise<void> {
  if (browser.connected && !hangs) await browser.close().catch(ignoreClosed);
}

async function withPage<T>(opened: OpenBrowser, use: (page: Page) => Promise<T>): Promise<T> {
  const { browser } = opened;
  return guarded(opened, async () => {
    const page = await browser.newPage();
    try {
      await page.setRequestInterception(true);
      page.on('request', refuseNetwork);
      return await use(page);
    } catch (error) {
      opened.hangs ||= isTimeOut(error);
      throw error;
    } finally {
      if (browser.connected && !opened.hangs) await page.close().catch(ignoreClosed);
    }
  });
}

function refuseNetwork(request: HTTPRequest): void {
  const isLocal = /^(data|about):/.test(request.url());
  const answer = isLocal ? request.continue() : request.abort('blockedbyclient');
  answer.catch(ignoreClosed);
}

/** The page went before its last request was answered. */
function ignoreClosed(error: unknown): void {
  if (!isAboutTheBrowser(error)) throw error;
}

async function guarded<T>(opened: OpenBrowser, work: () => Promise<T>): Promise<T> {
  const { browser, patience } = opened;
  try {
    return await work();
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    if (!browser.connected) throw stopped('The browser ended while it was printing', error);
    if (isTimeOut(error)) {
      opened.hangs = true;
      throw stopped(
        `The browser gave no answer for ${patience.command / 1000} s while it was printing`,
        error,
      );
    }
    if (isAboutTheBrowser(error)) throw stopped('The browser closed the page while it was printing', error);
    throw error;
  }
}

function stopped(message: string, cause: unknown): EnvironmentError {
  return new EnvironmentError(
    'browser/stopped',
    message,
    'Try again. If it happens every time, free some memory, or name another browser with --browser-path.',
    { cause },
  );
}

function isAboutTheBrowser(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ['TargetCloseError', 'ConnectionClosedError'].includes(error.name) ||
    /Target closed|Session closed|Connection closed|Page crashed|detached Frame/.test(error.message)
  );
}

/** A process that was killed may still be writing for a moment. */
function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

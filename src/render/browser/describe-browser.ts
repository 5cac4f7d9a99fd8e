import { EnvironmentError } from '../../diagnostics/index.ts';
import { unpackedPath } from './bundled-browser.ts';
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import { sandboxOffBecause } from './launch.ts';
import { inSession, type SessionOptions } from './session.ts';

/** What `doctor` says about the browser. */
export interface BrowserDescription {
  readonly status: 'ready' | 'missing' | 'broken';
  /** Where it comes from, in words: "bundled with Lectern". */
  readonly origin?: string;
  readonly path?: string;
  /** As the browser names itself: "HeadlessChrome/147.0.7727.0". */
  readonly version?: string;
  /** "on", or why it is off. */
  readonly sandbox: string;
  readonly problem?: string;
  readonly remedy?: string;
}

/** Looks for the browser as a build would, and starts it once to see that it runs. */
export async function describeBrowser(options: SessionOptions = {}): Promise<BrowserDescription> {
  const because = sandboxOffBecause();
  const sandbox = because ? `off: ${because}` : 'on';
  let found: FoundBrowser | undefined;
  try {
    found = findBrowser(options.browserPath);
    const version = await inSession(options, (session) => session.version());
    return { status: 'ready', ...whereFrom(found), version, sandbox };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    const place = found ? whereFrom(found) : {};
    const status = found ? 'broken' : 'missing';
    return { status, ...place, sandbox, problem: error.message, remedy: error.remedy };
  }
}

function whereFrom(found: FoundBrowser): { origin: string; path: string } {
  switch (found.kind) {
    case 'chosen':
      return { origin: `named by ${found.by}`, path: found.path };
    case 'bundled':
      return {
        origin: `bundled, @sparticuz/chromium ${found.bundle.version}`,
        path: unpackedPath(found.bundle),
      };
    case 'installed':
      return { origin: 'installed on this machine', path: found.path };
  }
}

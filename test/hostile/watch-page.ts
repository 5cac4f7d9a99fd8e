import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Session } from '../../src/render/index.ts';

/** What an opened file did that it should not have. */
export interface Misdeeds {
  /** Arguments of `canary(…)`, dialogs, errors and messages on the console. */
  readonly ran: readonly string[];
  /** Every address asked for beside the page's own. */
  readonly fetched: readonly string[];
  /** What the Content-Security-Policy had to stop: nothing, when the outputs are clean by themselves. */
  readonly stopped: readonly string[];
}

/**
 * Opens a file as a double click does, clicks what can be clicked and goes through all slides.
 * `policy` says whether the page's own Content-Security-Policy holds or is left out of account.
 */
export function watchPage(session: Session, path: string, policy: 'kept' | 'bypassed'): Promise<Misdeeds> {
  return session.withPage(async (page) => {
    const ran: string[] = [];
    const fetched: string[] = [];
    const stopped: string[] = [];
    await listen(page, path, { ran, fetched });
    await page.exposeFunction('canary', (name: unknown) => void ran.push(String(name)));
    await page.exposeFunction('canaryStopped', (name: string) => void stopped.push(name));
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        (globalThis as unknown as { canaryStopped(name: string): void }).canaryStopped(
          `${violatedDirective} ${blockedURI}`,
        );
      });
    });
    await page.setBypassCSP(policy === 'bypassed');
    await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
    ran.push(...(await page.evaluate(touchEverything)));
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => setTimeout(done, 150));
    });
    return { ran, fetched, stopped };
  });
}

async function listen(
  page: Page,
  path: string,
  { ran, fetched }: { ran: string[]; fetched: string[] },
): Promise<void> {
  const own = pathToFileURL(path).href;
  page.removeAllListeners('request');
  page.on('request', (request: HTTPRequest) => {
    const url = request.url();
    const isOwn = url.split('#')[0] === own || /^(?:data:(?!text\/html)|about:)/.test(url);
    if (!isOwn) fetched.push(url);
    void (isOwn ? request.continue() : request.abort());
  });
  page.on('dialog', (dialog) => {
    ran.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => ran.push(`error ${String(error)}`));
  page.on('console', (message) => {
    if (!ofTheBrowser.test(message.text())) ran.push(`console ${message.text()}`);
  });
}

/** What Chromium says of every presentation, whatever is on its slides. */
const ofTheBrowser =
  /^(?:NotAllowedError: Wake Lock permission|Rendering was performed in a subtree hidden by content-visibility)/;

/** Runs in the browser. Links are not followed; those that would run something are given back. */
function touchEverything(): string[] {
  document.addEventListener('click', (event) => event.preventDefault());
  const elements = [...document.querySelectorAll('svg[data-marpit-svg] *, .bespoke-marp-note *')];
  for (const element of elements) {
    for (const type of ['click', 'mouseover', 'focus', 'toggle', 'pointerdown']) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
    }
  }
  const addresses = elements.flatMap((element) => {
    const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
    return href === null ? [] : [new URL(href, location.href)];
  });
  return addresses
    .filter(({ protocol }) => !['http:', 'https:', 'mailto:', 'tel:', 'ftp:', 'file:'].includes(protocol))
    .map(({ href }) => `link ${href}`);
}

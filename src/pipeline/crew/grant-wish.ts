import { EnvironmentError } from '../../diagnostics/index.ts';
import { type Format, type PrintPage, writeOutput } from '../../render/index.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import type { PageMethod, Wish } from './messages.ts';

/** A page that a worker prints with. */
interface OpenPage {
  readonly page: PrintPage;
  /** The last error of the page, which the session explains when it closes. */
  error: unknown;
  readonly end: (outcome: 'fine' | 'failed') => void;
  readonly closed: () => Promise<void>;
}

/** Does what a worker asks for while it builds one notes file. */
export function granter(
  browser: SharedBrowser,
  formats: readonly Format[],
): (wish: Wish) => Promise<unknown> {
  let open: OpenPage | undefined;
  return async (wish) => {
    switch (wish.kind) {
      case 'write':
        return writeOutput(wish.format, wish.path, wish.data);
      case 'open-page':
        open = await openPage(browser, formats);
        return undefined;
      case 'use-page':
        return open && usePage(open, wish.method, wish.args);
      case 'close-page':
        return open && closePage(open, wish.outcome);
      case 'give-up':
        return browser.giveUp();
    }
  };
}

/** The session's own function runs until the worker has done with the page. */
async function openPage(browser: SharedBrowser, formats: readonly Format[]): Promise<OpenPage> {
  const session = await browser.sessionFor(formats);
  if (!session) throw new Error(`no browser was asked for: ${formats.join(', ')}`);
  return new Promise((resolve, reject) => {
    const hold = (page: PrintPage): Promise<void> =>
      new Promise((leave, fail) => {
        const end: OpenPage['end'] = (outcome) => (outcome === 'fine' ? leave() : fail(opened.error));
        const opened: OpenPage = { page, error: undefined, end, closed: () => closed };
        resolve(opened);
      });
    const closed = session.withPage(hold);
    closed.catch(reject);
  });
}

/** After a failure only what the environment has to do with it is told: the worker knows the rest. */
async function closePage(open: OpenPage, outcome: 'fine' | 'failed'): Promise<void> {
  open.end(outcome);
  try {
    await open.closed();
  } catch (error) {
    if (outcome === 'fine' || error instanceof EnvironmentError) throw error;
  }
}

async function usePage(open: OpenPage, method: PageMethod, args: readonly unknown[]): Promise<unknown> {
  const call = open.page[method] as (...args: unknown[]) => Promise<unknown>;
  try {
    return await call.apply(open.page, [...args]);
  } catch (error) {
    open.error = error;
    throw error;
  }
}

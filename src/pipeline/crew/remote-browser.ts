import { type Format, needsBrowser, type Printer, type PrintPage } from '../../render/index.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import type { Ask } from './ask.ts';
import { type PageMethod, pageMethods } from './messages.ts';

/** The main thread's browser, as a worker sees it. */
export function remoteBrowser(ask: Ask): SharedBrowser {
  const printer = remotePrinter(ask);
  return {
    sessionFor: (formats: readonly Format[]) =>
      needsBrowser(formats) ? Promise.resolve(printer) : undefined,
    giveUp: async () => void (await ask({ kind: 'give-up' })),
    close: async () => undefined,
  };
}

function remotePrinter(ask: Ask): Printer {
  return {
    async withPage(use) {
      await ask({ kind: 'open-page' });
      try {
        const value = await use(remotePage(ask));
        await ask({ kind: 'close-page', outcome: 'fine' });
        return value;
      } catch (error) {
        // Says it better where it was the browser's fault.
        await ask({ kind: 'close-page', outcome: 'failed' });
        throw error;
      }
    },
  };
}

function remotePage(ask: Ask): PrintPage {
  const call =
    (method: PageMethod) =>
    (...args: unknown[]) =>
      ask({ kind: 'use-page', method, args });
  const methods = pageMethods.map((method) => [method, call(method)]);
  return Object.fromEntries(methods) as unknown as PrintPage;
}

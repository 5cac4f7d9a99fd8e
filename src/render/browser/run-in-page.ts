import type { PDFOptions, ScreenshotOptions } from 'puppeteer-core';
import type { PageFunctions } from '../../browser/index.ts';
import script from '../../browser/page.ts?script';

/** What printing asks of a page of the browser: a worker thread has pages with these methods alone. */
export interface PrintPage {
  setViewport(viewport: {
    readonly width: number;
    readonly height: number;
    readonly deviceScaleFactor?: number;
  }): Promise<void>;
  emulateMediaType(type: string): Promise<void>;
  setContent(html: string, options: { readonly waitUntil: 'load' }): Promise<void>;
  /** Runs a script; returns the value of its last expression, awaited. */
  evaluate(script: string): Promise<unknown>;
  pdf(options: PDFOptions): Promise<Uint8Array>;
  screenshot(options: ScreenshotOptions): Promise<Uint8Array>;
}

/**
 * Calls a function of `src/browser/` in the page. Arguments and result cross as JSON. The functions are
 * sent with each call, so it does not matter what the page has loaded meanwhile. It holds on to the last result: a promise
 * that nothing holds may be collected while it waits.
 */
export async function runInPage<Name extends keyof PageFunctions>(
  page: Pick<PrintPage, 'evaluate'>,
  name: Name,
  ...args: Parameters<PageFunctions[Name]>
): Promise<Awaited<ReturnType<PageFunctions[Name]>>> {
  const list = args.map((value) => JSON.stringify(value)).join(', ');
  const result = await page.evaluate(
    `globalThis.lecternResult = (() => {\n${script}\nreturn lectern.pageFunctions.${name}(${list});\n})()`,
  );
  return result as Awaited<ReturnType<PageFunctions[Name]>>;
}

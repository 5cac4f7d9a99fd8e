import { EnvironmentError } from '../../diagnostics/index.ts';
import { type Bundle, findBundle } from './bundle.ts';
import { findInstalled, isExecutable } from './installed.ts';

/** Which browser prints, and who chose it. */
export type FoundBrowser =
  | { readonly kind: 'chosen'; readonly path: string; readonly by: '--browser-path' | 'CHROME_PATH' }
  | { readonly kind: 'bundled'; readonly bundle: Bundle }
  | { readonly kind: 'installed'; readonly path: string };

export const browserRemedy =
  'Install Google Chrome, Microsoft Edge or Chromium, or name one with --browser-path or CHROME_PATH. On x64 Linux, `npm install @sparticuz/chromium@147.0.0` brings one along. An HTML presentation needs none: --to html.';

/** A browser that somebody chose is the one that is used, or nothing is. */
export function findBrowser(browserPath: string | undefined): FoundBrowser {
  if (browserPath) return chosen(browserPath, '--browser-path');
  if (process.env.CHROME_PATH) return chosen(process.env.CHROME_PATH, 'CHROME_PATH');
  const bundle = findBundle();
  if (bundle) return { kind: 'bundled', bundle };
  const path = findInstalled();
  if (path) return { kind: 'installed', path };
  throw new EnvironmentError('browser/not-found', 'No browser was found to print with', browserRemedy);
}

function chosen(path: string, by: '--browser-path' | 'CHROME_PATH'): FoundBrowser {
  if (isExecutable(path)) return { kind: 'chosen', path, by };
  throw new EnvironmentError(
    'browser/not-found',
    `${by} names no program that can be run: ${path}`,
    by === 'CHROME_PATH'
      ? 'Correct the environment variable CHROME_PATH or unset it.'
      : 'Give the path of a Chrome, Edge or Chromium executable.',
  );
}

import { dirname } from 'node:path';
import type { Stylesheet } from '../../theme/index.ts';
import { possiblePaths } from './locate-picture.ts';
import { pictureUri } from './read-picture.ts';

/** `url(…)` in CSS; one of the three groups holds the address. */
export const address: RegExp = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)/g;

/**
 * A theme's stylesheet with its pictures inside, read from its own folder. Its `@font-face` rules
 * go: the faces that are used come from `Theme.fonts`. So do imports from the network.
 */
export function inlineStylesheet({ css, path }: Stylesheet): string {
  const folder = dirname(path);
  return css
    .replace(/@font-face\s*\{[^}]*\}/gi, '')
    .replace(/@import\s+(?:url\(\s*)?["']?(?:https?:)?\/\/[^;]*;/gi, '')
    .replace(address, (whole, double?: string, single?: string, bare?: string) => {
      const url = double ?? single ?? bare ?? '';
      if (url.startsWith('data:') || url.startsWith('#')) return whole;
      return `url("${pictureUri(url, { folder }) ?? 'data:,'}")`;
    });
}

// Which files a deck's pictures are read from, those included that are not there yet: what they
// hold decides whether a deck is still the one that was built.

/** Absolute paths that the addresses may mean; none outside the folder. */
export function pictureInputs(urls: readonly string[], folder: string): readonly string[] {
  return urls.flatMap((url) => possiblePaths(url, folder));
}

/** The same for what a stylesheet names with `url()`. */
export function stylesheetInputs({ css, path }: Stylesheet): readonly string[] {
  const urls = [...css.matchAll(address)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  return pictureInputs(urls, dirname(path));
}

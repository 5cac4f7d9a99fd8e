import { dirname } from 'node:path';
import type { Stylesheet } from '../../theme/index.ts';
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

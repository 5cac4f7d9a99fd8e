import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontFolder } from '../package-file.ts';

/** Those of the default theme, for Latin letters; the reader's own serve other scripts. */
const faces = [
  ['Source Serif 4', 'source-serif-4', 400],
  ['Source Serif 4', 'source-serif-4', 600],
  ['Source Sans 3', 'source-sans-3', 400],
  ['Source Sans 3', 'source-sans-3', 600],
] as const;

/** `@font-face` rules with the files inside. */
export function pageFonts(): string {
  return faces
    .map(([family, name, weight]) => {
      const file = readFileSync(join(fontFolder(name), `${name}-latin-${weight}-normal.woff2`));
      return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${file.toString('base64')}) format("woff2")}\n`;
    })
    .join('');
}

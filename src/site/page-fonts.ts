import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Those of the default theme, for Latin letters; the reader's own serve other scripts. */
const faces = [
  ['Source Serif 4', 'source-serif-4', 400],
  ['Source Serif 4', 'source-serif-4', 600],
  ['Source Sans 3', 'source-sans-3', 400],
  ['Source Sans 3', 'source-sans-3', 600],
] as const;

/** `@font-face` rules with the files inside. */
export function pageFonts(): string {
  const { resolve } = createRequire(import.meta.url);
  return faces
    .map(([family, name, weight]) => {
      const folder = dirname(resolve(`@fontsource/${name}/package.json`));
      const file = readFileSync(join(folder, 'files', `${name}-latin-${weight}-normal.woff2`));
      return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${file.toString('base64')}) format("woff2")}\n`;
    })
    .join('');
}

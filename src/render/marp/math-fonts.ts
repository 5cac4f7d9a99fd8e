// KaTeX's twenty font files are 300 KB together; a formula uses two or three. Which ones, its
// class names say. The table follows the font rules of katex.css.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { replaceAsync } from '../html-text.ts';

/** File name without ending → class names that ask for it. `Main-Regular` is always used. */
const faces: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'Main-Bold': ['textbf', 'mathbf'],
    'Main-Italic': ['textit', 'mathit'],
    'Main-BoldItalic': ['textbf', 'textit'],
    'Math-Italic': ['mathnormal'],
    'Math-BoldItalic': ['boldsymbol'],
    'AMS-Regular': ['amsrm', 'mathbb', 'textbb'],
    'Caligraphic-Regular': ['mathcal'],
    'Caligraphic-Bold': ['mathcal'],
    'Fraktur-Regular': ['mathfrak', 'textfrak'],
    'Fraktur-Bold': ['mathboldfrak', 'textboldfrak'],
    'Typewriter-Regular': ['mathtt', 'texttt'],
    'Script-Regular': ['mathscr', 'textscr'],
    'SansSerif-Regular': ['mathsf', 'textsf'],
    'SansSerif-Bold': ['mathboldsf', 'textboldsf'],
    'SansSerif-Italic': ['mathitsf', 'mathsfit', 'textitsf'],
    'Size1-Regular': ['size1', 'delim-size1', 'small-op'],
    'Size2-Regular': ['size2', 'large-op'],
    'Size3-Regular': ['size3'],
    'Size4-Regular': ['size4', 'delim-size4'],
  }),
);

const fontFaceRule = /@font-face\s*\{[^}]*url\(['"]?[^)'"]*KaTeX_([\w-]+)\.woff2['"]?\)[^}]*\}\s*/g;

/** KaTeX's `@font-face` rules with the files inside, those of unused faces left out. */
export async function inlineMathFonts(css: string, html: string): Promise<string> {
  const classes = usedClasses(html);
  return replaceAsync(css, fontFaceRule, async ([rule, name = '']) =>
    isUsed(name, classes) ? withFile(rule, await readFont(name)) : '',
  );
}

function usedClasses(html: string): ReadonlySet<string> {
  const attributes = html.matchAll(/ class="([^"]*)"/g);
  return new Set([...attributes].flatMap(([, names = '']) => names.split(' ')));
}

function isUsed(face: string, classes: ReadonlySet<string>): boolean {
  return face === 'Main-Regular' || (faces.get(face) ?? []).some((name) => classes.has(name));
}

function withFile(rule: string, font: Buffer): string {
  const source = `src:url(data:font/woff2;base64,${font.toString('base64')}) format("woff2");`;
  return rule.replace(/src:[^;}]*;?/, source);
}

function readFont(name: string): Promise<Buffer> {
  const folder = dirname(createRequire(import.meta.url).resolve('katex/dist/katex.css'));
  return readFile(join(folder, 'fonts', `KaTeX_${name}.woff2`));
}

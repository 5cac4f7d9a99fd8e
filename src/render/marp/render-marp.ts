import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Marp } from '@marp-team/marp-core';
import type { Cache } from '../../cache.ts';
import type { Deck } from '../../deck/index.ts';
import { type Diagnostic, limits, type Source } from '../../diagnostics/index.ts';
import { loadChemistry, type Theme } from '../../theme/index.ts';
import { replaceAsync } from '../html-text.ts';
import { diagramProblems, mathProblems } from '../problems.ts';
import { drawCodeEmoji, emojiProblems, inlineEmoji } from './emoji.ts';
import { splitSlides, themeOutline } from './insides.ts';
import { renderSlides } from './render-slides.ts';
import { codeColors, themeCss } from './theme-css.ts';

/** What Marp made of the deck. Pictures are still addresses, text fonts still names. */
export interface MarpOutput {
  /** One `svg` per slide in a `div`. */
  readonly html: string;
  readonly css: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders the deck's Markdown in the theme. Loads KaTeX, Shiki and Mermaid only for a deck that has a use for them. */
export async function renderMarp(
  deck: Deck,
  theme: Theme,
  source?: Source,
  cache?: Cache,
): Promise<MarpOutput> {
  const { features, facts } = deck;
  const { slidesEngine } = await import('./engine.ts');
  const context = JSON.stringify([features, facts.lang, themeOutline(theme)]);
  const open = (coloured?: number): Promise<Marp> => slidesEngine(features, theme, facts.lang, coloured);
  // One for several decks counts no code: what is coloured in a deck must not depend on those before.
  const marp = await (leavesNothing(deck) ? lastOr(context, () => open(Number.POSITIVE_INFINITY)) : open());
  if (features.math) loadChemistry(deck.markdown);
  const rendered = renderSlides(marp, deck, context, hasMuchCode(deck) ? undefined : cache);
  let { html } = rendered;
  let css = await themeCss({ theme, size: facts.size, features, own: rendered.css });
  let problems: readonly Diagnostic[] = [];
  if (features.emoji) {
    const named = drawCodeEmoji(html);
    problems = emojiProblems(named, deck, source);
    html = await inlineEmoji(named);
  }
  if (deck.slides.some(({ layout }) => layout === 'chart')) {
    const { drawCharts } = await import('../chart/draw-charts.ts');
    html = drawCharts(html, theme, facts.lang);
  }
  if (features.code) css = codeColors + css;
  if (features.math) css = await inlineMathFonts(css, html);
  return { html, css, diagnostics: [...problems, ...problemsIn(html, deck, source)] };
}

/** Formulas may define macros, diagrams are numbered and drawn for one theme, and much code is counted: such a deck has its own Marp. */
function leavesNothing(deck: Deck): boolean {
  return !deck.features.math && !deck.features.mermaid && !hasMuchCode(deck);
}

/** Whether some of it may not be coloured: no slide of it comes from another time. */
function hasMuchCode({ features, markdown }: Deck): boolean {
  return features.code && markdown.length > limits.colouredCharacters;
}

let last: { readonly context: string; readonly marp: Promise<Marp> } | undefined;

/** Most decks of a library, and all of a `--watch`, have a use for the same Marp: making one takes longer than two slides. */
function lastOr(context: string, open: () => Promise<Marp>): Promise<Marp> {
  if (last?.context === context) return last.marp;
  const made = { context, marp: open() };
  last = made;
  // One that could not be made is not kept: the next deck tries again.
  made.marp.catch(() => {
    if (last === made) last = undefined;
  });
  return made.marp;
}

function problemsIn(html: string, deck: Deck, source: Source | undefined): readonly Diagnostic[] {
  const { math, mermaid } = deck.features;
  if (!math && !mermaid) return [];
  const slides = splitSlides(html);
  return [
    ...(math ? mathProblems(slides, deck, source) : []),
    ...(mermaid ? diagramProblems(slides, deck, source) : []),
  ];
}

// KaTeX's twenty font files are 300 KB together; a formula uses two or three. Which ones, its
// class names say. The table follows the font rules of katex.css.

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
async function inlineMathFonts(css: string, html: string): Promise<string> {
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

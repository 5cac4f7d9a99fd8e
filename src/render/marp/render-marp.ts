import type { Marp } from '@marp-team/marp-core';
import type { Cache } from '../../cache/index.ts';
import type { Deck } from '../../deck/index.ts';
import type { Diagnostic, Source } from '../../diagnostics/index.ts';
import type { Theme } from '../../theme/index.ts';
import { diagramProblems, mathProblems } from '../problems.ts';
import { drawCodeEmoji, inlineEmoji } from './emoji.ts';
import { splitSlides, themeOutline } from './insides.ts';
import { inlineMathFonts } from './math-fonts.ts';
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
  const open = (): Promise<Marp> => slidesEngine(features, theme, facts.lang);
  const marp = await (leavesNothing(features) ? lastOr(context, open) : open());
  const rendered = renderSlides(marp, deck, context, cache);
  let { html } = rendered;
  let css = await themeCss({ theme, size: facts.size, features, own: rendered.css });
  if (features.emoji) html = await inlineEmoji(drawCodeEmoji(html));
  if (deck.slides.some(({ layout }) => layout === 'chart')) {
    const { drawCharts } = await import('../chart/draw-charts.ts');
    html = drawCharts(html, theme);
  }
  if (features.code) css = codeColors + css;
  if (features.math) css = await inlineMathFonts(css, html);
  return { html, css, diagnostics: problemsIn(html, deck, source) };
}

/** Formulas may define macros, and diagrams are numbered and drawn for one theme: each deck has its own Marp. */
function leavesNothing({ math, mermaid }: Deck['features']): boolean {
  return !math && !mermaid;
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

import type { Deck } from '../../deck/index.ts';
import type { Diagnostic, Source } from '../../diagnostics/index.ts';
import type { Theme } from '../../theme/index.ts';
import { codeColors } from './code-colors.ts';
import { inlineEmoji } from './emoji.ts';
import { inlineMathFonts } from './math-fonts.ts';
import { mathProblems } from './math-problems.ts';
import { withoutWebFonts } from './mermaid.ts';
import { splitSlides } from './split-slides.ts';
import { themeCss } from './theme-css.ts';
import { themeOutline } from './theme-outline.ts';

/** What Marp made of the deck. Pictures are still addresses, text fonts still names. */
export interface MarpOutput {
  /** One `svg` per slide in a `div`. */
  readonly html: string;
  readonly css: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders the deck's Markdown in the theme. Loads KaTeX, Shiki and Mermaid only for a deck that has a use for them. */
export async function renderMarp(deck: Deck, theme: Theme, source?: Source): Promise<MarpOutput> {
  const { features, facts } = deck;
  const { slidesEngine } = await import('./engine.ts');
  const marp = await slidesEngine(features, themeOutline(theme), facts.lang);
  const rendered = marp.render(deck.markdown);
  let { html } = rendered;
  let css = await themeCss({ theme, size: facts.size, features, own: rendered.css });
  if (features.emoji) html = await inlineEmoji(html);
  if (features.mermaid) html = withoutWebFonts(html);
  if (features.code || features.mermaid) css = codeColors + css;
  if (!features.math) return { html, css, diagnostics: [] };
  css = await inlineMathFonts(css, html);
  return { html, css, diagnostics: mathProblems(splitSlides(html), deck, source) };
}

import { Marp, type MarpOptions } from '@marp-team/marp-core';
import type { Features } from '../../deck/index.ts';
import { formulaLimits, type Theme } from '../../theme/index.ts';
import { allowedHtml } from './allowed-html.ts';
import { codeLimits } from './code-limits.ts';
import { emojiBase } from './emoji.ts';
import { knowHtml } from './known-html.ts';
import { SlidesMarp } from './slides-marp.ts';
import { themeOutline } from './theme-outline.ts';

/** What marp-cli's presentation template asks of an engine: it finds the slides by this container. */
const container = { tag: 'div', id: ':$p' };

/** A Marp for the slides' HTML alone, with just those plugins that the deck has a use for. */
export async function slidesEngine(features: Features, theme: Theme, lang: string): Promise<Marp> {
  const outline = themeOutline(theme);
  const marp = await withPlugins(new SlidesMarp({ ...engineOptions(features), lang }, outline), features);
  knowHtml(marp);
  if (!features.mermaid) return marp;
  const { diagramRoom, drawDiagrams } = await import('../diagram/index.ts');
  return marp.use(drawDiagrams(diagramRoom(theme)));
}

/** A Marp for the theme's CSS alone. The last stylesheet is the deck's own; it imports the others by name. */
export async function styleEngine(features: Features, stylesheets: readonly string[]): Promise<Marp> {
  const marp = await withPlugins(new Marp(engineOptions(features)), features);
  for (const css of stylesheets) marp.themeSet.default = marp.themeSet.add(css);
  return marp;
}

function engineOptions({ math, emoji }: Features): MarpOptions {
  return {
    container,
    slideContainer: [],
    inlineSVG: true,
    html: allowedHtml(Marp.html),
    script: { source: 'inline' },
    minifyCSS: false,
    slug: false,
    math: math ? 'katex' : false,
    emoji: {
      shortcode: false,
      unicode: emoji ? 'twemoji' : false,
      twemoji: { base: emojiBase, ext: 'svg' },
    },
  };
}

async function withPlugins(marp: Marp, features: Features): Promise<Marp> {
  if (features.code) {
    marp.use((await import('@marp-team/marp-core/plugins/shiki')).shikiMarpCorePlugin());
    marp.shikiTransformers.push(codeLimits);
  }
  if (features.math) {
    const { katexMarpCorePlugin } = await import('@marp-team/marp-core/plugins/katex');
    // Wrong TeX is shown as it was typed, in the colour of the text around it.
    const shown = { throwOnError: false, strict: 'ignore', errorColor: 'currentColor' } as const;
    marp.use(katexMarpCorePlugin({ options: { ...formulaLimits, ...shown }, fontPath: false }));
  }
  return marp;
}

import type { Marp } from '@marp-team/marp-core';
import type { Features } from '../../deck/index.ts';
import type { Stylesheet, Theme } from '../../theme/index.ts';
import { inlineStylesheet } from '../pictures/index.ts';
import { allowedHtml } from './allowed-html.ts';
import { emojiBase } from './emoji.ts';
import { canDrawDiagrams } from './mermaid.ts';

/** What marp-cli's presentation template asks of an engine: it finds the slides by this container. */
const container = { tag: 'div', id: ':$p' };

/** A Marp with the theme and just those plugins that the deck has a use for. */
export async function createEngine(features: Features, theme: Theme, lang: string): Promise<Marp> {
  const { Marp } = await import('@marp-team/marp-core');
  const marp = new Marp({
    container,
    slideContainer: [],
    inlineSVG: true,
    lang,
    html: allowedHtml(Marp.html),
    script: { source: 'inline' },
    minifyCSS: false,
    slug: false,
    math: features.math ? 'katex' : false,
    emoji: {
      shortcode: false,
      unicode: features.emoji ? 'twemoji' : false,
      twemoji: { base: emojiBase, ext: 'svg' },
    },
  });
  await addPlugins(marp, features);
  addTheme(marp, theme.stylesheets);
  return marp;
}

async function addPlugins(marp: Marp, features: Features): Promise<void> {
  if (features.code) marp.use((await import('@marp-team/marp-core/plugins/shiki')).shikiMarpCorePlugin());
  if (features.math) {
    const { katexMarpCorePlugin } = await import('@marp-team/marp-core/plugins/katex');
    // Wrong TeX is shown as it was typed, in the colour of the text around it.
    const options = { throwOnError: false, strict: 'ignore', errorColor: 'currentColor' } as const;
    marp.use(katexMarpCorePlugin({ options, fontPath: false }));
  }
  if (features.mermaid && canDrawDiagrams()) {
    marp.use((await import('@marp-team/marp-core/plugins/mermaid')).mermaidMarpCorePlugin());
  }
}

/** The last one is the deck's own; it imports the others by name. */
function addTheme(marp: Marp, stylesheets: readonly Stylesheet[]): void {
  for (const stylesheet of stylesheets) {
    marp.themeSet.default = marp.themeSet.add(inlineStylesheet(stylesheet));
  }
}

import { Marp, type MarpOptions } from '@marp-team/marp-core';
import type { Features } from '../../deck/index.ts';
import { limits } from '../../diagnostics/index.ts';
import { formulaLimits, hangingCharacters, type Theme } from '../../theme/index.ts';
import { emojiBase } from './emoji.ts';
import { keepMacros, rememberCleanHtml, rememberRemarks, slidesOnly, themeOutline } from './insides.ts';

/** What marp-cli's presentation template asks of an engine: it finds the slides by this container. */
const container = { tag: 'div', id: ':$p' };

const SlidesMarp = slidesOnly(Marp);

/**
 * A Marp for the slides' HTML alone, with just those plugins that the deck has a use for. Of all code that it is
 * given, so many characters are coloured.
 */
export async function slidesEngine(
  features: Features,
  theme: Theme,
  lang: string,
  coloured: number = limits.colouredCharacters,
): Promise<Marp> {
  const outline = themeOutline(theme);
  const bare = new SlidesMarp({ ...engineOptions(features), lang }, outline);
  const marp = await withPlugins(bare, features, coloured);
  rememberCleanHtml(marp);
  rememberRemarks(marp);
  if (!features.mermaid) return marp;
  const { drawDiagrams } = await import('../diagram/draw-diagrams.ts');
  return marp.use(drawDiagrams(theme, lang));
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

async function withPlugins(marp: Marp, features: Features, coloured = 0): Promise<Marp> {
  if (features.code) {
    marp.use((await import('@marp-team/marp-core/plugins/shiki')).shikiMarpCorePlugin());
    marp.shikiTransformers.push(codeLimits(coloured), hangingLines());
  }
  if (features.math) {
    const { katexMarpCorePlugin } = await import('@marp-team/marp-core/plugins/katex');
    // Wrong TeX is shown as it was typed, in the colour of the text around it.
    const shown = { throwOnError: false, strict: 'ignore', errorColor: 'currentColor' } as const;
    const bounds = formulaLimits();
    marp.use(katexMarpCorePlugin({ options: { ...bounds, ...shown }, fontPath: false }));
    keepMacros(marp, bounds.macros);
  }
  return marp;
}

type AllowList = Exclude<MarpOptions['html'], boolean | undefined>;
type Attributes = Record<string, boolean | ((value: string) => string)>;

/** They fetch something by themselves, or play by themselves. */
const refused = new Set(['audio', 'video', 'source', 'picture']);

/** Marp's own list of harmless HTML without what fetches or plays, and with the writing direction. */
export function allowedHtml(marpList: AllowList): AllowList {
  const kept = Object.entries(marpList).filter(([tag]) => !refused.has(tag));
  return Object.fromEntries(kept.map(([tag, attributes]) => [tag, { ...asRecord(attributes), dir: true }]));
}

function asRecord(attributes: AllowList[string]): Attributes {
  return Array.isArray(attributes) ? Object.fromEntries(attributes.map((name) => [name, true])) : attributes;
}

type Transformer = Marp['shikiTransformers'][number];

/** What is wrapped of a line that is indented stands below its indent; the stylesheet sets the others. */
function hangingLines(): Transformer {
  return {
    name: 'lectern:hanging-lines',
    line(element, line) {
      const hanging = hangingCharacters(this.source.split(/\r\n|\r|\n/)[line - 1] ?? '');
      if (hanging === hangingCharacters('')) return;
      element.properties.style = `padding-inline-start:${hanging}ch;text-indent:-${hanging}ch`;
    },
  };
}

/**
 * Shiki leaves a line half coloured after half a second, so that a busy machine gives other slides than an idle one:
 * what is coloured follows from the text alone. A line too long to be read on a slide is not, nor are the listings
 * behind more characters than any talk has.
 */
function codeLimits(most: number): Transformer {
  let characters = 0;
  return {
    name: 'lectern:code-limits',
    preprocess(code, options) {
      characters += code.length;
      if (characters > most) options.lang = 'text';
      Object.assign(options, {
        tokenizeMaxLineLength: limits.colouredLineCharacters,
        tokenizeTimeLimit: 0, // none
      });
    },
  };
}

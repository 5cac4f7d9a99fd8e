import type { SpaceToken, StyleName } from '../layouts/index.ts';

/** What the planner and the renderer need to know of a theme. Made from its CSS, holds no CSS rules. */
export interface Theme {
  readonly name: string;
  /** Slide size in px. */
  readonly size: { readonly width: number; readonly height: number };
  /** The area below the title line and above the footer, px; `top` is where it starts under a title of one line. */
  readonly content: { readonly width: number; readonly height: number };
  readonly densities: Readonly<Record<Density, Readonly<Record<StyleName, TextStyle>>>>;
  readonly spaces: Readonly<Record<SpaceToken, number>>;
  /** Custom properties with `var()` and `calc()` worked out, as CSS text. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Every stylesheet the theme is made of, itself last, as Marp wants them registered. */
  readonly stylesheets: readonly Stylesheet[];
  readonly fonts: readonly FontFace[];
}

/** How large the body text is set: more when there is little to say, less before a slide is split. */
export type Density = 'roomy' | 'normal' | 'compact';

export interface Stylesheet {
  readonly name: string;
  readonly path: string;
  readonly css: string;
}

/** px at 1280×720. */
export interface TextStyle {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly size: number;
  /** Line height in px. */
  readonly line: number;
  /** Extra space after each letter, px. */
  readonly tracking: number;
}

/** One font file that travels with the deck. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Absolute path of the WOFF2 file. */
  readonly path: string;
  /** Ranges of code points it covers, `[first, last]` each. */
  readonly ranges: readonly (readonly [number, number])[];
}

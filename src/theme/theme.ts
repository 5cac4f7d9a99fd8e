import type { Table } from 'mdast';
import type { BodySize, Box, SpaceToken, StyleName } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import type { FontFace, FontLibrary, MetricsLookup } from './fonts.ts';

export { type BodySize, bodySizes } from '../layouts/index.ts';

/** What the planner and the renderer need to know of a theme. Made from its CSS, holds no CSS rules. */
export interface Theme {
  readonly name: string;
  /** Slide size in px. */
  readonly size: { readonly width: number; readonly height: number };
  /** The area below the title line and above the footer, px; `top` is where it starts under a title of one line. */
  readonly content: { readonly width: number; readonly height: number; readonly top: number };
  readonly bodySizes: Readonly<Record<BodySize, Readonly<Record<StyleName, TextStyle>>>>;
  readonly spaces: Readonly<Record<SpaceToken, number>>;
  /** Custom properties with `var()` and `calc()` computed, as CSS text, at the body size `sm`. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Those that are a length (px) or a bare number, by body size. The name carries its dashes: `--item-gap`. */
  readonly numbers: Readonly<Record<BodySize, ReadonlyMap<string, number>>>;
  /** Every stylesheet the theme is made of, itself last, as Marp wants them registered. */
  readonly stylesheets: readonly Stylesheet[];
  /** What the hints set, as CSS that comes after the stylesheets. */
  readonly style?: string;
  /**
   * Every file the theme can need; which of them a deck needs, its characters say. Of two faces
   * that cover a code point the later one draws it, as with `@font-face` rules in this order.
   */
  readonly fonts: readonly FontFace[];
  /** Families for a deck with letters that the theme's own have not. */
  readonly fallbacks: FontFallbacks;
  /** Metrics of a face. Reads nothing until it is asked. */
  readonly metrics: MetricsLookup;
}

/** A token that names the family of a kind of text. */
export type FontToken = 'body-font' | 'heading-font' | 'code-font';

/** By token, what the theme names for it, the preferred family first; an empty list where it names none. */
export type FontFallbacks = Readonly<Record<FontToken, readonly string[]>>;

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
  /** Extra space after each character, px. */
  readonly tracking: number;
}

/** What a theme is read from. Made by `readThemeFiles`; a test may write one by hand. */
export interface ThemeFiles {
  /** Imported stylesheets before those that import them, the theme itself last. */
  readonly stylesheets: readonly Stylesheet[];
  readonly fonts: FontLibrary;
  /** Families of the font files that tokens name, by what was written. */
  readonly fontFiles?: ReadonlyMap<string, string>;
}

export type { FontFace };

/** Sizes without a browser, px at the theme's slide size. Pure and the same on every machine. */
export interface Measure {
  /** Height of a box set to `width`, its padding included. */
  box(box: Box, width: number, bodySize: BodySize): number;
  /** Height of blocks one below the other, the margins between them included, none outside. */
  flow(blocks: readonly Block[], style: StyleName, width: number, bodySize: BodySize): number;
  /** Number of lines of one run of text. */
  lines(content: readonly Phrasing[], style: StyleName, width: number, bodySize: BodySize): number;
  /** Whether each word, or part of one between two places where a line may break, is no wider than the line, px. */
  holdsWords(content: readonly Phrasing[], style: StyleName, width: number, bodySize: BodySize): boolean;
  /**
   * Whether the longest words of a table's columns do not fit side by side. Then its words are broken
   * anywhere (the stylesheet's `table.tight`), and its height is measured so.
   */
  isTight(table: Table, style: StyleName, width: number, bodySize: BodySize): boolean;
  /** How the columns of a table as wide as `width` (px) share it, in whole %; undefined where their longest words do not fit side by side. */
  columnShares(
    table: Table,
    style: StyleName,
    width: number,
    bodySize: BodySize,
  ): readonly number[] | undefined;
  /** What is known of a picture, by its address in the notes. */
  picture(url: string): Picture;
}

/** What is known of a picture the notes name. Given to `compile`, which reads no files. */
export type Picture =
  | { readonly status: 'found' /** Natural size, px. */; readonly width: number; readonly height: number }
  | {
      readonly status: 'missing' /** The address of a picture with a similar name. */;
      readonly near?: string;
    }
  | { readonly status: 'outside' | 'remote' | 'unreadable' | 'too-large' };

/** By the address as it stands in the notes. */
export type Pictures = (url: string) => Picture;

import type { Table } from 'mdast';
import type { Box, StyleName } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import type { BodySize } from './theme.ts';

/** Sizes without a browser, px at the theme's slide size. Pure and the same on every machine. */
export interface Measure {
  /** Height of a box set to `width`, its padding included. */
  box(box: Box, width: number, bodySize: BodySize): number;
  /** Height of blocks one below the other, the margins between them included, none outside. */
  flow(blocks: readonly Block[], style: StyleName, width: number, bodySize: BodySize): number;
  /** Number of lines of one run of text. */
  lines(content: readonly Phrasing[], style: StyleName, width: number, bodySize: BodySize): number;
  /**
   * Whether the longest words of a table's columns do not fit side by side. Then its words are broken
   * anywhere (the stylesheet's `table.tight`), and its height is measured so.
   */
  isTight(table: Table, style: StyleName, width: number, bodySize: BodySize): boolean;
  /** What is known of a picture, by its address in the notes. */
  picture(url: string): Picture;
}

/** What is known of a picture the notes name. Given to `compile`, which reads no files. */
export type Picture =
  | { readonly status: 'found' /** Natural size, px. */; readonly width: number; readonly height: number }
  | { readonly status: 'missing' | 'outside' | 'remote' | 'unreadable' | 'too-large' };

/** By the address as it stands in the notes. */
export type Pictures = (url: string) => Picture;

import type { Box, StyleName } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import type { Density } from './theme.ts';

/** Sizes without a browser, px at the theme's slide size. Pure and the same on every machine. */
export interface Measure {
  /** Height of a box set to `width`, its padding included. */
  box(box: Box, width: number, density: Density): number;
  /** Height of blocks one below the other, the margins between them included, none outside. */
  flow(blocks: readonly Block[], style: StyleName, width: number, density: Density): number;
  /** Height of one run of text. */
  text(content: readonly Phrasing[], style: StyleName, width: number, density: Density): number;
  /** Number of lines of one run of text. */
  lines(content: readonly Phrasing[], style: StyleName, width: number, density: Density): number;
}

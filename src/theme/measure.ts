import type { Table } from 'mdast';
import type { Box, StyleName } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import type { Picture } from './picture.ts';
import type { BodySize } from './theme.ts';

/** Sizes without a browser, px at the theme's slide size. Pure and the same on every machine. */
export interface Measure {
  /** Height of a box set to `width`, its padding included. */
  box(box: Box, width: number, bodySize: BodySize): number;
  /** Height of blocks one below the other, the margins between them included, none outside. */
  flow(blocks: readonly Block[], style: StyleName, width: number, bodySize: BodySize): number;
  /** Height of one run of text. */
  text(content: readonly Phrasing[], style: StyleName, width: number, bodySize: BodySize): number;
  /** Number of lines of one run of text. */
  lines(content: readonly Phrasing[], style: StyleName, width: number, bodySize: BodySize): number;
  /**
   * Height of one paragraph of a list item, the unit that plans are added up from. `depth` is
   * the number of list items it stands in (1: a top-level bullet; 0: a paragraph of the flow);
   * `width` is the width of the whole flow, from which the indents are taken.
   */
  itemText(
    content: readonly Phrasing[],
    depth: number,
    style: StyleName,
    width: number,
    bodySize: BodySize,
  ): number;
  /** The same for any block that stands in `depth` list items; for a `list` its items with their gaps. */
  block(block: Block, depth: number, style: StyleName, width: number, bodySize: BodySize): number;
  /**
   * Do the longest words of a table's columns not fit side by side? Then its words are broken
   * anywhere (the stylesheet's `table.tight`), and its height is measured so.
   */
  isTight(table: Table, style: StyleName, width: number, bodySize: BodySize): boolean;
  /** What is known of a picture, by its address in the notes. */
  picture(url: string): Picture;
  /** The margins, so that heights of pieces can be added up to what `flow` gives for the whole. */
  gaps(style: StyleName, bodySize: BodySize): Gaps;
}

/**
 * The margins between blocks, px. Definitions show nothing and have none. After a sub-heading `afterSubheading` counts, before one
 * `beforeSubheading`, and between two of them `afterSubheading`.
 */
export interface Gaps {
  /** Between two blocks of a flow. */
  readonly block: number;
  readonly beforeSubheading: number;
  readonly afterSubheading: number;
  /** Between two items of a list that stands in no item. */
  readonly item: number;
  /** Between two items of a list inside an item. */
  readonly nestedItem: number;
  /** Between the blocks of one item, quotation, callout or footnote, and above every list in an item. */
  readonly inside: number;
}

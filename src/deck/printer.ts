// What printing blocks and printing lines share.
import type { FrameName } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import type { Pictures } from '../theme/index.ts';

/** What every function that prints a node is given: the others (nodes nest), and facts of the whole deck. */
export interface MarkdownPrinter {
  /** Blocks one below the other, without the indentation of what is around them. */
  blocks(nodes: readonly Block[], context: BlockContext): string;
  /** The same, each by itself; empty ones are left out. */
  each(nodes: readonly Block[], context: BlockContext): readonly PrintedBlock[];
  /** A run of text on one line; never a line break in it. */
  line(nodes: readonly Phrasing[], cell?: 'cell'): string;
  readonly pictures: Pictures;
  /** The address to print for a picture that was found. */
  readonly pictureUrl: (url: string) => string;
  /** The address to print for a link; undefined when it leads to no slide. */
  readonly linkUrl: (url: string) => string | undefined;
  /** The picture to print for a Mermaid diagram; its source where there is none. */
  readonly diagram?: PrintDiagram | undefined;
  /** Filled while printing: what the deck turns out to use. */
  readonly used: DeckUsage;
}

export interface PrintedBlock {
  readonly node: Block;
  readonly text: string;
}

/** Draws a diagram as a picture for a frame; undefined where it cannot be drawn. */
export type PrintDiagram = (source: string, frame?: FrameName) => DiagramPicture | undefined;

/** A diagram drawn beforehand, for readers that draw none. */
export interface DiagramPicture {
  /** The picture itself, as a `data:` address. */
  readonly url: string;
  /** The words in it. */
  readonly alt: string;
  /** It leaves so much of the slide's width empty that it stands in the middle. */
  readonly isNarrow: boolean;
}

interface DeckUsage {
  readonly features: Set<'code' | 'math' | 'mermaid'>;
  readonly pictures: Set<string>;
}

/** What is around a block. */
export interface BlockContext {
  /**
   * Depth as markdown-it counts it: 2 for a list, 1 for a block quote. At 20 the CommonMark preset
   * that Marp uses drops the rest of the document, so printers stop nesting at `deepest`.
   */
  readonly level: number;
  /** How many lists are around it. */
  readonly lists: number;
  /** The items of lists with this many lists around them appear one after the other. */
  readonly reveal?: number;
  /** The box of a drawing that they stand in. */
  readonly frame?: FrameName;
}

export const deepest = 18;

/**
 * Markdown inside a `<div>`. The blank lines end the HTML block of the tag, so what stands between is
 * Markdown again.
 */
export function box(classes: string, content: string): string {
  return content === ''
    ? `<div class="${classes}"></div>`
    : `<div class="${classes}">\n\n${content}\n\n</div>`;
}

/** Puts `marker` before the first line and what aligns with it before the others; blank lines stay empty. */
export function indent(text: string, marker: string): string {
  const blanks = ' '.repeat(marker.length);
  return text.replace(/^(?=.)/gm, (_, at: number) => (at === 0 ? marker : blanks));
}

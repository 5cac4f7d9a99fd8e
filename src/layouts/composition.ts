import type { BodySize, Box, Content } from './layout.ts';

/**
 * How a layout's content is set for its amount. A layout says what content is, a composition which counts and
 * lengths it takes, its boxes, and how large they may be set. Its fields and rules are the block of CSS under its
 * name in `themes/compositions.css`.
 */
export interface Composition {
  /** A class of the slide: `rows`. */
  readonly name: string;
  /** Whether the content has the counts and lengths that it is made for. */
  takes(content: Content): boolean;
  /** The same blocks in their boxes. Called only for content that it takes. */
  arrange(content: Content): Box;
  /** The largest body size that suits it: little is said large, but no list louder than its title. */
  largest(content: Content): BodySize;
  /** Share of the height that it has to fill at its largest size: with less it would stand lost on the floor. */
  readonly fewest?: number;
  /**
   * How it uses the height that is free: `spread` from the title to the floor, `floor` stands on the floor,
   * `top` hangs from the title, `whole` draws to the slide's edges.
   */
  readonly fills: 'spread' | 'floor' | 'top' | 'whole';
}

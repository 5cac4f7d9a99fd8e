import type { Block, Phrasing, SectionKind } from '../notes/index.ts';
import type { LayoutName } from './names.ts';

/**
 * A way to set one slide: how well it matches, and how the content goes into its slots. It never
 * sees a size: `theme` knows those, `plan` asks whether it fits. The look is the block of CSS
 * under `section.NAME` in `themes/base.css`.
 */
export interface Layout {
  readonly name: LayoutName;
  /** What it is for, one line, shown by `init` and in the documentation. */
  readonly purpose: string;
  /** The slots as they are named in the stylesheet, in the order of reading. */
  readonly slots: readonly string[];
  /**
   * `flow`: too much content goes on over several slides, cut anywhere the planner finds good.
   * `items`: cut between top-level items only. `whole`: it holds what it holds, or is not used.
   */
  readonly overflow: 'flow' | 'items' | 'whole';
  /** How well it suits, with the reason in words; undefined when it cannot hold this content. */
  score(content: Content): LayoutMatch | undefined;
  /**
   * Whether there is anything in the content that this layout is for. Asked when a hint forces it: a `table`
   * without a table is only a list. Left out where the layout does something for any content.
   */
  isFor?(content: Content): boolean;
  /** The same blocks in their slots, whatever their amount. Called only for content that `score` took, or that a hint forces. */
  arrange(content: Content): Box;
  /** The largest body size of these boxes; by the number of words when left out. */
  readonly largest?: BodySize | ((content: Content) => BodySize);
  /** How these boxes use the free height; `top` when left out. */
  readonly fills?: 'spread' | 'floor' | 'top' | 'whole';
}

/** What goes on one slide, before anyone has decided how. */
export interface Content {
  /** Text of the slide's title; empty when there is none. */
  readonly title: string;
  readonly role: ContentRole;
  readonly blocks: readonly Block[];
  /** Language of the deck, as `en`: what goes on from other words is told by them. */
  readonly lang?: string;
  /** What the title block says besides the title; for `opening` only. */
  readonly opening?: Opening;
  /** The rest of what belongs together stands on other slides. */
  readonly isPart?: boolean;
  /** It stands beside its title, on little more than half of the slide. */
  readonly isNarrow?: boolean;
}

/** The lines of the title slide, each with its emphasis and links. */
export interface Opening {
  readonly subtitle?: readonly Phrasing[];
  readonly speaker?: readonly Phrasing[];
  readonly affiliation?: readonly Phrasing[];
  readonly event?: readonly Phrasing[];
  readonly place?: readonly Phrasing[];
  readonly date?: readonly Phrasing[];
}

/** `opening` is the title block, `divider` a section's own slide with nothing but its title. */
export type ContentRole = 'opening' | 'agenda' | 'divider' | SectionKind;

export interface LayoutMatch {
  /** 0 (possible) to 1 (made for this). `bullets` and `prose` stand at 0.5. */
  readonly score: number;
  /** Why, as a designer would say it: "four numbers carry the message". */
  readonly reason: string;
}

/**
 * What a slide is made of: boxes in rows and stacks, with text at the leaves. The class is the
 * slot's name and the stylesheet's hook. The stylesheet lays boxes out by the same rules that
 * measuring uses: a `row` shares its width by `widths`, columns of one grid with `gap` between, a `stack` puts one
 * below the other with `gap` between; `padding` is inside, on all four sides.
 */
export type Box = FlowBox | LineBox | StackBox | RowBox | BarBox | MarksBox | RiseBox;

interface BoxBase {
  readonly class: string;
  readonly padding?: SpaceToken;
  /** Above the content only, below a rule; printed as `pad-top-NAME`. */
  readonly paddingTop?: SpaceToken;
  /** Before the content only, beside a rule; printed as `pad-start-NAME`. */
  readonly paddingStart?: SpaceToken;
  /** Behind the content only, before a seam; printed as `pad-end-NAME`. */
  readonly paddingEnd?: SpaceToken;
  /**
   * Where the theme has a column at the side of the content (`--label-column`), it stands in that column: one of a row
   * beside the other, one of a stack wherever the stylesheet puts it, taking no height. Printed as `in-margin`.
   */
  readonly inMargin?: true;
}

/** Blocks one below the other, in a text style. */
export interface FlowBox extends BoxBase {
  readonly kind: 'flow';
  readonly style: StyleName;
  readonly blocks: readonly Block[];
  /**
   * The one block is a picture, a diagram or a chart, drawn as large as this height and the width
   * allow; printed as `frame-NAME`. A picture takes the height it is drawn at, the others all of it.
   */
  readonly frame?: FrameName;
  /** The size of its code and tables, px, where there is room for more than the slide's type gives them; printed as `type-20`. */
  readonly typeSize?: number;
}

/** Heights of the stylesheet, `--frame-full` and so on: the slide's; with room for a caption or a sentence; of two rows. */
export type FrameName = 'full' | 'captioned' | 'shared' | 'half';

/** One run of text that stands for itself: a figure, its label, an attribution. */
export interface LineBox extends BoxBase {
  readonly kind: 'line';
  readonly style: StyleName;
  readonly content: readonly Phrasing[];
}

/**
 * A bar true to scale, drawn from an amount in words: `share` of the width, 1 to 100 (%). Its label repeats words that
 * stand near it, and stands inside, or beside the end of a bar that is too short for it. A range is an outlined bar up to
 * its upper end with another inside, up to its lower.
 */
export interface BarBox extends BoxBase {
  readonly kind: 'bar';
  readonly share: number;
  readonly label: string;
  readonly labelled: 'inside' | 'beside';
  readonly inner?: BarBox;
}

/** As many marks as are counted, with the `filled` one (from 1) or all of them filled; the words beside say the amount. */
export interface MarksBox extends BoxBase {
  readonly kind: 'marks';
  readonly count: number;
  readonly filled: number | 'all';
}

/** Two amounts as columns true to scale, `shares` of the height that there is (%), each with its amount on top and the word between them. */
export interface RiseBox extends BoxBase {
  readonly kind: 'rise';
  readonly from: string;
  readonly joint: string;
  readonly to: string;
  readonly shares: readonly [from: number, to: number];
}

export interface StackBox extends BoxBase {
  readonly kind: 'stack';
  readonly gap: SpaceToken;
  readonly boxes: readonly Box[];
}

export interface RowBox extends BoxBase {
  readonly kind: 'row';
  readonly gap: SpaceToken;
  /** Columns that each box takes of a grid with `gap` between all of them; one for each box. */
  readonly widths: readonly number[];
  readonly boxes: readonly Box[];
}

/** Distances of the stylesheet: `--space-small` and so on, px at 1280×720. */
export const spaceTokens = [
  'none',
  'tight',
  'small',
  'medium',
  'large',
  'column',
  'field',
  'answer',
] as const;
export type SpaceToken = (typeof spaceTokens)[number];

/** How large the body text is set, the largest first: a class of the slide, on which every other size of it depends. */
export const bodySizes = ['xxxl', 'xxl', 'xl', 'lg', 'md', 'sm', 'xs'] as const;
export type BodySize = (typeof bodySizes)[number];

/** The steps of the type scale. `body` follows the slide's body size. */
export const styleNames = [
  'body',
  'title',
  'cover',
  'subtitle',
  'meta',
  'divider',
  'subheading',
  'figure',
  'hero-xxl',
  'hero-xl',
  'hero-lg',
  'hero-md',
  'hero-sm',
  'label',
  'statement',
  'statement-roomy',
  'quote',
  'quote-roomy',
  'question',
  'answer',
  'agenda',
  'row',
  'lead',
  'remark',
  'head',
  'date',
  'card',
  'step',
  'point',
  'closing',
  'formula',
  'note',
  'numeral',
  'caption',
  'marker',
  'small',
] as const;
export type StyleName = (typeof styleNames)[number];

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
  /** The slide's title, where some of its words stand in the boxes; a title of plain text alone is asked for. */
  title?(content: Content): string;
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

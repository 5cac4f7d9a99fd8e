import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  Literal,
  Parent,
  PhrasingContent,
  Table,
  ThematicBreak,
} from 'mdast';

/**
 * Blocks stay mdast nodes with positions (offsets into the notes). Three things are added:
 * `element`, for inline formatting that Markdown has no marker for; `callout`, for a block quote
 * with a kind; and `data` marks that the planner sets.
 */
export type Block = BlockContent | DefinitionContent | MathBlock | ThematicBreak | Callout;
export type Phrasing = PhrasingContent | InlineMath | Element;

/** A formula on lines of its own. */
export interface MathBlock extends Literal {
  type: 'math';
  /** What stands behind the opening `$$`. */
  meta?: string | null;
}

export interface InlineMath extends Literal {
  type: 'inlineMath';
}

/** Inline HTML that slides allow, or a class that a layout sets: `<mark>`, `<span class="lead">`. */
export interface Element extends Parent {
  type: 'element';
  name: 'span' | 'mark' | 'kbd' | 'sub' | 'sup' | 'u' | 'small' | 'abbr' | 'ins' | 'q' | 'cite' | 'bdi';
  /** Class names, for `span` only; always Lectern's own. */
  class?: string;
  /** Writing direction and language, where the notes set them. */
  dir?: 'ltr' | 'rtl';
  lang?: string;
  /** What an `abbr` stands for. */
  title?: string;
  children: PhrasingContent[];
}

/** `> [!warning] Title`: a block quote that says what kind of remark it is. */
export interface Callout extends Parent {
  type: 'callout';
  /** Lower case, as written: `note`, `tip`, `warning`, `question` … */
  calloutKind: string;
  /** The words after the marker; empty when there are none. */
  title: PhrasingContent[];
  children: (BlockContent | DefinitionContent)[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    element: Element;
    inlineMath: InlineMath;
  }
  interface BlockContentMap {
    callout: Callout;
    math: MathBlock;
  }
  interface RootContentMap {
    element: Element;
    callout: Callout;
    math: MathBlock;
    inlineMath: InlineMath;
  }
  interface ListData {
    /** Terms with their meanings, as the notes write a definition list. */
    isGlossary?: true;
    /** Lines that lead to sections. */
    isContents?: true;
    /** Of those that the notes set side by side, counted from the first of the notes. */
    column?: number;
  }
  interface ParagraphData {
    column?: number;
    /** It says what a table shows. */
    isCaption?: true;
    /** It says who said what is quoted above it. */
    isSource?: true;
  }
  interface ListItemData {
    /** A parent bullet shown again at the top of the next slide. */
    continued?: true;
    /** The item's number in an ordered list that was split. */
    number?: number;
  }
  interface CodeData {
    /** The first line's number in a code block that was split. */
    firstLine?: number;
    /** The field that it stands on has room around it of its own. */
    isInField?: boolean;
  }
  interface InlineCodeData {
    /** It stands on one line, or each of its words does. */
    whole?: 'all' | 'words';
  }
  interface HeadingData {
    continued?: true;
  }
  interface ImageData {
    /** Natural size, px; a usual one for a picture that is not there. */
    size?: { readonly width: number; readonly height: number };
    /** There is no such file: its description stands in its place, if it has one. */
    isMissing?: true;
  }
  interface TableCellData {
    /** How many columns and rows it takes: the cells that it covers are there, and empty. */
    span?: { readonly columns: number; readonly rows: number };
  }
  interface TableData {
    /** Rows of the same table stand before, and its header is shown again; or columns, and the first is. */
    continued?: readonly ('rows' | 'columns')[];
    /** It goes on over several slides: its columns are so wide on each of them, in % of the slide's content. */
    shares?: readonly number[];
    /** Room that is added above and below each of its rows, px. */
    air?: number;
    /** How many of its rows are heads, where it is not one. */
    headRows?: number;
    /** The notes ask for a chart of it. */
    isChart?: true;
    /** Its longest words do not fit side by side: they are broken anywhere. */
    tight?: true;
    /** Its first column names the rows: where the theme has a column at the side of the content, it stands there. */
    stub?: true;
  }
}

/** How many rows a table has that say what stands below: also those that a cell of the first reaches into. */
export function headRows({ children: [first, ...others], data }: Table): number {
  if (data?.continued?.includes('rows')) return 1;
  const tallest = Math.max(1, ...(first?.children ?? []).map((cell) => cell.data?.span?.rows ?? 1));
  return Math.min(Math.max(data?.headRows ?? 1, tallest), Math.max(1, others.length));
}

export type { ListItem };

// What a slide can be about, and the parts that it is made of.
import type { List, ListItem } from 'mdast';
import type { Span } from '../../diagnostics/index.ts';
import type { SectionHint } from '../../hints/index.ts';
import type { Block } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { untilFormula } from './short-words.ts';

/** What a slide can be about: a head, and all that stands below it. */
export interface Topic {
  /** Everything of a segment but its blocks: title, role, hint, where it stands. */
  readonly head: Omit<Segment, 'blocks'>;
  /** What stands directly below the head. */
  readonly blocks: readonly Block[];
  /** The sub-sections of a section. */
  readonly sections?: readonly Part[];
  /** What the hints say of the section. */
  readonly hint?: SectionHint;
  /** A hint names it, or something in it. */
  readonly isNamed?: boolean;
  /** Headings with nothing below them that stand right before it: its first slide names them. */
  readonly before?: Segment['marker'];
  /** The notes are a deck, and it begins a slide of it. */
  readonly opensSlide?: boolean;
}

/** A block, or a bullet: the smallest thing that is placed on a slide. */
export interface Part {
  /** How it looks among its siblings. Bullets are lists of one. */
  readonly blocks: readonly Block[];
  /** The list that a bullet belongs to. */
  readonly list?: List;
  /** What it is about when it gets slides of its own. */
  readonly topic?: Topic;
  /** How the notes say that it heads something. */
  readonly headedBy?: 'heading' | 'children' | 'lead-in' | 'question' | 'label';
}

/** The blocks, each bullet by itself, without a look at what they head. */
export function partsOfBlocks(blocks: readonly Block[]): readonly Part[] {
  return blocks.flatMap((block): Part[] =>
    block.type === 'list'
      ? block.children.map((item, index) => ({ blocks: [listOfOne(item, index, block)], list: block }))
      : [{ blocks: [block] }],
  );
}

/** All blocks of a topic, with its sub-sections under their headings. */
export function wholeOf({ blocks, sections = [] }: Topic): readonly Block[] {
  return [...blocks, ...sections.flatMap((part) => part.blocks)];
}

/** Parts as blocks again: bullets of the same list stand in one list. */
export function joinParts(parts: readonly Part[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly of: List; readonly items: ListItem[]; readonly first: List } | undefined;
  const close = (): void => {
    if (open)
      blocks.push(
        open.items.length === open.of.children.length ? open.of : { ...open.first, children: open.items },
      );
    open = undefined;
  };
  for (const { blocks: own, list } of parts) {
    const [first] = own;
    if (list === undefined || first?.type !== 'list') {
      close();
      blocks.push(...own);
    } else if (open?.of === list) open.items.push(...first.children);
    else {
      close();
      open = { of: list, items: [...first.children], first };
    }
  }
  close();
  return blocks;
}

/** A bullet as a list of its own, with its number. */
export function listOfOne(item: ListItem, index: number, list: List): List {
  return { ...list, ...(list.ordered ? { start: (list.start ?? 1) + index } : {}), children: [item] };
}

/** Why a title is what it is. */
export const reasonOf = {
  heading: 'its heading',
  hint: 'the hints give it',
  deck: 'the deck’s title: it stands below no heading',
  children: 'the bullet that heads it',
  'lead-in': 'the name that its bullet begins with',
  question: 'the question that it answers',
  label: 'the label above its list',
  name: 'the name above its points',
  callout: 'the name of the callout',
  part: 'what its first words name',
  agenda: 'the word for what follows',
} as const;

/** The head of what stands one level below. A layout that a hint asks for is for the slide it names alone. */
export function below(
  head: Topic['head'],
  own: Pick<Segment, 'title' | 'titleReason'> & { readonly heading?: Span | undefined },
): Topic['head'] {
  const { hint, isBare: _, heading: __, ...rest } = head;
  const { layout: ___, perSlide: ____, ...inherited } = hint ?? { span: undefined };
  const { heading, ...named } = own;
  return {
    ...rest,
    ...named,
    marker: markerOf(head),
    ...(heading ? { heading } : {}),
    ...(inherited.span ? { hint: inherited as Segment['hint'] & object } : {}),
  };
}

/** The head of a slide of its own that has its parent's title. */
export function beside(head: Topic['head']): Topic['head'] {
  const { title, titleReason = reasonOf.heading, heading, marker } = head;
  return { ...below(head, { title, titleReason, heading }), marker };
}

/** The marker of what stands below a head. It is plain text, which has no formulas: such a head is shown in full elsewhere. */
export function markerOf({ title, marker, heading, titleReason: _ }: Topic['head']): Segment['marker'] {
  const text = untilFormula(title).replace(/\s+/gu, ' ').trim();
  return text === '' || heading === undefined ? marker : [...marker, { text, span: heading, whole: title }];
}

/** Where a block stands in the notes. */
export function spanOf(node: Block | undefined, { source }: Pick<Segment, 'source'>): Span | undefined {
  const [start, end] = [node?.position?.start.offset, node?.position?.end.offset];
  return start === undefined || end === undefined ? undefined : { path: source, start, end };
}

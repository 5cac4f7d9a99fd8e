// Notes are an outline: headings, bullets with bullets below them, bullets that begin with a name.
// Whatever heads something can be what a slide is about.
import type { List, ListItem, Paragraph } from 'mdast';
import type { Span } from '../../diagnostics/index.ts';
import type { SectionHint } from '../../hints/index.ts';
import { isQuestion, joinLead, leadIn, loneImage, splitQuestion } from '../../layouts/index.ts';
import { type Block, type Callout, type Phrasing, plainText } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { amountOf } from './amount.ts';
import { isLabel, labelWords, withoutSpan, withoutStrong } from './head-words.ts';
import { type HeadsInList, headsInList } from './heads-in-list.ts';
import { seenLength } from './short-words.ts';

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

/** Everything below a topic's head in the order of the notes, each bullet and each label with the topic that it heads. */
export function partsOf({ head, blocks, sections = [] }: Topic): readonly Part[] {
  const parts: Part[] = [];
  const bullets = bulletsAboveText(blocks);
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at] as Block, blocks[at + 1]];
    if (block.type === 'list' && bullets.has(block)) {
      const below = textBehind(blocks, at);
      parts.push(bulletPart(block, below, head));
      at += below.length;
    } else if (block.type === 'list') parts.push(...listParts(block, head));
    else if (next?.type === 'list' && isLabel(block) && next.data?.column === block.data?.column) {
      parts.push(labelPart(block, next, head));
      at += 1;
    } else parts.push(block.type === 'callout' ? calloutPart(block, head) : { blocks: [block] });
  }
  return [...parts, ...sections];
}

/** "- Charter", with paragraphs below it that are not indented: where this comes again, each such bullet heads what follows it. */
function bulletsAboveText(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = blocks.filter((block, at) => isLoneBullet(block) && textBehind(blocks, at).length > 0);
  return new Set(found.length > 1 ? found : []);
}

function isLoneBullet(block: Block): boolean {
  if (block.type !== 'list' || block.ordered || block.children.length > 1) return false;
  const [line, ...below] = block.children[0]?.children ?? [];
  return line?.type === 'paragraph' && below.length === 0 && plainText([line]).length <= longestHead;
}

/** The paragraphs from the next block on. */
function textBehind(blocks: readonly Block[], at: number): readonly Block[] {
  let end = at + 1;
  while (isTextBelow(blocks, end)) end += 1;
  return blocks.slice(at + 1, end);
}

function isTextBelow(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  return block?.type === 'paragraph' && !loneImage(block) && !headsList(blocks, at);
}

/** "Options:" above its list; above a lone bullet it has nothing behind it. */
function headsList(blocks: readonly Block[], at: number): boolean {
  const next = blocks[at + 1];
  return isLabel(blocks[at]) && next?.type === 'list' && !isLoneBullet(next);
}

/** The bullet heads the paragraphs as it would if they were indented. */
function bulletPart(list: List, text: readonly Block[], head: Topic['head']): Part {
  const [item] = list.children as [ListItem];
  const indented: ListItem = { ...item, children: [...item.children, ...(text as ListItem['children'])] };
  const { list: _, ...part } = itemPart(indented, 0, list, head);
  return { ...part, blocks: [list, ...text] };
}

/** The bullets of a list, each by itself; where some of them head others, those with the bullets up to the next head. */
function listParts(list: List, head: Topic['head']): readonly Part[] {
  const parts = list.children.map((item, index) => itemPart(item, index, list, head));
  const heads = headsInList(list);
  if (!heads) return parts;
  const { by, places } = heads;
  const groups = places.map((from, at) =>
    groupPart(list, { from, to: places[at + 1] ?? list.children.length, by }, head),
  );
  return [...parts.slice(0, places[0]), ...groups];
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly by: HeadsInList['by'];
}

function groupPart(list: List, { from, to, by }: Group, head: Topic['head']): Part {
  const items = list.children.slice(from, to);
  const [label, ...rest] = items;
  const line = label?.children[0] as Paragraph;
  const own = below(head, {
    title: labelWords(line.children as Phrasing[]),
    heading: spanOf(line, head),
    titleReason: reasonOf[by],
  });
  return {
    blocks: [{ ...list, children: items }],
    list,
    topic: { head: own, blocks: [{ ...list, children: rest }] },
    headedBy: by,
  };
}

/** The same without a look at what the parts head. */
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

function listOfOne(item: ListItem, index: number, list: List): List {
  return { ...list, ...(list.ordered ? { start: (list.start ?? 1) + index } : {}), children: [item] };
}

/** A callout with a name of its own that holds more than a slide takes is a topic like others. */
function calloutPart(callout: Callout, head: Topic['head']): Part {
  if (callout.title.length === 0 || amountOf([callout]) <= 1) return { blocks: [callout] };
  const [first] = callout.title;
  const own = below(head, {
    title: callout.title,
    heading: spanOf(first as unknown as Block, head),
    titleReason: reasonOf.callout,
  });
  return { blocks: [callout], topic: { head: own, blocks: callout.children as Block[] }, headedBy: 'label' };
}

function labelPart(label: Paragraph, list: List, head: Topic['head']): Part {
  const own = below(head, {
    title: labelWords(label.children as Phrasing[]),
    heading: spanOf(label, head),
    titleReason: reasonOf.label,
  });
  return { blocks: [label, list], topic: { head: own, blocks: [list] }, headedBy: 'label' };
}

function itemPart(item: ListItem, index: number, list: List, head: Topic['head']): Part {
  const block = listOfOne(item, index, list);
  const [first, ...details] = item.children as Block[];
  const found = first?.type === 'paragraph' ? readHead(first, details) : undefined;
  if (!found) return { blocks: [block], list };
  const own = found.title && {
    title: [...signOf(item, block), ...found.title],
    heading: itemSpan(item, head),
    titleReason: reasonOf[found.by],
  };
  return {
    blocks: [block],
    list,
    topic: {
      head: own ? below(head, own) : beside(head),
      blocks: [...(found.lead ? [found.lead] : []), ...details],
    },
    headedBy: found.by,
  };
}

/** Characters up to which a bullet can be a title; a longer one is the lead of a slide that is titled like those beside it. */
const longestHead = 110;

/** Characters of a name with what stands behind it, that are a title together. */
const longestName = 48;

/** From the bullet to the end of its line. */
function itemSpan(
  { position, children: [first] }: ListItem,
  { source }: Pick<Segment, 'source'>,
): Span | undefined {
  const [start, end] = [position?.start.offset, first?.position?.end.offset];
  return start === undefined || end === undefined ? undefined : { path: source, start, end };
}

interface ReadHead {
  /** None where the line is too long for one. */
  readonly title?: readonly Phrasing[];
  /** The rest of the line. */
  readonly lead?: Paragraph;
  readonly by: 'children' | 'lead-in' | 'question';
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
  callout: 'the name of the callout',
  part: 'what its first words name',
  agenda: 'the word for what follows',
} as const;

/** What a bullet heads: the question that it asks, the name that it begins with, or itself when something stands below. */
function readHead(first: Paragraph, details: readonly Block[]): ReadHead | undefined {
  const words = first.children as Phrasing[];
  const asked = splitQuestion(words);
  if (asked) return { title: withoutStrong(asked[0]), lead: paragraphLike(asked[1], first), by: 'question' };
  if (details.length > 0 && isQuestion(plainText(words)) && plainText(words).length <= longestHead)
    return { title: withoutStrong(words), by: 'question' };
  const lead = leadIn(words);
  if (lead && !(details.length > 0 && isShortLine(words)))
    return { title: withoutStrong(lead.term), lead: paragraphLike(lead.rest, first), by: 'lead-in' };
  if (lead) return { title: joinLead(words), by: 'lead-in' };
  if (details.length === 0 || plainText(words).trim() === '') return undefined;
  if (seenLength(words) > longestHead || isSign(words)) return { lead: first, by: 'children' };
  return { title: labelWords(withoutSpan(words)), by: 'children' };
}

/** "=>" names nothing. */
function isSign(words: readonly Phrasing[]): boolean {
  const isDrawn = ({ type }: Phrasing): boolean => type === 'inlineMath' || type === 'image';
  return !words.some(isDrawn) && !/[\p{L}\p{N}]/u.test(plainText(words));
}

/** "Group 2: runbooks", with bullets below: what stands behind such a name is a part of it. */
function isShortLine(words: readonly Phrasing[]): boolean {
  return seenLength(words) <= longestName && !/[.!?…:]$/u.test(plainText(words).trim());
}

/** The number or the box of a list's item stands before its title, and is no word of the notes. */
function signOf(item: ListItem, list: List): readonly Phrasing[] {
  const number = list.ordered ? `${item.data?.number ?? list.start ?? 1}. ` : '';
  const box = item.checked == null ? '' : item.checked ? '☑ ' : '☐ ';
  if (number + box === '') return [];
  const children = [{ type: 'text', value: number + box } as const];
  return [{ type: 'element', name: 'span', class: 'added', children }];
}

function paragraphLike(words: readonly Phrasing[], like: Paragraph): Paragraph {
  return { ...like, children: words as Paragraph['children'] };
}

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
function beside(head: Topic['head']): Topic['head'] {
  const { title, titleReason = reasonOf.heading, heading, marker } = head;
  return { ...below(head, { title, titleReason, heading }), marker };
}

/** The marker of what stands below a head. It is plain text, which has no formulas: such a head is shown in full elsewhere. */
export function markerOf({ title, marker, heading, titleReason: _ }: Topic['head']): Segment['marker'] {
  const text = plainText(withoutFormulas(title)).replace(/\s+/gu, ' ').trim();
  return text === '' || heading === undefined ? marker : [...marker, { text, span: heading }];
}

/** Where a block stands in the notes. */
export function spanOf(node: Block | undefined, { source }: Pick<Segment, 'source'>): Span | undefined {
  const [start, end] = [node?.position?.start.offset, node?.position?.end.offset];
  return start === undefined || end === undefined ? undefined : { path: source, start, end };
}

function withoutFormulas(words: readonly Phrasing[]): readonly Phrasing[] {
  return words.map((node): Phrasing => {
    if (node.type === 'inlineMath') return { type: 'text', value: '…' };
    if (!('children' in node)) return node;
    return { ...node, children: withoutFormulas(node.children as Phrasing[]) } as Phrasing;
  });
}

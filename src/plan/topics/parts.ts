// Notes are an outline: headings, bullets with bullets below them, bullets that begin with a name.
// Whatever heads something can be what a slide is about.
import type { List, ListItem, Paragraph } from 'mdast';
import type { Span } from '../../diagnostics/index.ts';
import {
  countWords,
  isQuestion,
  joinLead,
  type LeadIn,
  leadIn,
  leansOnBefore,
  loneImage,
  splitQuestion,
} from '../../layouts/index.ts';
import { type Block, type Callout, type Phrasing, plainText } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { amountOf } from './amount.ts';
import { isLabel, labelWords, withoutSpan, withoutStrong } from './head-words.ts';
import { type HeadInList, headsInList } from './heads-in-list.ts';
import { seenLength } from './short-words.ts';
import { isLog } from './times.ts';
import { below, beside, listOfOne, type Part, reasonOf, spanOf, type Topic } from './topic.ts';

/** Everything below a topic's head in the order of the notes, each bullet and each label with the topic that it heads; `lang` is the deck's. */
export function partsOf({ head, blocks, sections = [] }: Topic, lang: string): readonly Part[] {
  const parts: Part[] = [];
  const bullets = bulletsAboveText(blocks);
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at] as Block, blocks[at + 1]];
    if (block.type === 'list' && bullets.has(block)) {
      const text = textBehind(blocks, at);
      parts.push(bulletPart(block, text, { head, lang }));
      at += text.length;
    } else if (block.type === 'list') parts.push(...listParts(block, { head, lang }));
    else if (next?.type === 'list' && isLabel(block) && next.data?.column === block.data?.column) {
      parts.push(labelPart(block, next, head));
      at += 1;
    } else parts.push(block.type === 'callout' ? calloutPart(block, head) : { blocks: [block] });
  }
  return [...parts, ...sections];
}

/** What parts stand below, and the deck's language. */
interface Within {
  readonly head: Topic['head'];
  readonly lang: string;
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
function bulletPart(list: List, text: readonly Block[], within: Within): Part {
  const [item] = list.children as [ListItem];
  const indented: ListItem = { ...item, children: [...item.children, ...(text as ListItem['children'])] };
  const { list: _, ...part } = itemPart(indented, 0, list, within);
  return { ...part, blocks: [list, ...text] };
}

/** The bullets of a list, each by itself; where some of them head others, those with the bullets up to the next head. */
function listParts(list: List, within: Within): readonly Part[] {
  const isEntries = isLog(list);
  const parts = list.children.map((item, index): Part => {
    return isEntries ? { blocks: [listOfOne(item, index, list)], list } : itemPart(item, index, list, within);
  });
  const heads = headsInList(list);
  const groups = heads.map((own, index) => {
    const items = list.children.slice(own.at, heads[index + 1]?.at);
    return groupPart(items, { list, by: own.by, head: within.head });
  });
  return [...parts.slice(0, heads[0]?.at), ...groups];
}

interface WithinList {
  readonly list: List;
  readonly by: HeadInList['by'];
  readonly head: Topic['head'];
}

/** Items with the one that heads them first. */
function groupPart(items: readonly ListItem[], { list, by, head }: WithinList): Part {
  const [first, ...rest] = items;
  const line = first?.children[0] as Paragraph;
  const lead = by === 'name' ? leadIn(line.children as Phrasing[]) : undefined;
  const own = below(head, {
    title: lead ? withoutStrong(lead.term) : labelWords(line.children as Phrasing[]),
    heading: spanOf(line, head),
    titleReason: lead ? reasonOf['lead-in'] : reasonOf[by],
  });
  const points: Block[] = rest.length > 0 ? [{ ...list, children: rest }] : [];
  return {
    blocks: [{ ...list, children: [...items] }],
    list,
    topic: { head: own, blocks: [...(lead ? [paragraphLike(lead.rest, line)] : []), ...points] },
    headedBy: by === 'name' ? 'label' : by,
  };
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

function itemPart(item: ListItem, index: number, list: List, { head, lang }: Within): Part {
  const block = listOfOne(item, index, list);
  const [first, ...details] = item.children as Block[];
  const found = first?.type === 'paragraph' ? readHead(first, details, lang) : undefined;
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

/** What a bullet heads: the question that it asks, the name that it begins with, or itself when something stands below. */
function readHead(first: Paragraph, details: readonly Block[], lang: string): ReadHead | undefined {
  const words = first.children as Phrasing[];
  const asked = splitQuestion(words);
  if (asked) return { title: withoutStrong(asked[0]), lead: paragraphLike(asked[1], first), by: 'question' };
  if (details.length > 0 && isQuestion(plainText(words)) && plainText(words).length <= longestHead)
    return { title: withoutStrong(words), by: 'question' };
  const lead = leadIn(words);
  const isLine = details.length > 0 && (isShortLine(words) || isKind(words, lead) || isNumber(words, lead));
  if (lead && !isLine)
    return { title: withoutStrong(lead.term), lead: paragraphLike(lead.rest, first), by: 'lead-in' };
  if (lead) return { title: joinLead(words), by: 'lead-in' };
  if (details.length === 0 || plainText(words).trim() === '') return undefined;
  const isTitle =
    seenLength(words) <= longestHead &&
    !isSign(words) &&
    !isSaid(plainText(words)) &&
    !leansOnBefore(plainText(words), lang, 1);
  if (!isTitle) return { lead: first, by: 'children' };
  return { title: labelWords(withoutSpan(words)), by: 'children' };
}

/** A whole sentence that ends as one, of more words than a title has, is said. */
function isSaid(text: string): boolean {
  return /[.!。！]\s*$/u.test(text) && countWords(text) > 8;
}

/** "=>" names nothing. */
function isSign(words: readonly Phrasing[]): boolean {
  const isDrawn = ({ type }: Phrasing): boolean => type === 'inlineMath' || type === 'image';
  return !words.some(isDrawn) && !/[\p{L}\p{N}]/u.test(plainText(words));
}

/** "merge: Tracking issue for …": one word in lower case says what kind of thing it is, and does not name it. */
function isKind(words: readonly Phrasing[], lead: LeadIn | undefined): boolean {
  return (
    lead !== undefined &&
    /^\p{Ll}[\p{Ll}\p{M}'’-]*$/u.test(plainText(lead.term).trim()) &&
    seenLength(words) <= longestHead
  );
}

/** "#55005 — …": a number says which one it is, and names nothing either. */
function isNumber(words: readonly Phrasing[], lead: LeadIn | undefined): boolean {
  return lead !== undefined && !/\p{L}/u.test(plainText(lead.term)) && seenLength(words) <= longestHead;
}

/** "Group 2: runbooks", with bullets below: what stands behind such a name is a part of it. */
function isShortLine(words: readonly Phrasing[]): boolean {
  return seenLength(words) <= longestName && !/[.!?…:]$/u.test(plainText(words).trim());
}

/** The number of a list's item stands before its title, and that it is done; neither is a word of the notes. */
function signOf(item: ListItem, list: List): readonly Phrasing[] {
  const number = list.ordered ? `${item.data?.number ?? list.start ?? 1}. ` : '';
  const box = item.checked ? '☑ ' : '';
  if (number + box === '') return [];
  const children = [{ type: 'text', value: number + box } as const];
  return [{ type: 'element', name: 'span', class: 'added', children }];
}

function paragraphLike(words: readonly Phrasing[], like: Paragraph): Paragraph {
  return { ...like, children: words as Paragraph['children'] };
}

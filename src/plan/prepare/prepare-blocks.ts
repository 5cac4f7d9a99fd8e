import type { Image, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { isQuestion, leadIn, onlyImages, setOffLead } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { PlanContext } from '../draft.ts';
import { alignNumbers } from './fit-tables.ts';
import { typesetPhrasing } from './typography.ts';

/** How blocks are set. */
interface Typesetting {
  readonly lang: string;
  /** Are the lead-in words of bullets set off? */
  readonly leadIns: boolean;
}

/** What the deck's language and its hints ask for. */
export function typesettingOf({ lang, hints }: Pick<PlanContext, 'lang' | 'hints'>): Typesetting {
  return { lang, leadIns: hints.deck.leadIns ?? true };
}

/**
 * Blocks as they will be set: typography, and the lead-in words of bullets set off. Done once
 * for each section, so that every later step measures and prints the same nodes.
 */
export function prepareBlocks(blocks: readonly Block[], { lang, leadIns }: Typesetting): Block[] {
  const set = soleFormula(prepareAll(blocks, lang));
  return leadIns
    ? set.map((block) => (block.type === 'list' ? setOffHeads(setOffLeads(block)) : block))
    : set;
}

/** Emphasis is even: lead-ins are set off on all bullets of a list or on none, at every depth. */
function setOffLeads(list: List): List {
  const inner = list.children.map(
    (item): ListItem => ({
      ...item,
      children: item.children.map((child) => (child.type === 'list' ? setOffLeads(child) : child)),
    }),
  );
  const set = isAnswered(list) ? inner : inner.map(withLead);
  return { ...list, children: set.every((item, at) => item !== inner[at]) ? set : inner };
}

/** `A:` before the answer to a question is no name that it explains. */
const answerLabel =
  /^(?:A|Answer|Antwort|Réponse|Respuesta|Risposta|Resposta|Antwoord|Ответ|答)\s?\d{0,2}\s?[:：.)]/iu;

function isAnswered({ children: [only, ...others] }: List): boolean {
  return others.length === 0 && only !== undefined && answerLabel.test(plainText(only.children.slice(0, 1)));
}

/** Times and dates are no names. */
const time = /^\d{1,2}[:.]\d{2}\b/u;

/** The same item when it begins with no name. */
function withLead(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return item;
  const words = first.children as Phrasing[];
  if (time.test(plainText(words))) return item;
  const set = setOffLead(words);
  if (set === words) return words[0]?.type === 'strong' && leadIn(words) ? { ...item } : item;
  return { ...item, children: [{ ...first, children: set as typeof first.children }, ...rest] };
}

function prepareAll(blocks: readonly Block[], lang: string): Block[] {
  return blocks
    .map((block) => prepareBlock(block, lang))
    .filter((block) => block.type !== 'list' || block.children.length > 0);
}

function prepareBlock(block: Block, lang: string): Block {
  switch (block.type) {
    case 'paragraph':
      return withLargeFormula({
        ...block,
        children: typesetPhrasing(block.children, lang) as PhrasingContent[],
      });
    case 'heading':
      return { ...block, children: typesetPhrasing(block.children, lang) };
    case 'list':
      return { ...block, children: withSigns(withoutEmpty(block)).map((item) => prepareItem(item, lang)) };
    case 'blockquote':
    case 'footnoteDefinition':
      return { ...block, children: prepareAll(block.children as Block[], lang) as typeof block.children };
    case 'callout':
      return {
        ...block,
        title: typesetPhrasing(block.title, lang) as typeof block.title,
        children: prepareAll(block.children as Block[], lang) as typeof block.children,
      };
    case 'table':
      return {
        ...block,
        align: alignNumbers(block),
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: typesetPhrasing(cell.children, lang) })),
        })),
      } as Block;
    default:
      return block;
  }
}

/** What is set small in a line: a fraction, and what stands above and below a sum. */
const small = /\\(?:frac|binom|sum|prod|int|lim)(?![A-Za-z])/u;

/** A formula that is all of a line is set as it would be by itself. */
function withLargeFormula(paragraph: Paragraph): Paragraph {
  const [first, ...others] = paragraph.children;
  if (first?.type !== 'inlineMath' || others.length > 0 || !small.test(first.value)) return paragraph;
  return { ...paragraph, children: [{ ...first, value: `\\displaystyle ${first.value}` }] };
}

/** A bullet with nothing behind it stands for an empty line. Numbers and boxes to tick say something by themselves. */
function withoutEmpty({ children, ordered }: List): readonly ListItem[] {
  if (ordered) return children;
  return children.filter((item) => item.checked != null || !isEmpty(item));
}

/** "=>" by itself says how one goes on to the next bullet, or to those below it: it begins that. */
function withSigns(items: readonly ListItem[]): readonly ListItem[] {
  const joined: ListItem[] = [];
  let sign: ListItem | undefined;
  for (const item of items.flatMap(lifted)) {
    const own: ListItem = sign ? behindSign(sign, item) : item;
    sign = isSign(own) ? own : undefined;
    if (!sign) joined.push(own);
  }
  return sign ? [...joined, sign] : joined;
}

/** The bullets below a sign, the first of them with the sign before it. */
function lifted(item: ListItem): readonly ListItem[] {
  const [line, list, ...others] = item.children;
  if (line?.type !== 'paragraph' || list?.type !== 'list' || list.ordered || others.length > 0) return [item];
  const alone: ListItem = { ...item, children: [line] };
  return isSign(alone) ? [alone, ...list.children] : [item];
}

function isSign({ checked, children }: ListItem): boolean {
  const [line, ...below] = children;
  if (checked != null || below.length > 0 || line?.type !== 'paragraph') return false;
  return (
    line.children.every(({ type }) => type === 'text') && /^[^\p{L}\p{N}\s]+$/u.test(plainText([line]).trim())
  );
}

function behindSign(sign: ListItem, item: ListItem): ListItem {
  const [before] = sign.children;
  const [line, ...below] = item.children;
  if (before?.type !== 'paragraph' || line?.type !== 'paragraph') return item;
  const children: PhrasingContent[] = [...before.children, { type: 'text', value: ' ' }, ...line.children];
  const joined: Paragraph = { ...line, children, ...startingAt(before, line) };
  return { ...item, children: [joined, ...below], ...startingAt(sign, item) };
}

function startingAt(
  { position: from }: ListItem | Paragraph,
  { position: to }: ListItem | Paragraph,
): Pick<ListItem, 'position'> {
  return from && to ? { position: { start: from.start, end: to.end } } : {};
}

function isEmpty({ children }: ListItem): boolean {
  return children.every((child) => child.type === 'list' && !child.ordered && child.children.every(isEmpty));
}

function prepareItem(item: ListItem, lang: string): ListItem {
  const children = (item.children as Block[]).map((block, at) => (at > 0 ? setOffFormula(block) : block));
  return { ...item, children: prepareAll(children, lang) as ListItem['children'] };
}

/** The only point there is, with a formula set off below it: both stand for themselves. */
function soleFormula(blocks: Block[]): Block[] {
  const [list, ...others] = blocks;
  if (list?.type !== 'list' || list.ordered || others.length > 0 || list.children.length !== 1) return blocks;
  const [item] = list.children;
  const [words, formula, ...more] = (item?.children ?? []) as Block[];
  if (item?.checked != null || words?.type !== 'paragraph' || formula?.type !== 'math') return blocks;
  return more.length > 0 ? blocks : [words, formula];
}

/** The one point below another that is a formula with a fraction and nothing else is set off: it needs no bullet, but room. */
function setOffFormula(block: Block): Block {
  if (block.type !== 'list' || block.ordered || block.children.length !== 1) return block;
  const [item] = block.children;
  const [line, ...below] = item?.children ?? [];
  if (item?.checked != null || below.length > 0 || line?.type !== 'paragraph') return block;
  const [formula, ...others] = line.children;
  if (formula?.type !== 'inlineMath' || others.length > 0 || !small.test(formula.value)) return block;
  const { value, position } = formula;
  return { type: 'math', value, ...(position && { position }) };
}

/** Letters of a point that can stand as the heading of what is below it. */
const longest = 60;

const headClass = 'lead head';

/**
 * Short points with points below them head them, and are set like lead-ins. All of a list or none: one that is a
 * sentence or a question would look as if it mattered less.
 */
function setOffHeads(list: List): List {
  const heading = list.children.filter((item) => item.children[1]?.type === 'list');
  // One of several equals is no head because something more is said of it.
  if (heading.length * 2 <= list.children.length || !heading.every(canHead)) return list;
  return {
    ...list,
    children: list.children.map((item) => (heading.includes(item) ? setOffHead(item) : item)),
  };
}

function canHead({ children: [first] }: ListItem): boolean {
  if (first?.type !== 'paragraph') return false;
  const words = first.children as Phrasing[];
  const text = plainText(words).trim();
  if (leadIn(words)) return true;
  return text !== '' && text.length <= longest && !isQuestion(text);
}

function setOffHead(item: ListItem): ListItem {
  const [first] = item.children;
  if (first?.type !== 'paragraph' || leadIn(first.children as Phrasing[])) return item;
  return { ...item, children: [asHead(first), ...item.children.slice(1)] };
}

/** The same point without what it headed: a point like any other. In an agenda a link may be around it. */
export function withoutHead(paragraph: Paragraph): Paragraph {
  const [only, ...others] = paragraph.children as Phrasing[];
  if (others.length > 0) return paragraph;
  if (only?.type === 'link') {
    const { children } = withoutHead({ ...paragraph, children: only.children });
    return { ...paragraph, children: [{ ...only, children } as PhrasingContent] };
  }
  if (only?.type !== 'element' || only.class !== headClass) return paragraph;
  return { ...paragraph, children: only.children };
}

function asHead(paragraph: Paragraph): Paragraph {
  const position = paragraph.position ? { position: paragraph.position } : {};
  const children = paragraph.children as PhrasingContent[];
  const head: Phrasing = { type: 'element', name: 'span', class: headClass, children, ...position };
  return { ...paragraph, children: [head as PhrasingContent] };
}

/** What is thought of a picture that is not there, px. */
const usualSize = { width: 800, height: 600 } as const;

/** The same blocks, pictures that stand for themselves, in bullets and callouts too, with their natural size: layouts go by it. */
export function sizePictures({ measure }: Pick<PlanContext, 'measure'>, blocks: readonly Block[]): Block[] {
  const sized = (node: Phrasing): Phrasing => (node.type === 'image' ? withSize(node) : node);
  const withSize = (image: Image): Image => {
    const picture = measure.picture(image.url);
    if (picture.status !== 'found')
      return { ...image, data: { ...image.data, size: usualSize, isMissing: true } };
    const { width, height } = picture;
    return { ...image, data: { ...image.data, size: { width, height } } };
  };
  const within = (block: Block): Block => {
    if (block.type === 'paragraph')
      return onlyImages(block).length === 0
        ? block
        : { ...block, children: block.children.map(sized) as typeof block.children };
    if (!['list', 'listItem', 'blockquote', 'callout'].includes(block.type) || !('children' in block))
      return block;
    const children = (block.children as Block[]).map(within);
    return children.every((child, at) => child === block.children[at])
      ? block
      : ({ ...block, children } as Block);
  };
  return blocks.map(within);
}

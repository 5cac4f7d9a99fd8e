import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import type { Block } from './block.ts';
import { sliceText, textOffsets } from './markdown/source-text.ts';
import { at, endOf, startOf } from './markdown/tree.ts';
import type { Agenda } from './notes.ts';
import { plainText } from './plain-text.ts';
import { shareWord } from './same-words.ts';

const label =
  /^(?:agenda|outline|overview|topics|index|toc|contents?|table of contents|today|plan|programme?|inhalt|inhaltsverzeichnis|übersicht|überblick|themen|gliederung|ablauf|sommaire|table des matières|índice|contenido|indice|cuprins|inhoud|содержание|план|план доклада|目次|アジェンダ|目录|目錄|议程|議程|大纲|목차|المحتويات|الفهرس|תוכן)\s*[:：]?$/i;

/**
 * Lines that only lead to sections, as Google Docs exports its table of contents, each with a tab and a page: a list,
 * without the pages.
 */
export function listContents(blocks: readonly RootContent[], source: Source): RootContent[] {
  const out: RootContent[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const item = contentsItem(block, source);
    if (!item) out.push(block);
    else if (last?.type === 'list' && last.data?.isContents) {
      last.children.push(item);
      last.position = at(startOf(last), endOf(item));
    } else
      out.push({
        type: 'list',
        ordered: false,
        spread: false,
        data: { isContents: true },
        children: [item],
        position: at(startOf(item), endOf(item)),
      });
  }
  // One line is a link like others, and so are two without pages.
  return out.flatMap((block) => {
    if (block.type !== 'list' || !block.data?.isContents) return [block];
    const hasPages = block.children.length > 1 && block.children.every((item) => hasPage(item, source));
    if (hasPages || block.children.length >= fewestWithoutPages) return [block];
    return blocks.filter((written) => startOf(block) <= startOf(written) && startOf(written) < endOf(block));
  });
}

/** Lines that are contents without the number of a page. */
const fewestWithoutPages = 3;

function hasPage(item: ListItem, { text }: Source): boolean {
  return /\t\d+\**\](?=\(#)/.test(text.slice(startOf(item), endOf(item)));
}

function contentsItem(block: RootContent, { text: source }: Source): ListItem | undefined {
  const [link, ...others] = block.type === 'paragraph' ? block.children : [];
  if (block.type !== 'paragraph' || link?.type !== 'link' || !link.url.startsWith('#') || others.length > 0)
    return undefined;
  const [inner] = link.children;
  const words = inner?.type === 'strong' || inner?.type === 'emphasis' ? inner.children[0] : inner;
  const page = words?.type === 'text' ? /\t\d+$/.exec(words.value) : null;
  if (page && link.children.length > 1) return undefined;
  const rest =
    words?.type === 'text' && page ? sliceText(words, 0, page.index, textOffsets(words, source)) : undefined;
  const position = at(startOf(block), endOf(block));
  const children = [page ? { ...link, children: rest ? [rest] : [] } : link];
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children, position }],
    position: { ...position },
  };
}

/**
 * The list before the first section, if it says what is to come: half of its items name a
 * section, or it stands under a title and is as short as only an agenda is.
 */
export function readAgenda(
  blocks: readonly RootContent[],
  titleFrom: 'heading' | 'front-matter' | 'nowhere',
  source: Source,
): { readonly agenda: Agenda | undefined; readonly rest: readonly RootContent[] } {
  const before = blocks.findIndex((block) => block.type === 'heading');
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [plainText(block.children)] : []));
  const start = startOfAgenda(before === -1 ? [] : blocks.slice(0, before));
  const listAt = blocks[start] && isLabel(blocks[start]) ? start + 1 : start;
  const list = blocks[listAt];
  if (list?.type !== 'list' || listAt >= before) return { agenda: undefined, rest: blocks };
  if (!isAgenda(list, headings, titleFrom)) return { agenda: undefined, rest: blocks };
  const taken = blocks.slice(start, listAt + 1) as Block[];
  const span = { path: source.path, start: startOf(taken[0] as Block), end: endOf(list) };
  const rest = [...withoutRules(blocks.slice(0, start)), ...withoutRules(blocks.slice(listAt + 1))];
  return { agenda: { blocks: taken, span }, rest };
}

/** Where a label stands, anywhere before the first section; else the first block. */
function startOfAgenda(before: readonly RootContent[]): number {
  const labelled = before.findIndex((block, at) => isLabel(block) && before[at + 1]?.type === 'list');
  return labelled === -1 ? before.findIndex((block) => block.type !== 'thematicBreak') : labelled;
}

/** Whether a heading or a line announces what is to come. */
export function isAgendaLabel(text: string): boolean {
  return label.test(text.trim());
}

/** Whether blocks are a table of contents: one list, and at least half of its items lead to or name sections. */
export function isContents(blocks: readonly Block[], headings: readonly string[]): boolean {
  const [list, ...others] = blocks;
  if (list?.type !== 'list' || others.length > 0) return false;
  const items = list.children.map((item) => item.children[0]);
  if (items.length < 2 || !items.every(isPlain)) return false;
  const leading = items.filter((item) => leadsToSection(item) || namesSection(item, headings));
  return leading.length * 2 >= items.length;
}

function leadsToSection({ children }: Paragraph): boolean {
  const [first] = children;
  return first?.type === 'link' && first.url.startsWith('#');
}

function namesSection(item: Paragraph, headings: readonly string[]): boolean {
  const text = plainText([item]);
  return words(text) <= 8 && headings.some((heading) => shareWord(text, heading));
}

function isLabel(block: RootContent): boolean {
  return block.type === 'paragraph' && isAgendaLabel(plainText(block.children));
}

/** Words in an item of an agenda: at most eight, and six where no section has its name. */
function isAgenda(list: List, headings: readonly string[], titleFrom: string): boolean {
  const items = list.children.map((item) => item.children[0]);
  const texts = items.map((item) => (isPlain(item) ? plainText([item]) : undefined));
  const lengths = texts.map((text) => (text === undefined ? Number.POSITIVE_INFINITY : words(text)));
  if (items.length < 2 || lengths.some((length) => length > 8 || length === 0)) return false;
  const matching = texts.filter((text) => headings.some((heading) => shareWord(text ?? '', heading)));
  if (matching.length * 2 >= items.length) return true;
  return titleFrom === 'heading' && headings.length >= 2 && lengths.every((length) => length <= 6);
}

/** A line of words; no picture, no box to tick. */
function isPlain(block: RootContent | undefined): block is Paragraph {
  return block?.type === 'paragraph' && block.children.every((child) => child.type !== 'image');
}

/** Scripts without spaces count three letters as a word. */
function words(text: string): number {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.-]*/gu)?.length ?? 0;
  return dense > 0 ? Math.ceil(dense / 3) + (text.match(/[a-z\d]+/gi)?.length ?? 0) : spaced;
}

function withoutRules(blocks: readonly RootContent[]): readonly RootContent[] {
  const first = blocks.findIndex((block) => block.type !== 'thematicBreak');
  return first === -1 ? [] : blocks.slice(first);
}

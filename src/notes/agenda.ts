import type { List, Paragraph, RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import type { Block } from './block.ts';
import { endOf, startOf } from './markdown/positions.ts';
import type { Agenda } from './notes.ts';
import { plainText } from './plain-text.ts';
import { shareWord } from './share-word.ts';

const label =
  /^(?:agenda|outline|overview|topics|contents|table of contents|today|plan|inhalt|themen|sommaire|目次|アジェンダ|目录|议程)\s*[:：]?$/i;

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
  const start = blocks.findIndex((block) => block.type !== 'thematicBreak');
  const listAt = blocks[start] && isLabel(blocks[start]) ? start + 1 : start;
  const list = blocks[listAt];
  if (list?.type !== 'list' || listAt >= before) return { agenda: undefined, rest: blocks };
  if (!isAgenda(list, headings, titleFrom)) return { agenda: undefined, rest: blocks };
  const taken = blocks.slice(start, listAt + 1) as Block[];
  const span = { path: source.path, start: startOf(taken[0] as Block), end: endOf(list) };
  return { agenda: { blocks: taken, span }, rest: withoutRules(blocks.slice(listAt + 1)) };
}

function isLabel(block: RootContent): boolean {
  return block.type === 'paragraph' && label.test(plainText(block.children).trim());
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

// Who said what is quoted, and quotations written without Markdown's marker for them: “…” — Name.

import type { Paragraph } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { itemsOf, paragraphOf } from './items.ts';
import { answerIn, isAsking, isQuestion } from './question-signs.ts';

/** Most characters of a name with its source. */
const longest = 100;
const startsWithDash = /^\s*[-–—]{1,2}\s?\S/u;

/** Who said what is quoted: a short line after a dash, or one bullet, which is what Markdown makes of a hyphen. */
export function attributionOf(block: Block): readonly Phrasing[] | undefined {
  const text = plainText([block]);
  if (block.type === 'paragraph') return block.data?.isSource || isSource(text) ? block.children : undefined;
  const [item, ...more] = itemsOf([block]);
  const isName = text.length < longest && /^[\p{Lu}\p{Lo}]/u.test(text) && !/[.!?。]\s*$/u.test(text);
  return item && more.length === 0 && item.details.length === 0 && isName ? item.words : undefined;
}

/** Whether a text is a short line that begins with a dash. */
export function isSource(text: string): boolean {
  return text.length < longest && startsWithDash.test(text);
}

/**
 * Who said what a block quote holds, in its last paragraph without a dash: a name that is all in italics, or in `<cite>`,
 * which holds nothing else.
 */
export function nameInItalics(block: Block): readonly Phrasing[] | undefined {
  if (block.type !== 'paragraph') return undefined;
  const [only, ...others] = block.children.filter((word) => plainText([word]).trim() !== '');
  if (!only || others.length > 0) return undefined;
  if (isCite(only)) return only.children;
  const isName = only.type === 'emphasis' && isSourceName(`— ${plainText([only])}`);
  return isName ? only.children : undefined;
}

function isCite(word: Phrasing): word is Extract<Phrasing, { type: 'element' }> {
  return word.type === 'element' && word.name === 'cite' && plainText([word]).length < longest;
}

/** A paragraph of a block quote that ends with who said it: behind a mark that closes, or a sentence, and a dash; or in `<cite>`. */
export function sourceBehindWords(paragraph: Paragraph): QuotedWords | undefined {
  const words = flat(paragraph.children);
  const last = words.at(-1);
  if (last && words.length > 1 && isCite(last))
    return { quotation: [paragraphOf(words.slice(0, -1), paragraph)], attribution: last.children };
  const cut = words.findLastIndex((word) => word.type === 'text' && sentenceDashAt(word.value) > 0);
  const text = words[cut];
  if (text?.type !== 'text') return undefined;
  const at = sentenceDashAt(text.value);
  const attribution = [{ ...text, value: text.value.slice(at).trimStart() }, ...words.slice(cut + 1)];
  if (!isSourceName(plainText(attribution))) return undefined;
  const quoted = [...words.slice(0, cut), { ...text, value: text.value.slice(0, at) }];
  return { quotation: [paragraphOf(quoted, paragraph)], attribution };
}

/** Offset of the space and dash behind the last sentence or closing mark. */
function sentenceDashAt(text: string): number {
  return [...text.matchAll(/(?<=[.!?…。！？"”“»«’›」』])\s+(?:[–—]|--)\s/gu)].at(-1)?.index ?? -1;
}

interface QuotedWords {
  readonly quotation: readonly Block[];
  /** With its dash. */
  readonly attribution: readonly Phrasing[];
}

/** One paragraph or one bullet in quotation marks, with a dash and a name behind it or below it. */
export function readQuotedWords(blocks: readonly Block[]): QuotedWords | undefined {
  const paragraph = onlyParagraph(blocks);
  const words = paragraph ? flat(paragraph.children) : undefined;
  if (!paragraph || !words) return twoParagraphs(blocks);
  const cut = words.findLastIndex((word) => word.type === 'text' && dashAt(word.value) >= 0);
  const text = words[cut];
  if (text?.type !== 'text') return undefined;
  const at = dashAt(text.value);
  const quoted = [...words.slice(0, cut), { ...text, value: text.value.slice(0, at) }];
  const attribution = [{ ...text, value: text.value.slice(at).trimStart() }, ...words.slice(cut + 1)];
  if (!isQuoted(plainText(quoted)) || !isSourceName(plainText(attribution))) return undefined;
  return { quotation: [paragraphOf(quoted, paragraph)], attribution };
}

function onlyParagraph(blocks: readonly Block[]): Paragraph | undefined {
  const [first, ...others] = blocks;
  if (first?.type === 'paragraph') return others.length === 0 ? first : undefined;
  const [item, ...more] = itemsOf(blocks);
  if (!item || more.length > 0 || item.details.length > 0) return undefined;
  return typeof item.node.checked === 'boolean' ? undefined : paragraphOf(item.words, item.node);
}

function twoParagraphs([first, second, ...rest]: readonly Block[]): QuotedWords | undefined {
  if (first?.type !== 'paragraph' || second?.type !== 'paragraph' || rest.length > 0) return undefined;
  if (!isQuoted(plainText([first])) || !isSourceName(plainText([second]))) return undefined;
  return { quotation: [first], attribution: second.children };
}

/** Without what set off a lead-in or set back the rest of a long bullet. */
function flat(words: readonly Phrasing[]): readonly Phrasing[] {
  return words.flatMap((word) => (word.type === 'element' && word.class ? flat(word.children) : [word]));
}

/** Offset of the space and dash behind the last closing mark; of those a text begins with. */
function dashAt(text: string): number {
  const found = [...text.matchAll(/(?<=["”“»«’›」』])\s*[-–—]{1,2}\s/gu)].at(-1);
  return found?.index ?? (/^\s*[-–—]{1,2}\s/u.test(text) ? 0 : -1);
}

/** What closes a quotation, by what opens it. */
const pairs: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
]);

/** Fewer words than these, and no sentence, are a name in quotation marks. */
const fewestWords = 4;

/** One quotation from end to end, not two of them nor a quoted word. */
function isQuoted(text: string): boolean {
  const all = text.trim();
  const [open = '', close = ''] = [all[0], all.at(-1)];
  const inside = all.slice(1, -1);
  if (!pairs.get(open)?.includes(close) || inside === '') return false;
  if (close === '’' ? /’(?!\p{L})/u.test(inside) : inside.includes(close) || inside.includes(open))
    return false;
  return inside.split(/\s+/).length >= fewestWords || /[.!?…。！？]$/u.test(inside);
}

const particles = /^(?:of|the|and|von|van|der|den|de|la|le|du|di|da|do|dos|del|bin|ibn|al|el|y|e|zu|&)$/u;

/** A dash and a name: a few words with capitals, then perhaps a comma or bracket and more. */
function isSourceName(text: string): boolean {
  const line = /^\s*[-–—]{1,2}\s*(\S[^\n]*)$/u.exec(text.trim())?.[1];
  if (line === undefined || line.length >= longest || /[.!?。]$/u.test(line)) return false;
  const words = (line.split(/[,;:(（、，]/u)[0] ?? '').trim().split(/\s+/);
  const first = words[0] ?? '';
  return (
    words.length <= 6 && isNameWord(first) && words.every((word) => isNameWord(word) || particles.test(word))
  );
}

function isNameWord(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
}

type QuestionAndAnswer = readonly [question: readonly Phrasing[], answer: readonly Phrasing[]];

/** A question and its answer in one paragraph: the question is bold, or ends a line as questions do; the last such line. */
export function splitQuestion(words: readonly Phrasing[]): QuestionAndAnswer | undefined {
  const inside = withoutHead(words);
  const [first, ...others] = inside;
  if (first?.type === 'strong' && isQuestion(plainText([first]))) return answered([first], others);
  const answer = first?.type === 'text' && isAsking(first.value) ? answerIn(first.value) : undefined;
  if (answer !== undefined) return cutAt(inside, { at: 0, offset: answer });
  const end = questionEnd(inside);
  return end && cutAt(inside, end);
}

/** A line end: the node, and how far into it where that is text. */
interface LineEnd {
  readonly at: number;
  readonly offset: number;
}

/** Characters before a line end that decide whether it ends a question. */
const tail = 200;

function questionEnd(words: readonly Phrasing[]): LineEnd | undefined {
  let before = '';
  let found: LineEnd | undefined;
  for (const [at, node] of words.entries()) {
    const text = node.type === 'break' ? '\n' : plainText([node]);
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
      const isEnd = isQuestion((before + text.slice(Math.max(0, end - tail), end)).slice(-tail));
      if (isEnd && (node.type === 'text' || node.type === 'break')) found = { at, offset: end };
    }
    before = (before + text).slice(-tail);
  }
  return isQuestion(before) ? undefined : found;
}

function cutAt(words: readonly Phrasing[], { at, offset }: LineEnd): QuestionAndAnswer | undefined {
  const node = words[at];
  const [before, behind] = [words.slice(0, at), words.slice(at + 1)];
  if (node?.type !== 'text') return answered(before, behind);
  const rest = { ...node, value: node.value.slice(offset) };
  return answered([...before, { ...node, value: node.value.slice(0, offset) }], [rest, ...behind]);
}

/** Words that are set off whole from what stands below them. */
function withoutHead(words: readonly Phrasing[]): readonly Phrasing[] {
  const [only, ...others] = words;
  const isHead = only?.type === 'element' && others.length === 0 && only.class === 'lead head';
  return isHead ? only.children : words;
}

function answered(question: readonly Phrasing[], rest: readonly Phrasing[]): QuestionAndAnswer | undefined {
  const [first, ...others] = rest;
  const answer = first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...others] : rest;
  return plainText(answer).trim() === '' ? undefined : [question, answer];
}

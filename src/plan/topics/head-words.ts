import type { ListItem, Paragraph } from 'mdast';
import { countWords } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { wordsInItem } from './amount.ts';

/** Longest label above a list, in characters. */
const longest = 84;

/** "Next steps:" above a list, or a line that is all bold. */
export function isLabel(block: Block | undefined): block is Paragraph {
  if (block?.type !== 'paragraph') return false;
  const text = plainText([block]).trim();
  if (text.length > longest || text.includes('\n') || isHalfSentence(text)) return false;
  const isBold = block.children.length === 1 && block.children[0]?.type === 'strong';
  return /\p{L}.*[:：]$/u.test(text) || (isBold && /[\p{L}\p{N}]/u.test(text));
}

/** "The advantages are:", "其核心贡献包括：": what leads to a list by a sentence that it ends is no name; nor are two sentences. */
function isHalfSentence(text: string): boolean {
  return halfSentence.test(text) || /[。！？].|\p{Ll}{3}[.!?] +\p{Lu}/u.test(text);
}

/** The same, with its colon: it is read with what it leads to, and titles nothing. */
export function isLeadIn(text: string): boolean {
  return halfSentence.test(text.trim());
}

const halfSentence =
  /\s(?:are|is|were|was|includes?|has|have|had|sind|ist|umfass(?:t|en)|sont|est|comprend|comprennent|son|es|incluyen?|sono|comprende|são|inclui)\s*:$|(?:包括|包含|如下|是|为|有|支持|引入了?|提升了|增强了|意味着|中|时)\s*[:：]$|[はがをにでと]\s*[:：]$/iu;

/** A label's words as a title: without its colon or dash. */
export function labelWords(words: readonly Phrasing[]): readonly Phrasing[] {
  const last = words.at(-1);
  if (last?.type !== 'text') return withoutStrong(words);
  const value = last.value.trimEnd().replace(/(?:[:：]|\s[-–—]{1,2})$/u, '');
  return [...words.slice(0, -1), { ...last, value: value.trimEnd() }];
}

/** A title is set off by itself: emphasis of all its words says nothing more. */
export function withoutStrong(words: readonly Phrasing[]): readonly Phrasing[] {
  const [only, ...others] = words;
  if (!only || others.length > 0) return words;
  return only.type === 'strong' ? labelWords(only.children) : withoutSpan(words);
}

/** Words that were set off as the head of what stands below them. */
export function withoutSpan(words: readonly Phrasing[]): readonly Phrasing[] {
  const [only, ...others] = words;
  const isSpan = only?.type === 'element' && others.length === 0 && only.name === 'span';
  return isSpan ? only.children : words;
}

/** Longest name in bold. */
const longestName = { words: 6, characters: 48 };

/** "**Correctness first.** We strive …": the bold words, or the code, that a point or a paragraph begins with are its name. */
export function boldOpening([first, ...rest]: readonly Phrasing[]): string | undefined {
  if ((first?.type !== 'strong' && first?.type !== 'inlineCode') || plainText(rest).trim() === '')
    return undefined;
  const name = plainText([first])
    .trim()
    .replace(/\s*[.:：。]$/u, '');
  const isName = name.length <= longestName.characters && countWords(name) <= longestName.words;
  return isName && /\p{L}/u.test(name) ? name : undefined;
}

/**
 * "**Correctness first.** We strive …": a name in bold that ends like a sentence is no part of what follows; a footnote
 * behind it belongs to the name.
 */
export function boldLabel(
  words: readonly Phrasing[],
): { readonly title: readonly Phrasing[]; readonly rest: readonly Phrasing[] } | undefined {
  const [first, ...others] = words;
  if (first?.type !== 'strong' || boldOpening(words) === undefined) return undefined;
  const marks = others.findIndex(({ type }) => type !== 'footnoteReference');
  const [next, ...after] = others.slice(marks);
  if (!/[.:：。]\s*$/u.test(plainText([first])) || next?.type !== 'text') return undefined;
  const title = [...withoutStop(first.children), ...others.slice(0, marks)];
  return { title, rest: [{ ...next, value: next.value.trimStart() }, ...after] };
}

function withoutStop(words: readonly Phrasing[]): readonly Phrasing[] {
  const last = words.at(-1);
  if (last?.type !== 'text') return words;
  return [...words.slice(0, -1), { ...last, value: last.value.replace(/\s*[.:：。]\s*$/u, '') }];
}

/** Words of a bullet that is a name, and of one that says something. */
const words = { name: 5, remark: 6 } as const;

/**
 * A short bullet of a flat list that names what is said behind it: "Human preference data", before "1.4M samples
 * collected". What follows begins with a figure or in lower case, or is a sentence. A link is one of several.
 */
export function isShortHead(item: ListItem | undefined, next: ListItem | undefined): boolean {
  const [name, remark] = [textOf(item), textOf(next)];
  if (!item || !next || name === undefined || remark === undefined || isLinked(item)) return false;
  if (wordsInItem(item) > words.name || !/^\p{Lu}/u.test(name) || /\d|[.!?…,;:]$/u.test(name)) return false;
  return wordsInItem(next) >= words.remark || /^[\p{Ll}\d]/u.test(remark);
}

function isLinked({ children: [line] }: ListItem): boolean {
  return line?.type === 'paragraph' && line.children[0]?.type === 'link';
}

/** Words of a bullet that is a name and nothing else. */
const bareName = 2;

/** A name alone, with nothing below it: no sentence, no amount, no box to tick. */
export function isBareName(item: ListItem): boolean {
  const text = textOf(item);
  return text !== undefined && wordsInItem(item) <= bareName && /^[\p{Lu}\p{Lo}][^\d.!?…,;:]*$/u.test(text);
}

/** The words of a bullet with nothing below it. */
function textOf(item: ListItem | undefined): string | undefined {
  if (item?.children.length !== 1 || item.checked != null) return undefined;
  const [only] = item.children;
  if (only?.type !== 'paragraph') return undefined;
  const text = plainText([only as Block]).trim();
  return text === '' ? undefined : text;
}

/** Times, pronouns, words that go on, and who asks or answers: what stands behind them is what it is about. */
export const namesNothing: RegExp =
  /^(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| Uhr)?|me|i|you|he|she|it|we|they|after|afterwards|before|later|now|ok|okay|well|anyway|ich|du|er|sie|es|wir|ihr|danach|davor|später|jetzt|moi|après|avant|yo|después|(?:q|a|question|answer|f|frage|antwort|r|réponse|pregunta|respuesta|domanda|risposta|vraag|antwoord|вопрос|ответ|س|ج|問|答)\s?\d{0,2}(?:\s?\([^()]*\))?)[:：.]?$/iu;

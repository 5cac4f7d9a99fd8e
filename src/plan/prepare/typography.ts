// Curly quotes, real dashes, no line break between a figure and its unit. The author's words
// stay as they are: only punctuation and spaces change, never in code or formulas.
import type { Link } from 'mdast';
import { type Phrasing, shortAddress } from '../../notes/index.ts';
import { unspacedCharacter } from '../../theme/index.ts';

interface Quotes {
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
}

const quotes = (double: string, single: string): Quotes => {
  const [first = '', last = ''] = double.split(' ');
  const [inner = '', end = ''] = single.split(' ');
  return { double: [first, last], single: [inner, end] };
};

const english = quotes('“ ”', '‘ ’');
const low = quotes('„ “', '‚ ‘');
const lowHigh = quotes('„ ”', '‚ ’');
const alike = quotes('” ”', '’ ’');
const angled = quotes('« »', '“ ”');

/** Quotation marks by language, as the Unicode CLDR has them; English for the others. */
const quotesByLang: ReadonlyMap<string, Quotes> = new Map([
  ...['de', 'cs', 'sk', 'sl', 'bg', 'lt', 'et', 'is', 'mk', 'hr', 'sr', 'bs'].map(
    (lang) => [lang, low] as const,
  ),
  ...['pl', 'ro', 'hu'].map((lang) => [lang, lowHigh] as const),
  ...['sv', 'fi'].map((lang) => [lang, alike] as const),
  ...['ru', 'uk', 'be', 'el', 'no', 'nb', 'nn', 'fa', 'ca', 'sq', 'de-ch', 'it-ch', 'pt-pt'].map(
    (lang) => [lang, angled] as const,
  ),
  ['fr-ch', angled],
  ['fr', quotes('«\u00a0 \u00a0»', '“ ”')],
  ['en', english],
]);

function quotesOf(lang: string): Quotes {
  const [name = ''] = lang.toLowerCase().split('-');
  return quotesByLang.get(lang.toLowerCase()) ?? quotesByLang.get(name) ?? english;
}

/** Languages whose straight quotes are left alone: their own marks cannot be told from the text, or are letters of it. */
const leaveAlone = /^(?:ja|zh|ko|ar|he|yi|ur)\b/u;

/** Units that stay on the line of their figure. */
const figureAndUnit =
  /(\d) (?=(?:%|[kKMBT]\b|[KMGTP]i?B\b|[kMG]?Hz\b|ms\b|min\b|km\b|cm\b|mm\b|kg\b|[kMG]W\b|GPUs?\b|CPUs?\b|tokens?\b|days?\b|hours?\b|million\b|billion\b))/gu;

/** Figures in groups of three, and what is known by its number, or by its bearer's name, stay on one line: "40 000", "Art. 7". */
const groupedFigure = /(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))/gu;
const numberedName = /(?<!\p{L})(§§?|(?:Art|Abs|Rn|Nr|No|Fig|Dr|Prof)\.) (?=[\p{Lu}\d])/gu;

/** A range of amounts with the unit at both, or at the second: "1.5x-7x", "5-10%". Never numbers alone: they may be a date, a score, a name. */
const range =
  /(?<![\p{L}\p{N}.,:/_#-])(\d+(?:[.,]\d+)?(?:%|°C?|[x×]|[kKMB])?)-(\d+(?:[.,]\d+)?(?:%|°C?|[x×]|[kKMB]))(?![\p{L}\p{N}_/-]|[.,:]\d)/gu;

/** Words of a shell, in which ` - ` and ` -- ` are arguments: "$ make -- all", "npm test -- --watch", "tar -xf - out". */
const isCommand =
  /^\s*[$%] \S|(?:^|\s)(?:npm|pnpm|yarn) (?:test|start|exec|run \S+) -- |(?:^|\s)git (?:add|checkout|diff|grep|log|reset|restore|rm) (?:\S+ )*-- |(?:^|\s)(?:docker|cargo|kubectl) (?:run|exec|test) (?:\S+ )*-- |(?:^|\s)--?[a-z][\w-]*(?:=\S*)?(?:\s|$)/u;

/** Data that programs read, as JSON: `{"id": 7`, `["a", "b"]`. */
const isData = /[{[]\s*"[^"]*"\s*[:,\]}]|,"[^"\s]+":/u;

/** A blank behind an opening bracket: nothing is alone at the end of a line, also before a picture. No face, `:( but`. */
const openBracket = /(?<=^|[\s\u00a0])\( (?=\S)/gu;

/** Arrows and signs as they are typed. "<=" between two words compares them, at the start of a line it is an arrow. */
const signs: ReadonlyMap<string, string> = new Map(
  '-> → --> → <- ← <-- ← <-> ↔ <--> ↔ => ⇒ ==> ⇒ <== ⇐ <=> ⇔ <==> ⇔ <= ≤ >= ≥'
    .split(/(?<= \S) /u)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** A sign alone between blanks, behind no list of arguments and before no block: those are code. */
const typedSign =
  /(?=[-<=>])(?<=(^|[^\s)])\s*)(?<=^|\s)(?:<?-{1,2}>|<-{1,2}|<?={1,2}>|<={1,2}|>=)(?=\s+[^\s{]|\s*$)/gu;

/** Quotes, hyphens, figures, brackets, signs and abbreviations before a space: most runs of text have none of them. */
const mayChange = /["'«»–—-]|[\d§.(] | [;:!?]|[<>]=|=>/u;

/** Signs that Unicode draws as text unless asked, which no font has so and all who type them know as pictures: "🗣", "🛠". */
const unasked =
  /(?<!\u200d)(?=[\u{1f300}-\u{1faff}])(?!\p{Emoji_Presentation}|\p{Emoji_Modifier})\p{Emoji}(?![\ufe0e\ufe0f\u200d]|\p{Emoji_Modifier})/gu;

/** A run of text with its punctuation set right. `before` and `after` are the letters beside it in its line. */
export function typesetText(written: string, lang: string, before = '', after = ''): string {
  const text = /[\ud83c-\ud83e]/.test(written) ? written.replace(unasked, '$&\ufe0f') : written;
  if (!mayChange.test(text) || isData.test(text)) return text;
  const dashed = (isCommand.test(text) ? text : withDashes(withSigns(text, before), before))
    .replace(/(\w)---(\w)/gu, '$1—$2')
    .replace(/(?<=\d)--(?=\d)/gu, '–')
    .replace(groupedFigure, '$1\u00a0')
    .replace(numberedName, '$1\u00a0')
    .replace(openBracket, '(\u202f');
  const joined = dashed.replace(range, '$1–$2').replace(figureAndUnit, '$1\u00a0');
  if (leaveAlone.test(lang)) return joined;
  return curlQuotes(/^fr\b/u.test(lang) ? withFrenchSpaces(joined) : joined, lang, before, after);
}

function withSigns(text: string, before: string): string {
  return text.replace(typedSign, (sign: string, _, at: number) => {
    if (/^\S/u.test(before) && at === 0) return sign;
    const opens = sign === '<=' && before === '' && text.slice(0, at).trim() === '';
    return opens ? '⇐' : (signs.get(sign) ?? sign);
  });
}

/** A dash stands at the end of a line, never at the start of one. */
function withDashes(text: string, before: string): string {
  return text.replace(
    /(\S|^)( +)(-{1,3}|[–—])( +)(?=\S)/gu,
    (_, last: string, _space: string, dash: string) => {
      const space = last === '' && before === '' ? ' ' : '\u00a0';
      return `${last}${space}${dash === '---' || dash === '—' ? '—' : '–'} `;
    },
  );
}

/** What has a space before it in French stays on the line of its word. */
function withFrenchSpaces(text: string): string {
  return text.replace(/(?<=\S) (?=[»;:!?](?:[\s»)]|$))/gu, '\u00a0').replace(/« (?=\S)/gu, '«\u00a0');
}

/** Letters left out at the start of a word, by language: "rock 'n' roll", "'tis", "'s avonds", "'ne Menge". */
const leftOut: ReadonlyMap<string, RegExp> = new Map([
  ['en', /^(?:n|tis|twas|twere|twill|em|til|till|cause|cos|cuz|bout|round|neath|nother|kay)(?!\p{L})/iu],
  ['nl', /^(?:s|t|n|k|ns|m|r)(?!\p{L})/iu],
  ['de', /^(?:s|n|ne|nen|nem|ner|nes)(?!\p{L})/iu],
  ['af', /^n(?!\p{L})/iu],
]);

/** "'90s", "'68": the century is left out. */
const year = /^\d\d(?:s|er)?(?![\p{L}\p{N}])/u;

function curlQuotes(text: string, lang: string, before: string, after: string): string {
  const { double, single } = quotesOf(lang);
  const omitted = leftOut.get(lang.toLowerCase().split('-')[0] ?? '');
  let opened = '';
  let openedAt = -2;
  return text.replace(/["']/gu, (mark, at: number) => {
    const previous = at === 0 ? before : (text[at - 1] ?? '');
    const next = text[at + 1] ?? after;
    const rest = text.slice(at + 1);
    if (mark === "'" && /[\p{L}\p{N}]/u.test(previous)) {
      const isOpen = opened === "'" && !/[\p{L}\p{N}]/u.test(next);
      if (isOpen) opened = '';
      return isOpen ? single[1] : '’';
    }
    const left = mark === "'" ? (year.exec(rest)?.[0] ?? omitted?.exec(rest)?.[0] ?? '') : '';
    if (left !== '' && !isQuoted(left, rest.slice(left.length), opened === "'")) return '’';
    if (/\d/u.test(previous) && !/[\p{L}]/u.test(next) && mark === '"' && opened !== '"') return mark;
    // A quotation that begins with another one: two marks before its first letter.
    const isSecond = openedAt === at - 1 && /[\p{L}\p{N}]/u.test(next);
    const opens = isSecond || previous === '' || /[\s([{<\u00a0–—/„“‚‘«]/u.test(previous);
    const [open, close] = mark === '"' ? double : single;
    const isOpening = opens && next !== '' && !/[\s\u00a0]/u.test(next);
    opened = isOpening ? mark : '';
    if (isOpening) openedAt = at;
    return isOpening ? open : close;
  });
}

/** `'til dawn'`, `'15'`: what could be left out at the start of a word is a quotation where that ends a few words on. `'n'` is none. */
function isQuoted(left: string, rest: string, isInQuotation: boolean): boolean {
  if (/^'(?![\p{L}\p{N}])/u.test(rest)) return !isInQuotation && /\d/u.test(left);
  return /^ [^'"]*[\p{L}\p{N}.!?]'(?![\p{L}\p{N}])/u.test(rest);
}

/** Inline nodes with their text set right; code, formulas and addresses untouched. `before` and `after` stand beside them. */
export function typesetPhrasing(
  nodes: readonly Phrasing[],
  lang: string,
  before = '',
  after = '',
): Phrasing[] {
  let last = before;
  return nodes.map(withoutBlanksAtMarks).map((node, at): Phrasing => {
    const follows = nodes[at + 1];
    const next = follows ? firstLetter(follows) : after;
    if (node.type === 'text') {
      const value = typesetText(node.value, lang, last, next);
      last = value.at(-1) ?? last;
      return value === node.value ? node : { ...node, value };
    }
    if (!('children' in node) || isBareAddress(node)) {
      last = node.type === 'break' ? ' ' : 'x';
      return node.type === 'link' ? withShortAddress(node) : node;
    }
    const children = typesetPhrasing(node.children as Phrasing[], lang, last, next);
    last = lastLetter(node) ?? last;
    return { ...node, children } as Phrasing;
  });
}

/**
 * Text without the blanks that keep Chinese or Japanese apart from a mark of emphasis for Markdown's sake: these scripts
 * have none. A blank alone between two marks is one between two words.
 */
function withoutBlanksAtMarks(node: Phrasing, at: number, nodes: readonly Phrasing[]): Phrasing {
  if (node.type !== 'text' || node.value.trim() === '') return node;
  const [before, after] = [nodes[at - 1], nodes[at + 1]];
  const isUnspaced = (one: string | undefined, other: string | undefined): boolean =>
    unspacedCharacter.test(one ?? '') && unspacedCharacter.test(other ?? '');
  const [words, start] = [node.value.trim(), node.value.trimStart()];
  const value = before && isMark(before) && isUnspaced(lastLetter(before), words[0]) ? start : node.value;
  const isEnd = after && isMark(after) && isUnspaced(words.at(-1), firstLetter(after));
  const set = isEnd ? value.trimEnd() : value;
  return set === node.value ? node : { ...node, value: set };
}

function isMark({ type }: Phrasing): boolean {
  return type === 'strong' || type === 'emphasis' || type === 'delete';
}

/** A formula, code and a picture count as a letter. */
function firstLetter(node: Phrasing): string {
  if (node.type === 'text') return node.value[0] ?? '';
  if (node.type === 'break') return ' ';
  const [first] = 'children' in node ? (node.children as Phrasing[]) : [];
  return first ? firstLetter(first) : 'x';
}

function lastLetter(node: Phrasing): string | undefined {
  if (node.type === 'text') return node.value.at(-1);
  const last = 'children' in node ? (node.children as Phrasing[]).at(-1) : undefined;
  return last ? lastLetter(last) : 'x';
}

/** A long address that is its own label shows its host and its end; the handout has it in full. */
function withShortAddress(link: Link): Link {
  const short = shortAddress(link);
  const [only] = link.children;
  return short === undefined || only?.type !== 'text'
    ? link
    : { ...link, children: [{ ...only, value: short }] };
}

/** A link whose words are its address is shown to the letter. */
function isBareAddress(node: Phrasing): boolean {
  const [only] = node.type === 'link' ? node.children : [];
  return node.type === 'link' && only?.type === 'text' && /^\S*(?:[./]\S*){2}$/u.test(only.value);
}

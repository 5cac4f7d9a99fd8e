import { createRequire } from 'node:module';
import type LineBreaker from 'linebreak';
import { isInsideWords, phraseBreaks } from './phrase-breaks.ts';

const require = createRequire(import.meta.url);

/**
 * Where a word (no spaces in it) may be broken over two lines: offsets, ascending, without its
 * ends. Between two ASCII characters the table of Chromium decides, elsewhere UAX #14 with
 * Chromium's looser rule for Chinese and Japanese.
 */
export function breakOpportunities(word: string): readonly number[] {
  if (plainWord.test(word)) return none;
  if (isAscii.test(word)) return asciiBreaks(word);
  return isAsciiButGlue.test(word) ? gluedBreaks(word) : unicodeBreaks(word);
}

/**
 * The same for words of text, in which short ones with hyphens stay whole, data is broken behind its commas and colons,
 * and Chinese, Japanese and Korean between phrases.
 */
export function textBreaks(word: string): readonly number[] {
  if (plainWord.test(word)) return none;
  const inAddress = addressBreaks(word);
  if (inAddress) return inAddress;
  const found = breakOpportunities(word).filter((at) => !isInsideWords(word, at));
  const parts = word.includes('"') ? [...word.matchAll(betweenData)].map(({ index }) => index) : none;
  const phrases = phraseBreaks(word);
  const all =
    parts.length + phrases.length === 0
      ? found
      : [...new Set([...found, ...parts, ...phrases])].sort((a, b) => a - b);
  if (all.length === 0 || !/[-=–]/u.test(word)) return all;
  const whole = [...word.matchAll(hyphenated)].map(({ 0: { length }, index }) => [index, index + length]);
  return all.filter((at) => !whole.some(([from = 0, to = 0]) => at > from && at < to));
}

/** Letters of an address that need not be broken; and of the last part of one with a query, up to which it is one. */
const shortAddress = 32;
const longestLastPart = 30;

/**
 * Where an address (the word, or what it has between brackets and full stops) is broken: behind `/`, `?` and `&`, never in its last
 * part. The deck prints a `<wbr>` there. Undefined for what is no address, and for a short one.
 */
export function addressBreaks(word: string): readonly number[] | undefined {
  const [whole, before = '', scheme = '', rest = ''] = address.exec(word) ?? [];
  if (whole === undefined || scheme.length + rest.length < shortAddress) return undefined;
  const start = before.length + scheme.length;
  const path = /^[^?#]*/.exec(rest)?.[0] ?? '';
  const inPath = path.lastIndexOf('/', path.length - 2) + 1;
  const isLong = rest.length - inPath > longestLastPart;
  const last = isLong ? Math.max(inPath, 1 + rest.search(/[?&](?=[^?&]*$)/)) : inPath;
  return [...rest.slice(0, last).matchAll(/[/?&]+/g)].map(
    ({ 0: sign, index }) => start + index + sign.length,
  );
}

const address =
  /^([([{"“'‘«<]*)(https?:\/\/(?=[\w.-])|(?=(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/))([\x21-\x7e…]+?)[)\]}"”'’»>.,;:!?]*$/iu;

/** Behind the commas and colons of JSON without spaces: `{"id":7,"name":null}`. The deck prints a `<wbr>` there. */
export const betweenData: RegExp = /(?<=["\d}\]el],|":)(?=["{[])/gu;

/**
 * Words with hyphens in them that are not broken there: `multi-head`, of up to 14 letters, which fit the narrowest column, ranges
 * (`p.21–22`), arrows and time stamps, each with the brackets before it; not addresses and names of files. The deck prints them as `span.whole`.
 */
export const hyphenated: RegExp =
  /(?:(?<=^|[\s–—])[(“‘«„]+|(?<=^|[\s([“"‘'«„–—]))(?=[\p{L}\p{N}-]{3,14}(?![\p{L}\p{N}-]))[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+(?=$|[\s)\],.;:!?…”"’'»–—(])(?![.:]\S)|(?<=^|\s)(?:[-=]{1,3}>|<[-=]{1,3}>?|[-=]{2}[\p{L}\p{N}]{1,14}[-=]{1,2}>)(?=$|\s)|(?<=^|[\s(.])\d{1,4}[-–]\d{1,4}(?=$|[\s),;:!?…]|\.(?:\s|$))|(?<![\p{L}\p{N}-])\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?![\p{L}\p{N}-])/gu;

const none: readonly number[] = [];
/** Letters and digits with quotes around them and a full stop at the end: most words, and none of them breaks. */
const plainWord =
  /^(?=(["'(“”‘’„«]*))\1[\w\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0386-\u03ce\u0400-\u0481\u048a-\u04ff'’/@]+(?:["”“»).,;:!?…]["'”’“»).,;:!?…]*)?$/;
/** With dashes in the midst of it, as ranges have them: `10–20`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const isAscii = /^(?:[\x00-\x7f]|(?<=[\x00-\x7f])–(?=\w))*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const isAsciiButGlue = /^(?:[\x00-\x7f]|(?<=[\w%.,:;)])[\u00a0\u202f](?:[–—]$)?)*$/;

function asciiBreaks(word: string): number[] {
  const found: number[] = [];
  for (let at = 1; at < word.length; at++) if (isAsciiBreak(word, at)) found.push(at);
  return found;
}

/** Nothing breaks beside a no-break space after a letter, and nothing beyond it counts: `2T tokens` or `GQA –` needs no tables. */
function gluedBreaks(word: string): number[] {
  let start = 0;
  return word.split(/[\u00a0\u202f]/).flatMap((part) => {
    const breaks = asciiBreaks(part).map((at) => start + at);
    start += part.length + 1;
    return breaks;
  });
}

const noBreakAfterQuestion = new Set('!"\'),./:;?]}');
const noBreakAfterHyphen = new Set('!$),./:;?]}');
const openers = new Set('(<[{');
const breakBeforeOpener = new Set('!"#%&)*+,.:;=>\\]|}~');
const digit = /\d/;
const letterOrDigit = /[\da-z]/i;

/**
 * Chromium's table for ASCII pairs, found by trying all of them in the browser. A hyphen before
 * a digit is a minus sign unless a letter or digit stands before it.
 */
function isAsciiBreak(word: string, at: number): boolean {
  const left = word[at - 1] ?? '';
  const right = word[at] ?? '';
  if (left === '–' || right === '–') return left === '–';
  if (left === '-') {
    if (digit.test(right)) return letterOrDigit.test(word[at - 2] ?? '');
    return !noBreakAfterHyphen.has(right);
  }
  if (left === '?') return !noBreakAfterQuestion.has(right);
  return openers.has(right) && breakBeforeOpener.has(left);
}

function unicodeBreaks(word: string): number[] {
  // Loaded for the first word that needs it: its tables cost more than most plans.
  const Breaker = require('linebreak') as typeof LineBreaker;
  const breaker = new Breaker(word);
  const found = new Set<number>();
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) found.add(next.position);
  const breaks: number[] = [];
  for (let at = 1; at < word.length; at++) {
    const ascii = word.charCodeAt(at - 1) < 128 && word.charCodeAt(at) < 128;
    if (ascii ? isAsciiBreak(word, at) : found.has(at) || isCjkBreak(word, at)) breaks.push(at);
  }
  return breaks;
}

const wideOpeners = new Set('（「『【〈《〔［｛');
const smallKana = new Set('ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー');

/** Chromium breaks before a full-width bracket and before small kana, where strict UAX #14 does not. */
function isCjkBreak(word: string, at: number): boolean {
  const right = word[at] ?? '';
  if (!wideOpeners.has(right) && !smallKana.has(right)) return false;
  const left = word[at - 1] ?? '';
  return !wideOpeners.has(left) && !/[([{"'“‘]/.test(left);
}

// Whether the line ends of a text mean something: how wide its author wraps prose, if at all, and what lines begin with.
import { type TextLine, textLines, withoutLineEnd } from './source-lines.ts';

/** How the lines of a whole text are written. */
export interface LineHabits {
  /** Columns that a line which goes on in the next has, half of them more; undefined where none goes on. */
  readonly margin: number | undefined;
  /** Columns of the widest line of words. */
  readonly widest: number;
  /** Most lines begin with a small letter, so one that does goes on with nothing. */
  readonly isLowerCase: boolean;
}

/** Columns of a line that goes on, at least: nobody wraps prose as narrow as that. */
const narrowest = 40;

/** Share of lines in notes without capitals that begin with a small letter. */
const fewestSmall = 0.6;

export function lineHabits(text: string): LineHabits {
  const lines = textLines(text, 'front matter').map((line) => ({ line, words: wordsOf(line) }));
  const first = lines.filter(({ words }, at) => words !== '' && !isContinued(lines, at));
  const letters = first.flatMap(({ words }) => /^(\p{Lu}|\p{Ll})/u.exec(words)?.[1] ?? []);
  const isLowerCase =
    letters.filter((letter) => /\p{Ll}/u.test(letter)).length > fewestSmall * letters.length;
  const wrapped: number[] = [];
  let widest = 0;
  for (const [at, { line, words }] of lines.entries()) {
    if (words === '') continue;
    widest = Math.max(widest, widthInColumns(withoutAddresses(words)));
    const next = isContinued(lines, at + 1) ? (lines[at + 1]?.words ?? '') : '';
    const width = widthInColumns(withoutLineEnd(line.text).trimEnd());
    if (next !== '' && width >= narrowest && runsOn(words, next, isLowerCase)) wrapped.push(width);
  }
  return { margin: median(wrapped), widest, isLowerCase };
}

function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** What a line says behind its bullet or its bar; nothing where it is no line of words. */
function wordsOf({ text, isPlain }: TextLine): string {
  const words = text.trim();
  if (!isPlain || words === '' || /^(?:#{1,6}\s|[|<]|[-=~+_*|:\s]+$)/.test(words)) return '';
  return words.replace(/^[\s>]*(?:(?:[-*+•◦▪]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?)?/u, '');
}

/** The line stands right below words, and begins nothing. */
function isContinued(
  lines: readonly { readonly line: TextLine; readonly words: string }[],
  at: number,
): boolean {
  const [above, own] = [lines[at - 1], lines[at]];
  return (
    above !== undefined &&
    own !== undefined &&
    above.words !== '' &&
    own.words !== '' &&
    !/^[\s>]*(?:[-*+•◦▪]|\d{1,3}[.)])\s/u.test(own.line.text)
  );
}

/** The line is no end, or the next one no beginning. */
export function runsOn(line: string, next: string, isLowerCase: boolean): boolean {
  return isOpenEnd(line) || isInside(next) || (!isLowerCase && isSmallStart(next));
}

/** Words and signs that stand within a sentence, in lower case as in any other. */
function isInside(line: string): boolean {
  return /^(?:[,;:!?()\]}%]|\.(?!\w)|(?:&|[—–]|--)\s|(?:and|or|of|than|that|which|who|und|oder|et|ou|que|qui|y|e|och|eller)\s)/.test(
    line,
  );
}

/** Signs that quote, mark or bracket what a line begins with. */
const opening = /^["„“”«»‘'’([*_¿¡]{1,4}/u;

function isSmallStart(line: string): boolean {
  const words = line.replace(opening, '');
  return (
    /^\p{Ll}/u.test(words) && !/^(?:https?:|www\.|[\p{L}\d-]{1,40}\.\p{L}{2,10}(?:[/\s]|$))/u.test(words)
  );
}

/** Words that no line ends with, if it was ended on purpose. */
const joints: ReadonlySet<string> = new Set(
  (
    'a an the of to in at by for from with into and or nor but as than that which who whose is are their its our your ' +
    'on via per about under over between through during within without because if when while see using ' +
    'der die das den dem des ein eine einen einem einer eines und oder aber von vom zum zur für im am bei aus dass weil ' +
    'le la les un une du de et ou au aux en dans par pour sur avec sans dont que qui ' +
    'el los las una unos unas del al y e o con sin por para ' +
    'il lo gli uno dei degli delle della nel nella di da per tra fra che ed ' +
    'os um uma dos das na nos nas com sem em ao ' +
    'het een van voor op uit naar ' +
    'och att det av på för med till från eller og til fra ' +
    'și sau cu pe din la ' +
    'i w z na że oraz lub dla od ' +
    'и в на с к по для из от или'
  ).split(' '),
);

function isOpenEnd(line: string): boolean {
  const words = line.trimEnd();
  const last = words.slice(words.lastIndexOf(' ') + 1);
  return (
    /[,;、，；–—&([-]$|(?<![\p{L}\p{N}])(?:e\.g|i\.e|z\.B|vs|bzw|cf|ca|resp)\.$/u.test(words) ||
    joints.has(last.length > 1 ? last.toLowerCase() : last)
  );
}

const address = /\]\([^()\s]{1,2000}\)|https?:\/\/\S+/g;

/** The words of links and nothing of where they lead, which no margin wraps. */
export function withoutAddresses(text: string): string {
  return text.includes('](') || text.includes('://')
    ? text.replace(address, (written) => (written.startsWith(']') ? ']' : ''))
    : text;
}

/** Letters, those of East Asia as the two columns that they take. */
export function widthInColumns(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

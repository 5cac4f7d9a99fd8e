import {
  addressBreaks,
  betweenData,
  breakOpportunities,
  hyphenated,
  phraseBreaks,
  unspacedCharacter,
} from '../../theme/index.ts';

/** Tokens as one line of Markdown, which no line break splits. */
export function joinTokens(tokens: readonly InlineToken[], cell?: 'cell'): string {
  const flat = joinLines(tokens);
  const breaks = phrasesOf(flat);
  const printed = flat.map((token, at) => {
    if (token.kind === 'syntax' || token.kind === 'tag') return token.text;
    if (token.kind !== 'words') return undefined;
    const toMarkdown = (text: string): string =>
      escapeWords(text, { inLink: token.inLink, inCell: cell === 'cell' });
    const words = runsOf(breaks[at] ?? [token.text])
      .map((run) => (typeof run === 'string' ? addressParts(run, toMarkdown) : joinParts(run, toMarkdown)))
      .join('');
    return endsFormula(flat[at - 1]) && /^\d/.test(words) ? `<span></span>${words}` : words;
  });
  const line = withMarks(flat, printed).join('');
  return line.replace(/^[ \t]+|[ \t]+$/g, '').replace(leadingSpace, asEntities);
}

/** Addresses, and the text around them in its parts. */
function runsOf(parts: readonly string[]): readonly (string | readonly string[])[] {
  return parts.length > 1 || !parts[0]?.includes('/')
    ? [parts]
    : parts[0].split(/(?<=\s)(?=\S)|(?<=\S)(?=\s)/).reduce<(string | string[])[]>((runs, word) => {
        const last = runs.at(-1);
        if (addressBreaks(word)) runs.push(word);
        else if (Array.isArray(last)) runs[runs.length - 1] = [`${last[0]}${word}`];
        else runs.push([word]);
        return runs;
      }, []);
}

type EscapeText = (text: string) => string;

function joinParts(parts: readonly string[], toMarkdown: EscapeText): string {
  const escaped = parts.flatMap((text) => text.split(betweenData)).map(toMarkdown);
  return escaped.join('<wbr>').replace(hyphenated, '<span class="whole">$&</span>');
}

/** An address with the places where a line may end, and its parts kept whole. */
function addressParts(word: string, toMarkdown: EscapeText): string {
  const cuts = [0, ...(addressBreaks(word) ?? []), word.length];
  const parts = cuts.slice(1).map((end, at) => word.slice(cuts[at], end));
  return parts
    .map((part) =>
      breakOpportunities(part).length > 0
        ? `<span class="whole">${toMarkdown(part)}</span>`
        : toMarkdown(part),
    )
    .join('<wbr>');
}

/** Of each token with words in it, these in parts between which a line may break, where its script has no spaces. */
function phrasesOf(tokens: readonly InlineToken[]): readonly (readonly string[] | undefined)[] {
  const seen = tokens.map((token) => {
    if (token.kind === 'words') return token.text;
    return token.kind === 'syntax' ? objectCharacter : '';
  });
  const breaks = phraseBreaks(seen.join(''));
  if (breaks.length === 0) return [];
  let start = 0;
  let next = 0;
  return seen.map((text, at) => {
    const end = start + text.length;
    const cuts = [start];
    for (; (breaks[next] ?? Infinity) <= end; next++) cuts.push(breaks[next] ?? end);
    const parts = cuts.map((cut, part) => text.slice(cut - start, (cuts[part + 1] ?? end) - start));
    start = end;
    return tokens[at]?.kind === 'words' ? parts : undefined;
  });
}

/** Stands for what is not words: a formula, a picture. */
const objectCharacter = '\ufffc';

/** `$x$2` would be money to Marp, not a formula and a figure. */
function endsFormula(token: InlineToken | undefined): boolean {
  return token?.kind === 'syntax' && token.text.endsWith('$');
}

/**
 * `*` where it is sure to open and close what it should, and a tag elsewhere: beside letters
 * (most text in Chinese and Japanese), beside other marks, around blanks.
 */
function withMarks(
  tokens: readonly InlineToken[],
  printed: readonly (string | undefined)[],
): (string | undefined)[] {
  const result = [...printed];
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'open') open.push(at);
    if (token.kind !== 'close') return;
    const from = open.pop() ?? at;
    const { delimiter, tag } = marks[token.mark];
    const plain = stands(printed, from, -1) && stands(printed, at, 1);
    result[from] = plain ? delimiter : `<${tag}>`;
    result[at] = plain ? delimiter : `</${tag}>`;
  });
  return result;
}

/**
 * Whether the delimiter at `at` can only be read as meant. `outwards` is -1 for one that opens, 1 for
 * one that closes. By CommonMark's flanking rules: a letter inside, or only blanks outside.
 */
function stands(printed: readonly (string | undefined)[], at: number, outwards: -1 | 1): boolean {
  const inside = edge(printed, at - outwards, outwards);
  const outside = edge(printed, at + outwards, -outwards as -1 | 1);
  if (inside === undefined || outside === undefined) return false;
  if (outside === '' || outside === ' ') return letter.test(inside) || punctuation.test(inside);
  return letter.test(inside) && punctuation.test(outside);
}

/** The outermost character of a token, on the side named; empty beyond the text, `undefined` for a mark. */
function edge(printed: readonly (string | undefined)[], at: number, side: -1 | 1): string | undefined {
  if (at < 0 || at >= printed.length) return '';
  return side === 1 ? printed[at]?.at(-1) : printed[at]?.charAt(0);
}

const letter = /^[\p{L}\p{N}]$/u;
/** What CommonMark and markdown-it both call punctuation, without the delimiters of marks. */
const punctuation = /^[!-)+-/:-@[-^`{-}“”‘’«»„…–—、。，：；！？（）「」『』]$/;

/** Blanks that markdown-it trims at the start of a block, and readers see: an ideographic indent. */
const leadingSpace = /^[\p{Zs}\u2028\u2029\ufeff]+/u;

function asEntities(spaces: string): string {
  return Array.from(spaces, (space) => `&#${space.codePointAt(0)};`).join('');
}

/**
 * A run of text as a flat list: words still to be escaped, syntax that is ready, tags around words, and marks of
 * emphasis whose delimiter depends on what stands beside them.
 */
export type InlineToken =
  | { readonly kind: 'words'; readonly text: string; readonly inLink: boolean }
  | { readonly kind: 'syntax'; readonly text: string }
  /** Syntax around words, which shows nothing by itself. */
  | { readonly kind: 'tag'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly mark: Mark };

export type Mark = 'emphasis' | 'strong' | 'delete';

export const marks: Readonly<Record<Mark, { readonly delimiter: string; readonly tag: string }>> = {
  emphasis: { delimiter: '*', tag: 'em' },
  strong: { delimiter: '**', tag: 'strong' },
  delete: { delimiter: '~~', tag: 's' },
};

/**
 * The notes' own line breaks, which Markdown ignores and Marp shows: one space, and none
 * between two characters of a script that is written without spaces.
 */
export function joinLines(tokens: readonly InlineToken[]): InlineToken[] {
  const merged = mergeWords(tokens);
  const following = nextCharacters(merged);
  let previous = '';
  return merged.map((token, at): InlineToken => {
    if (!('text' in token) || token.kind === 'tag') return token;
    const text = token.kind === 'words' ? joined(token.text, previous, following[at] ?? '') : token.text;
    previous = lastCharacter(text) || previous;
    return token.kind === 'words' ? { ...token, text } : token;
  });
}

/** Words beside words become one token, so that escaping sees what stands next; empty ones go. */
function mergeWords(tokens: readonly InlineToken[]): InlineToken[] {
  const merged: InlineToken[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if ('text' in token && token.text === '') continue;
    if (token.kind === 'words' && last?.kind === 'words' && last.inLink === token.inLink) {
      merged[merged.length - 1] = { ...last, text: last.text + token.text };
    } else merged.push(token);
  }
  return merged;
}

/** For each token the first character after it. */
function nextCharacters(tokens: readonly InlineToken[]): string[] {
  const next: string[] = [];
  let character = '';
  for (let at = tokens.length - 1; at >= 0; at--) {
    next[at] = character;
    const token = tokens[at];
    if (token?.kind === 'words' || token?.kind === 'syntax')
      character = firstCharacter(token.text) || character;
  }
  return next;
}

function joined(text: string, previous: string, next: string): string {
  return text.replace(lineBreak, (spaces: string, at: number) => {
    const before = lastCharacter(text.slice(Math.max(0, at - 2), at)) || previous;
    const after = firstCharacter(text.slice(at + spaces.length, at + spaces.length + 2)) || next;
    return unspacedCharacter.test(before) && unspacedCharacter.test(after) ? '' : ' ';
  });
}

const lineBreak = /[ \t]*[\r\n\v\f][ \t\r\n\v\f]*/g;

const firstCharacter = (text: string): string => /^[ \t]*(\S)?/u.exec(text)?.[1] ?? '';
const lastCharacter = (text: string): string => /(\S)$/u.exec(text)?.[1] ?? '';

/**
 * Words into Markdown that shows exactly these words. A character is escaped only where it could
 * mean something; at the end of a text what follows is not known, so there it counts as if it could.
 */
export function escapeWords(text: string, context: EscapeContext): string {
  if (!suspicious.test(text)) return text;
  return text.replace(
    eachUnsafe,
    (character, at: number) => unsafe.get(character)?.(neighboursOf(text, at), context) ?? character,
  );
}

interface EscapeContext {
  /** Inside a link nothing is made a link. */
  readonly inLink: boolean;
  /** Inside a table `|` ends the cell. */
  readonly inCell: boolean;
}

interface Neighbours {
  /** Empty at the ends of the text. */
  readonly before: string;
  readonly after: string;
  /** From the character on, long enough for every name there is. */
  readonly rest: string;
}

type Escape = (neighbours: Neighbours, context: EscapeContext) => string;

const always =
  (character: string): Escape =>
  () =>
    `\\${character}`;

/** By character, how it is printed. What is not listed is never syntax inside a line. */
const unsafe: ReadonlyMap<string, Escape> = new Map(
  Object.entries({
    '`': always('`'),
    '*': always('*'),
    '[': always('['),
    ']': always(']'),
    $: always('$'),
    // Space behind it may go with the end of the line, and a tag follow.
    '\\': ({ after }) => (after.trim() === '' || asciiPunctuation.test(after) ? '\\\\' : '\\'),
    _: ({ before, after }) => (anyLetter.test(before) && anyLetter.test(after) ? '_' : '\\_'),
    '<': ({ after }) => (after === '' || /[a-z/!?]/i.test(after) ? '\\<' : '<'),
    '&': ({ rest }) => (/^&(?:#\w+|[a-z]\w*);/i.test(rest) ? '\\&' : '&'),
    '~': ({ before, after }) => (['', '~'].includes(before) || ['', '~'].includes(after) ? '\\~' : '~'),
    '!': ({ after }) => (after === '' ? '\\!' : '!'),
    '|': (_, { inCell }) => (inCell ? '\\|' : '|'),
    '@': ({ before, after }, { inLink }) => (inLink || !/\S/.test(before) || !/\S/.test(after) ? '@' : '\\@'),
    '/': ({ after }) => (after === '/' ? '\\/' : '/'),
    // Marp looks for `:smile:` after escapes are gone. An element between keeps the two apart.
    ':': ({ rest }) => (shortcode.test(rest) ? ':<span></span>' : ':'),
  }),
);

const suspicious = /[`*[\]$\\_<&~!|@/:]/;
const eachUnsafe: RegExp = new RegExp(suspicious, 'g');
/** Of names in figures there are two; a time of day is none. */
const shortcode = /^:(?:100|1234|[\w+-]*[a-z+_-][\w+-]*):/i;
const asciiPunctuation = /[!-/:-@[-`{-~]/;
const anyLetter = /[\p{L}\p{N}]/u;

function neighboursOf(text: string, at: number): Neighbours {
  return { before: text.charAt(at - 1), after: text.charAt(at + 1), rest: text.slice(at, at + 64) };
}

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

export interface EscapeContext {
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
    '\\': ({ after }) => (after === '' || asciiPunctuation.test(after) ? '\\\\' : '\\'),
    _: ({ before, after }) => (letter.test(before) && letter.test(after) ? '_' : '\\_'),
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
const letter = /[\p{L}\p{N}]/u;

function neighboursOf(text: string, at: number): Neighbours {
  return { before: text.charAt(at - 1), after: text.charAt(at + 1), rest: text.slice(at, at + 64) };
}

/** A run of letters and digits, and where it stands in the notes. */
export interface Token {
  /** In lower case and compatibility form, so that a ligature or a full-width digit is what it stands for. */
  readonly text: string;
  readonly start: number;
}

/**
 * The runs of letters and digits of a text. Signs, spaces and invisible characters are for
 * typography to change; combining marks belong to their letter, soft hyphens to nothing. The letter
 * U+02BC is an apostrophe here: a PDF cannot tell them apart where a font has one glyph for both.
 */
export function tokensOf(text: string, offset = 0): readonly Token[] {
  const tokens: Token[] = [];
  if (isAscii(text)) {
    for (const { 0: run, index } of text.toLowerCase().matchAll(/[a-z0-9]+/g))
      tokens.push({ text: run, start: offset + index });
    return tokens;
  }
  for (const found of text
    .replaceAll('\u02bc', '’')
    .replace(keycap, (characters) => ' '.repeat(characters.length))
    .matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*[\p{L}\p{N}\p{M}])?/gu)) {
    tokens.push({ text: plain(found[0]), start: offset + found.index });
  }
  return tokens;
}

/** The emoji of a key: drawn as a picture, digit and all. */
const keycap = /[0-9#*]\ufe0f?\u20e3/gu;

/** Half of all text, which needs no more than its case changed. */
function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  return !/[^\x00-\x7f]/.test(text);
}

function plain(run: string): string {
  if (isAscii(run)) return run.toLowerCase();
  return run
    .normalize('NFKC')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\u0640]/gu, '')
    .toLowerCase();
}

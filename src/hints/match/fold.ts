/**
 * A text with everything taken away that people type differently: case, white space, curly and
 * straight quotes, kinds of dashes, Markdown's emphasis and link signs, a colon at the end.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\ufe0f/g, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`~]|==/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?[:.]{1,3}$/, '');
}

/** What someone quotes from a bullet: the same, without the bullet sign before it. */
export function foldWords(words: string): string {
  return fold(words.trim().replace(/^(?:[-*+•◦▪▫‣⁃·–]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/, ''));
}

/** "summary [2]" is the second of that name. */
export function splitOrdinal(
  folded: string,
): { readonly name: string; readonly ordinal: number } | undefined {
  const parts = /^(.*\S) ?\[([1-9]\d{0,5})\]$/.exec(folded);
  return parts ? { name: (parts[1] as string).trimEnd(), ordinal: Number(parts[2]) } : undefined;
}

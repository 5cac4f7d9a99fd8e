// Names and words compared as people mean them, whatever they typed.
/**
 * A text without what people type differently: case, white space, curly and straight quotes, kinds
 * of dashes, Markdown's emphasis and link syntax, a colon at the end.
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

/** What someone quotes from a bullet: the same, without the bullet before it. */
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

/** The texts between the stars of a glob, folded, the white space at their ends kept as one space. */
export function globParts(glob: string): readonly string[] {
  return glob
    .trim()
    .split(/\*+/)
    .map((part) => {
      const folded = fold(part);
      if (folded === '') return /\s/.test(part) ? ' ' : '';
      return `${/^\s/.test(part) ? ' ' : ''}${folded}${/\s$/.test(part) ? ' ' : ''}`;
    });
}

/** Linear: each part is looked for after the one before, the first and last at the ends. */
export function matchesGlob(text: string, parts: readonly string[]): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at + last.length <= text.length;
}

/** The longest beginning of whole words; a first word that is too long is cut between letters. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  if (space > 0) return text.slice(0, space).replace(/[\s,;:–—-]+$/u, '');
  return [...text.slice(0, length * 2)].slice(0, length).join('');
}

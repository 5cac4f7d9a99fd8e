import { fold } from './fold.ts';

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

// Titles that are made of words which stand elsewhere on the slide too.
import type { Phrasing } from '../../notes/index.ts';

/** Words of a title that are shown elsewhere as well. */
export function addedWords(value: string): Phrasing {
  return { type: 'element', name: 'span', class: 'added', children: [{ type: 'text', value }] };
}

/** Words up to so many characters: up to the end of a clause where one is near, else of a word. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const clause = /^(.{24,}?\S)\s*[,;:–—(](?!.*[,;:–—(])/su.exec(cut)?.[1];
  const space = cut.lastIndexOf(' ');
  return `${clause ?? cut.slice(0, space > longest / 2 ? space : longest)}…`;
}

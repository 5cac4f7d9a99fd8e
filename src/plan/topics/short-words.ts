// Titles that are made of words which stand elsewhere on the slide too.
import { type Phrasing, plainText } from '../../notes/index.ts';
import { phrasingText, slicePhrasing } from '../split/slice-phrasing.ts';

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

/** A formula is drawn in about so large a share of the characters of its source. */
const drawnShare = 1 / 3;

/** Characters of a line as it is seen: the source of a formula is longer than what is drawn. */
export function seenLength(words: readonly Phrasing[]): number {
  return words.reduce((sum, node) => {
    if (node.type === 'inlineMath') return sum + Math.ceil(node.value.length * drawnShare);
    if ('children' in node) return sum + seenLength(node.children as Phrasing[]);
    return sum + plainText([node]).length;
  }, 0);
}

/** The same with "…" for each formula. */
export function withoutFormulas(words: readonly Phrasing[]): readonly Phrasing[] {
  return words.map((node): Phrasing => {
    if (node.type === 'inlineMath') return { type: 'text', value: '…' };
    if (!('children' in node)) return node;
    return { ...node, children: withoutFormulas(node.children as Phrasing[]) } as Phrasing;
  });
}

/** The words before the first formula where they say enough, else all of them; "…" stands for what is left out. */
export function untilFormula(words: readonly Phrasing[]): string {
  const all = plainText(withoutFormulas(words));
  const at = words.findIndex(hasFormula);
  const before = at === -1 ? '' : plainText(words.slice(0, at)).trim();
  return before.length >= enoughBefore ? `${before} …` : all;
}

/** Characters before a formula that are enough for a title: else the formula stands in it, too. */
const enoughBefore = 12;

/** A title of so many characters that are shown elsewhere as well. Formulas stay whole, or go. */
export function shortTitle(words: readonly Phrasing[], longest: number): readonly Phrasing[] {
  const at = words.findIndex(hasFormula);
  if (at === -1) return [addedWords(shortened(plainText(words), longest))];
  const before = plainText(words.slice(0, at)).trim();
  if (before.length >= enoughBefore)
    return [addedWords(before.length > longest ? shortened(before, longest) : `${before} …`)];
  const text = phrasingText(words);
  const end = phrasingText(words.slice(0, at + 1)).length;
  const behind = shortened(
    text.slice(end),
    Math.max(enoughBefore, longest - seenLength(words.slice(0, at + 1))),
  );
  const [first = []] = slicePhrasing(words, [end, text.length]);
  const children = [...first, { type: 'text', value: behind } as const];
  return [{ type: 'element', name: 'span', class: 'added', children: children as never[] }];
}

/** Whether a formula stands in the words, at any depth. */
export function hasFormula(node: Phrasing): boolean {
  if (node.type === 'inlineMath') return true;
  return 'children' in node && (node.children as Phrasing[]).some(hasFormula);
}

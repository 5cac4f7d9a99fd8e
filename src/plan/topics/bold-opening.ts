import { type Phrasing, plainText } from '../../notes/index.ts';
import { countWords } from './amount.ts';

/** Longest name in bold. */
const longest = { words: 6, characters: 48 };

/** "**Correctness first.** We strive …": the bold words, or the code, that a point or a paragraph begins with are its name. */
export function boldOpening([first, ...rest]: readonly Phrasing[]): string | undefined {
  if ((first?.type !== 'strong' && first?.type !== 'inlineCode') || plainText(rest).trim() === '')
    return undefined;
  const name = plainText([first])
    .trim()
    .replace(/\s*[.:：。]$/u, '');
  const isName = name.length <= longest.characters && countWords(name) <= longest.words;
  return isName && /\p{L}/u.test(name) ? name : undefined;
}

// What a slide is called that small sections share.
import type { Section } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { rangeWords } from '../localised-words.ts';
import { typesetText } from '../prepare/typography.ts';
import { addedWords } from './short-words.ts';

/** How wide a title is that names all sections of its slide, and a name that a range begins or ends with. */
const longest = { title: 64, end: 16 } as const;

/**
 * The names of the sections; where those are too many the first and the last of short names in the order of the
 * alphabet; else the title of what they stand in.
 */
export function sharedTitle(
  sections: readonly Section[],
  parent: Segment['title'],
  lang: string,
): Pick<Segment, 'title' | 'titleReason'> {
  const names = sections.map(({ titleText }) => typesetText(titleText, lang));
  const all = names.join(names.some((name) => /[,、，]/u.test(name)) ? ' · ' : ', ');
  const titleReason = 'the names of the small sections that share the slide';
  if (widthOf(all) <= longest.title) return { title: [addedWords(all)], titleReason };
  const [from = '', to = ''] = [names[0], names.at(-1)];
  if (isRun(names, lang)) return { title: [addedWords(rangeWords(from, to, lang))], titleReason };
  return { title: parent, titleReason: 'the small sections that share the slide stand in it' };
}

/** "From Ada to Bash" says what stands between; "From Artificial Intelligence to HTML and CSS" says nothing. */
function isRun(names: readonly string[], lang: string): boolean {
  if ([names[0], names.at(-1)].some((name = '') => widthOf(name) > longest.end)) return false;
  return names.every(
    (name, at) => at === 0 || (names[at - 1] ?? '').localeCompare(name, lang, { numeric: true }) <= 0,
  );
}

/** Characters of scripts without spaces are twice as wide. */
export function widthOf(text: string): number {
  const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
  return text.length + (text.match(wide)?.length ?? 0);
}

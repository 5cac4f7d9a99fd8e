import { partTitle } from '../layouts/index.ts';
import { type Field, printedDate } from '../notes/index.ts';
import type { PlanInput } from './draft.ts';
import type { DeckFacts } from './plan.ts';
import { typesetText } from './prepare/typography.ts';
import { shortened } from './topics/short-words.ts';

/** Characters of the deck's name that fit the marker's line in any theme. */
const longestName = 60;

/** Languages written from right to left. */
const rightToLeft = /^(?:ar|he|fa|ur|ps|sd|yi|dv|ug)\b/u;

/** What holds for the whole deck: hints first, then the notes, then the name of the file. */
export function readDeckFacts({ notes, hints, theme, fileName }: PlanInput): DeckFacts {
  const { deck } = hints;
  const lang = deck.lang ?? notes.lang ?? 'en';
  const say = (name: 'subtitle' | 'speaker' | 'affiliation' | 'event' | 'date'): Record<string, string> => {
    const text = deck[name] ?? notes.title[name]?.text;
    if (text === undefined) return {};
    return { [name]: typesetText(name === 'date' ? printedDate(text, lang) : text, lang) };
  };
  const pass = (name: 'footer' | 'header' | 'logo' | 'background'): Record<string, string> =>
    deck[name] === undefined ? {} : { [name]: deck[name] };
  const title = typesetText(deck.title ?? titleText(notes.title.title) ?? nameAsTitle(fileName, lang), lang);
  const shortTitle = partTitle(title)?.main ?? title;
  return {
    title,
    shortTitle,
    markerTitle: shortened(shortTitle, longestName),
    lang,
    dir: rightToLeft.test(lang) ? 'rtl' : (notes.dir ?? 'ltr'),
    theme: theme.name,
    ...(theme.style !== undefined && { style: theme.style }),
    size: deck.size ?? '16:9',
    ...say('subtitle'),
    ...say('speaker'),
    ...say('affiliation'),
    ...say('event'),
    ...say('date'),
    ...pass('footer'),
    ...pass('header'),
    ...pass('logo'),
    ...pass('background'),
  };
}

function titleText(field: Field | undefined): string | undefined {
  return field?.text.trim() === '' ? undefined : field?.text;
}

/** A day, or a number that only puts files in order: `2024-03-05-`, `20240305_`, `03 - `, `7. `; never the `10` of `10-things`. */
const leading = /^(?:(?:19|20)\d\d[-_.]?\d\d(?:[-_.]?\d\d)?|0\d+|\d{1,3}(?:[._](?=\D)|(?= ?- )))[-_.\s]*/u;

/** What says which of several files it is: `-final`, `_v2`, ` (1)`, how it is kept, the program that wrote it. */
const trailing =
  /[-_.\s](?:final|draft|copy|raw|backup|export|utf-?8|bom|crlf|logseq|obsidian|notion|v\d+(?:\.\d+)*|\(\d+\))$/iu;

/** The name without all that the pattern finds, one after the other, where what is left is a name. */
function without(pattern: RegExp, name: string, left: RegExp): string {
  let rest = name;
  for (let next = rest.replace(pattern, ''); next !== rest; next = rest.replace(pattern, '')) rest = next;
  return left.test(rest) ? rest : name;
}

/**
 * `03_llama2-talk_v2` → `Llama2 talk`, `slow%20rivers` → `Slow rivers`, without the number that Notion puts behind a name, and without the language of
 * the notes. Figures with a dot or a dash between them stay as they are: `python-3.12` is `Python 3.12`.
 */
function nameAsTitle(fileName: string, lang: string): string {
  const name = without(leading, fileName.replace(/\s[\da-f]{32}$/u, ''), /^\p{L}/u);
  const bare = without(trailing, name, /\p{L}/u);
  const [own, language] = /[-_.](\p{L}{2,3})$/u.exec(bare) ?? [];
  const isOwn = own && lang.split('-')[0] === language?.toLowerCase();
  const words = without(trailing, isOwn ? bare.slice(0, -own.length) : bare, /\p{L}/u)
    .replace(/(?:[_\s]|%20|(?<!\d)[-.]|[-.](?!\d))+/gu, ' ')
    .trim();
  return words === '' ? 'Notes' : words.charAt(0).toUpperCase() + words.slice(1);
}

import type { Field } from './notes.ts';

/** Letters of the text that are looked at; more would not change the answer. */
const sample = 20_000;

/**
 * A language with its script, region and one variant, as BCP 47 writes them. Every such tag is one that `Intl` takes,
 * which throws for others.
 */
export const languageTag: RegExp =
  /^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))?$/;

/** The language that front matter names, else the one the text seems to be in. */
export function languageOf(fields: ReadonlyMap<string, readonly Field[]>, text: string): string | undefined {
  const named = (fields.get('lang') ?? fields.get('language'))?.[0]?.text.replace('_', '-');
  if (named !== undefined && languageTag.test(named)) return named;
  return languageOfWords(text);
}

/** Undefined for text that is none, or too short to tell. */
export function languageOfWords(text: string): string | undefined {
  const start = text.slice(0, sample);
  return byScript(start) ?? byStopWords(start);
}

/** Scripts that stand for one language. `share` of all letters is enough: notes quote English terms. */
const scripts: readonly { readonly lang: string; readonly script: RegExp; readonly share: number }[] = [
  { lang: 'ja', script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, share: 0.12 },
  { lang: 'ko', script: /\p{Script=Hangul}/gu, share: 0.2 },
  { lang: 'zh', script: /\p{Script=Han}/gu, share: 0.2 },
  { lang: 'ar', script: /\p{Script=Arabic}/gu, share: 0.3 },
  { lang: 'he', script: /\p{Script=Hebrew}/gu, share: 0.3 },
  { lang: 'ru', script: /\p{Script=Cyrillic}/gu, share: 0.3 },
  { lang: 'hi', script: /\p{Script=Devanagari}/gu, share: 0.3 },
  { lang: 'th', script: /\p{Script=Thai}/gu, share: 0.3 },
  { lang: 'el', script: /\p{Script=Greek}/gu, share: 0.5 },
];

/** All of these scripts stand behind Latin; most texts have nothing there but punctuation. */
const beyondLatin = /[\u0370-\u1fff\u2e80-\uffff]/;

function byScript(text: string): string | undefined {
  if (!beyondLatin.test(text)) return undefined;
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) return undefined;
  return scripts.find(({ script, share }) => count(text, script) / letters >= share)?.lang;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Small words that other languages of the table do not have, or seldom. Single letters are names as often. */
const stopWords: Readonly<Record<string, string>> = {
  en: 'the and of to is in that for it with are this be from we you can not how what',
  de: 'der die das und ist nicht ein eine mit für auf den von dem sich auch wird sind werden oder',
  fr: 'le la les et des est une pour dans que qui pas sur avec du sont au nous ce cette',
  es: 'el los las que una pero muy para por con del como más son su también está',
  it: 'il che di per una con sono del della non gli nel anche più come questo dei alla',
  pt: 'os que em uma para com não dos das por mais como também são foi pelo pela ao nas isso',
  ro: 'și în pe cu nu este care din pentru sunt mai sau prin fi că lui într ca',
  nl: 'de het een en van is niet dat met voor op zijn aan ook maar wordt door deze naar worden',
};

/** The languages that have a word. */
const languagesOf: ReadonlyMap<string, readonly string[]> = Object.entries(stopWords).reduce(
  (known, [lang, list]) => {
    for (const word of list.split(' ')) known.set(word, [...(known.get(word) ?? []), lang]);
    return known;
  },
  new Map<string, readonly string[]>(),
);

/** Clear means: at least three different such words, and a third more of them than the runner-up. */
function byStopWords(text: string): string | undefined {
  const found = new Map(Object.keys(stopWords).map((lang) => [lang, [] as string[]]));
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu))
    for (const lang of languagesOf.get(word) ?? []) found.get(lang)?.push(word);
  const [best, second] = [...found].sort(([, a], [, b]) => b.length - a.length);
  if (best === undefined || second === undefined || new Set(best[1]).size < 3) return undefined;
  return best[1].length >= second[1].length * 1.33 ? best[0] : undefined;
}

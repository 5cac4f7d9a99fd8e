// What leans on words before it is no title by itself: "This produces the logits", "Then sort by size", "dabei".

/** By language: words that stand for something said before, and words that go on from it. */
const wordsOf: Readonly<Record<string, readonly [standIn: string, goOn: string]>> = {
  en: [
    'this that these those it its it’s they them such above below',
    'then so also now but and or nor however thus hence instead otherwise again yet because since which where with for therefore meanwhile',
  ],
  de: [
    'dies diese dieser dieses diesen diesem dabei dazu damit dafür daher darum davon daran darauf dadurch danach dessen deren es',
    'dann also nun aber und oder denn sondern weil da sodass wobei welche wo mit für auch so jetzt',
  ],
  fr: [
    'ce cet cette ces cela ça ceci il elle ils elles en y celui celle',
    'puis alors donc mais et ou car ensuite ainsi avec pour dont où',
  ],
  es: [
    'este esta estos estas ese esa eso esto ello lo',
    'entonces luego pero y o pues porque así también con para donde',
  ],
  it: ['questo questa questi queste ciò esso essa', 'poi quindi ma e o perché così anche con per dove'],
  pt: [
    'este esta isso isto esse essa ele ela',
    'então depois mas e ou pois porque assim também com para onde',
  ],
  nl: ['dit dat deze die het daarbij daarmee daarvoor', 'dan dus maar en of want omdat ook met voor waar'],
};

/** Words from the beginning in which a stand-in has nothing to stand for. */
const beginning = 4;

const sets: ReadonlyMap<string, readonly [ReadonlySet<string>, ReadonlySet<string>]> = new Map(
  Object.entries(wordsOf).map(([lang, [standIn, goOn]]) => [
    lang,
    [new Set(standIn.split(' ')), new Set(goOn.split(' '))],
  ]),
);

/** "There is": a stand-in that stands for nothing. */
const existential = /^(?:es gibt|il y a)(?![\p{L}\p{M}])/iu;

/**
 * Whether a text goes on from what was said before it; of a line that heads something only the first word says so.
 * Never in a language whose words are not known.
 */
export function leansOnBefore(text: string, lang: string, words: number = beginning): boolean {
  const [standIn, goOn] = sets.get(/^[a-z]+/.exec(lang.toLowerCase())?.[0] ?? '') ?? [];
  const [first = '', ...others] =
    text
      .toLowerCase()
      .replaceAll("'", '’')
      .match(/[\p{L}\p{M}’]+/gu)
      ?.slice(0, words) ?? [];
  if (goOn?.has(first)) return true;
  if (existential.test(text)) return false;
  return [first, ...others].some((word) => standIn?.has(word) ?? false);
}

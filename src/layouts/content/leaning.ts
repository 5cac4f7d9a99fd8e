// What leans on words before it says nothing by itself, as a title or in large type: "This produces the logits", "Then sort by size", "dabei".

/** Of a language: words that stand for something said before, words that go on from it, and words that a line goes on with. */
interface LeaningWords {
  readonly standIn: ReadonlySet<string>;
  readonly goOn: ReadonlySet<string>;
  readonly join: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const leaningWords: ReadonlyMap<string, LeaningWords> = new Map(
  Object.entries({
    en: [
      'this that these those it its it’s they them such above below',
      'then so also now but and or nor however thus hence instead otherwise again yet because therefore meanwhile',
      'since which where with for',
    ],
    de: [
      'dies diese dieser dieses diesen diesem dabei dazu damit dafür daher darum davon daran darauf dadurch danach dessen deren es',
      'dann also nun aber und oder denn sondern weil da sodass wobei auch so jetzt',
      'welche wo mit für',
    ],
    fr: [
      'ce cet cette ces cela ça ceci il elle ils elles en y celui celle',
      'puis alors donc mais et ou car ensuite ainsi',
      'avec pour dont où',
    ],
    es: [
      'este esta estos estas ese esa eso esto ello lo',
      'entonces luego pero y o pues porque así también',
      'con para donde',
    ],
    it: ['questo questa questi queste ciò esso essa', 'poi quindi ma e o perché così anche', 'con per dove'],
    pt: [
      'este esta isso isto esse essa ele ela',
      'então depois mas e ou pois porque assim também',
      'com para onde',
    ],
    nl: [
      'dit dat deze die het daarbij daarmee daarvoor',
      'dan dus maar en of want omdat ook',
      'met voor waar',
    ],
  }).map(([lang, lists]) => {
    const [standIn = none, goOn = none, join = none] = lists.map((list) => new Set(list.split(' ')));
    return [lang, { standIn, goOn, join }];
  }),
);

/** Words and phrases that go on from what was said and name nothing, in any language that is known. */
const connectives: ReadonlySet<string> = new Set(
  [
    'specifically, generally, basically, essentially, namely, ideally, hopefully, finally, lastly, therefore, thus, hence, so, then, also, otherwise, however, instead, again, meanwhile, similarly, likewise, in short, in other words, in particular, for example, for instance, that is, of course',
    'konkret, genauer, nämlich, schließlich, zuletzt, daher, deshalb, also, dann, außerdem, sonst, jedoch, stattdessen, ebenso, kurz, kurz gesagt, mit anderen Worten, insbesondere, zum Beispiel, das heißt',
    'notamment, donc, ainsi, enfin, ensuite, puis, sinon, cependant, en bref, par exemple, c’est-à-dire, en particulier',
    'concretamente, entonces, además, por tanto, por ejemplo, es decir, en particular, en resumen, finalmente',
    'quindi, infine, inoltre, altrimenti, per esempio, ad esempio, cioè, in particolare, in breve',
    'portanto, então, além disso, por exemplo, ou seja, em particular, em resumo, finalmente',
    'dus, daarom, bovendien, anders, bijvoorbeeld, namelijk, met andere woorden, kortom, tot slot',
  ].flatMap((line) => line.toLowerCase().split(', ')),
);

/** Whether a text is nothing but such words: "Specifically" before a colon. */
export function isConnective(text: string): boolean {
  return connectives.has(text.toLowerCase().replaceAll("'", '’'));
}

/** Words from the beginning in which a stand-in has nothing to stand for. */
const beginning = 4;

/** "There is": a stand-in that stands for nothing. */
const existential = /^(?:es gibt|il y a)(?![\p{L}\p{M}])/iu;

/** "Then sort by size", "this is why": whether a text goes on from what was said before it, by its first word. Without a language only connectives say so. */
export function goesOn(text: string, lang: string = ''): boolean {
  const [first = ''] = firstWords(text, 1);
  const { goOn, standIn } = wordsOf(lang) ?? {};
  // "this is for the lawyers" goes on where "This trick is powerful" begins.
  const isWithin = standIn?.has(first) === true && /^\p{Ll}/u.test(text.trim());
  return isConnective(first) || goOn?.has(first) === true || isWithin;
}

/**
 * Whether a text goes on from what was said before it, or speaks of it; of a line that heads something only the first
 * word says so. In a language whose words are not known, a connective alone does.
 */
export function leansOnBefore(text: string, lang: string, words: number = beginning): boolean {
  const { standIn, join } = wordsOf(lang) ?? {};
  const [first = '', ...others] = firstWords(text, words);
  if (goesOn(text, lang) || join?.has(first)) return true;
  return !existential.test(text) && [first, ...others].some((word) => standIn?.has(word) ?? false);
}

function wordsOf(lang: string): LeaningWords | undefined {
  return leaningWords.get(/^[a-z]+/.exec(lang.toLowerCase())?.[0] ?? '');
}

function firstWords(text: string, count: number): readonly string[] {
  const words = text
    .toLowerCase()
    .replaceAll("'", '’')
    .match(/[\p{L}\p{M}’]+/gu);
  return words?.slice(0, count) ?? [];
}

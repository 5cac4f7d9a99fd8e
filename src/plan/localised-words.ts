// The few words that are Lectern's own, in the deck's language.

export interface LocalisedWords {
  /** The title of the agenda slide; the notes' own list has none. */
  readonly agenda: string;
  /** The title of the handout's table of contents. */
  readonly contents: string;
  /** `#` stands for the slide's number. */
  readonly continued: string;
  /** `#` stands for the page, `##` for how many there are. */
  readonly page: string;
  /** Which of several slides with one title this is, for those who listen; `#` of `##`. */
  readonly part: string;
  /** From one name to another: `#` to `##`. */
  readonly range: string;
}

const english: LocalisedWords = {
  agenda: 'Agenda',
  contents: 'Contents',
  continued: 'Slide #, continued',
  page: 'Page # of ##',
  part: 'part # of ##',
  range: '# to ##',
};

/** By the language's own subtag, the part of a BCP 47 tag before the first hyphen. */
const byLanguage: ReadonlyMap<string, LocalisedWords> = new Map([
  [
    'de',
    {
      agenda: 'Überblick',
      contents: 'Inhalt',
      continued: 'Folie #, Fortsetzung',
      page: 'Seite # von ##',
      part: 'Teil # von ##',
      range: '# bis ##',
    },
  ],
  [
    'fr',
    {
      agenda: 'Plan',
      contents: 'Sommaire',
      continued: 'Diapositive #, suite',
      page: 'Page # sur ##',
      part: 'partie # sur ##',
      range: 'de # à ##',
    },
  ],
  [
    'es',
    {
      agenda: 'Agenda',
      contents: 'Índice',
      continued: 'Diapositiva #, continuación',
      page: 'Página # de ##',
      part: 'parte # de ##',
      range: 'de # a ##',
    },
  ],
  [
    'it',
    {
      agenda: 'Agenda',
      contents: 'Indice',
      continued: 'Diapositiva #, segue',
      page: 'Pagina # di ##',
      part: 'parte # di ##',
      range: 'da # a ##',
    },
  ],
  [
    'pt',
    {
      agenda: 'Agenda',
      contents: 'Índice',
      continued: 'Slide #, continuação',
      page: 'Página # de ##',
      part: 'parte # de ##',
      range: 'de # a ##',
    },
  ],
  [
    'nl',
    {
      agenda: 'Agenda',
      contents: 'Inhoud',
      continued: 'Dia #, vervolg',
      page: 'Pagina # van ##',
      part: 'deel # van ##',
      range: '# tot ##',
    },
  ],
  [
    'ro',
    {
      agenda: 'Cuprins',
      contents: 'Cuprins',
      continued: 'Diapozitivul #, continuare',
      page: 'Pagina # din ##',
      part: 'partea # din ##',
      range: 'de la # la ##',
    },
  ],
  [
    'ru',
    {
      agenda: 'План',
      contents: 'Содержание',
      continued: 'Слайд #, продолжение',
      page: 'Страница # из ##',
      part: 'часть # из ##',
      range: '# – ##',
    },
  ],
  [
    'ja',
    {
      agenda: '目次',
      contents: '目次',
      continued: 'スライド #(続き)',
      page: '# / ## ページ',
      part: '##の#',
      range: '#から##まで',
    },
  ],
  [
    'zh',
    {
      agenda: '目录',
      contents: '目录',
      continued: '第 # 张(续)',
      page: '第 # 页,共 ## 页',
      part: '第 # 部分,共 ## 部分',
      range: '# 至 ##',
    },
  ],
  [
    'ko',
    {
      agenda: '목차',
      contents: '목차',
      continued: '슬라이드 # (계속)',
      page: '# / ##쪽',
      part: '##개 중 #번째',
      range: '#부터 ##까지',
    },
  ],
  [
    'ar',
    {
      agenda: 'المحتويات',
      contents: 'المحتويات',
      continued: 'الشريحة #، تتمة',
      page: 'صفحة # من ##',
      part: 'الجزء # من ##',
      range: 'من # إلى ##',
    },
  ],
  [
    'he',
    {
      agenda: 'תוכן',
      contents: 'תוכן',
      continued: 'שקופית #, המשך',
      page: 'עמוד # מתוך ##',
      part: 'חלק # מתוך ##',
      range: 'מ־# עד ##',
    },
  ],
]);

/** English where a language is not listed. */
export function localisedWords(lang: string): LocalisedWords {
  return byLanguage.get(lang.toLowerCase().split('-')[0] ?? '') ?? english;
}

/** "part 2 of 3" in the deck's language. */
export function partWords(
  { number, of }: { readonly number: number; readonly of: number },
  lang: string,
): string {
  return localisedWords(lang).part.replace('##', String(of)).replace('#', String(number));
}

/** From one to the other in the deck's language. Dates and numbers have a dash, and so has what is in a language that is not listed. */
export function rangeWords(from: string, to: string, lang: string): string {
  const own = /^en\b/iu.test(lang) ? english : byLanguage.get(lang.toLowerCase().split('-')[0] ?? '');
  if (!own || (/\p{N}/u.test(from) && /\p{N}/u.test(to))) return `${from} – ${to}`;
  return own.range.replace('##', () => to).replace('#', () => from);
}

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
}

const english: LocalisedWords = {
  agenda: 'Agenda',
  contents: 'Contents',
  continued: 'Slide #, continued',
  page: 'Page # of ##',
};

/** By the language's own subtag, the part of a BCP 47 tag before the first hyphen. */
const byLanguage: ReadonlyMap<string, LocalisedWords> = new Map([
  [
    'de',
    { agenda: 'Überblick', contents: 'Inhalt', continued: 'Folie #, Fortsetzung', page: 'Seite # von ##' },
  ],
  ['fr', { agenda: 'Plan', contents: 'Sommaire', continued: 'Diapositive #, suite', page: 'Page # sur ##' }],
  [
    'es',
    {
      agenda: 'Agenda',
      contents: 'Índice',
      continued: 'Diapositiva #, continuación',
      page: 'Página # de ##',
    },
  ],
  ['it', { agenda: 'Agenda', contents: 'Indice', continued: 'Diapositiva #, segue', page: 'Pagina # di ##' }],
  ['pt', { agenda: 'Agenda', contents: 'Índice', continued: 'Slide #, continuação', page: 'Página # de ##' }],
  ['nl', { agenda: 'Agenda', contents: 'Inhoud', continued: 'Dia #, vervolg', page: 'Pagina # van ##' }],
  [
    'ro',
    {
      agenda: 'Cuprins',
      contents: 'Cuprins',
      continued: 'Diapozitivul #, continuare',
      page: 'Pagina # din ##',
    },
  ],
  [
    'ru',
    { agenda: 'План', contents: 'Содержание', continued: 'Слайд #, продолжение', page: 'Страница # из ##' },
  ],
  ['ja', { agenda: '目次', contents: '目次', continued: 'スライド #(続き)', page: '# / ## ページ' }],
  ['zh', { agenda: '目录', contents: '目录', continued: '第 # 张(续)', page: '第 # 页,共 ## 页' }],
  ['ko', { agenda: '목차', contents: '목차', continued: '슬라이드 # (계속)', page: '# / ##쪽' }],
  ['ar', { agenda: 'المحتويات', contents: 'المحتويات', continued: 'الشريحة #، تتمة', page: 'صفحة # من ##' }],
  ['he', { agenda: 'תוכן', contents: 'תוכן', continued: 'שקופית #, המשך', page: 'עמוד # מתוך ##' }],
]);

/** English where a language is not listed. */
export function localisedWords(lang: string): LocalisedWords {
  return byLanguage.get(lang.toLowerCase().split('-')[0] ?? '') ?? english;
}

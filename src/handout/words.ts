// The few words that are Lectern's own, in the deck's language. English where there is none.

export interface Words {
  readonly contents: string;
  /** `#` stands for the slide's number. */
  readonly continued: string;
  /** `#` stands for the page, `##` for how many there are. */
  readonly page: string;
}

const words: Readonly<Record<string, Words>> = {
  en: { contents: 'Contents', continued: 'Slide #, continued', page: 'Page # of ##' },
  de: { contents: 'Inhalt', continued: 'Folie #, Fortsetzung', page: 'Seite # von ##' },
  fr: { contents: 'Sommaire', continued: 'Diapositive #, suite', page: 'Page # sur ##' },
  es: { contents: 'Índice', continued: 'Diapositiva #, continuación', page: 'Página # de ##' },
  it: { contents: 'Indice', continued: 'Diapositiva #, segue', page: 'Pagina # di ##' },
  pt: { contents: 'Índice', continued: 'Slide #, continuação', page: 'Página # de ##' },
  nl: { contents: 'Inhoud', continued: 'Dia #, vervolg', page: 'Pagina # van ##' },
  ro: { contents: 'Cuprins', continued: 'Diapozitivul #, continuare', page: 'Pagina # din ##' },
  ru: { contents: 'Содержание', continued: 'Слайд #, продолжение', page: 'Страница # из ##' },
  ja: { contents: '目次', continued: 'スライド #(続き)', page: '# / ## ページ' },
  zh: { contents: '目录', continued: '第 # 张(续)', page: '第 # 页,共 ## 页' },
  ko: { contents: '목차', continued: '슬라이드 # (계속)', page: '# / ##쪽' },
  ar: { contents: 'المحتويات', continued: 'الشريحة #، تتمة', page: 'صفحة # من ##' },
  he: { contents: 'תוכן', continued: 'שקופית #, המשך', page: 'עמוד # מתוך ##' },
};

export function wordsFor(lang: string): Words {
  return words[lang.toLowerCase().split('-')[0] ?? ''] ?? (words.en as Words);
}

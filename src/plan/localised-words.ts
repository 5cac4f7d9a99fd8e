// The few words that are Lectern's own, in the deck's language.
import type { ChartKind } from '../layouts/index.ts';

export interface LocalisedWords {
  /** The title of the agenda slide; the notes' own list has none. */
  readonly agenda: string;
  /** The title of the handout's table of contents. */
  readonly contents: string;
  /** Where notes are cut at the end of a page, and where they go on: `#` stands for the page. */
  readonly continuedOn: string;
  readonly continuedFrom: string;
  /** The head above the addresses of all links. */
  readonly links: string;
  /** Where a link stands: `#` is the slide's number, or several. */
  readonly onSlide: string;
  readonly onSlides: string;
  /** Which of several slides with one title this is, for those who listen; `#` of `##`. */
  readonly part: string;
  /** From one name to another: `#` to `##`. */
  readonly range: string;
  /** What a chart is called, for those who listen. */
  readonly charts: Readonly<Record<ChartKind, string>>;
}

const english: LocalisedWords = {
  agenda: 'Agenda',
  contents: 'Contents',
  continuedOn: 'continued on page #',
  continuedFrom: 'continued from page #',
  links: 'Links',
  onSlide: 'slide #',
  onSlides: 'slides #',
  part: 'part # of ##',
  range: '# to ##',
  charts: { bars: 'bar chart', columns: 'column chart', line: 'line chart', dots: 'dot plot' },
};

/** By the language's own subtag, the part of a BCP 47 tag before the first hyphen. */
const byLanguage: ReadonlyMap<string, LocalisedWords> = new Map([
  [
    'de',
    {
      agenda: 'Überblick',
      contents: 'Inhalt',
      continuedOn: 'weiter auf Seite #',
      continuedFrom: 'Fortsetzung von Seite #',
      links: 'Links',
      onSlide: 'Folie #',
      onSlides: 'Folien #',
      part: 'Teil # von ##',
      range: '# bis ##',
      charts: {
        bars: 'Balkendiagramm',
        columns: 'Säulendiagramm',
        line: 'Liniendiagramm',
        dots: 'Punktdiagramm',
      },
    },
  ],
  [
    'fr',
    {
      agenda: 'Plan',
      contents: 'Sommaire',
      continuedOn: 'suite page #',
      continuedFrom: 'suite de la page #',
      links: 'Liens',
      onSlide: 'diapositive #',
      onSlides: 'diapositives #',
      part: 'partie # sur ##',
      range: 'de # à ##',
      charts: {
        bars: 'diagramme à barres',
        columns: 'histogramme',
        line: 'courbe',
        dots: 'diagramme à points',
      },
    },
  ],
  [
    'es',
    {
      agenda: 'Agenda',
      contents: 'Índice',
      continuedOn: 'continúa en la página #',
      continuedFrom: 'viene de la página #',
      links: 'Enlaces',
      onSlide: 'diapositiva #',
      onSlides: 'diapositivas #',
      part: 'parte # de ##',
      range: 'de # a ##',
      charts: {
        bars: 'gráfico de barras',
        columns: 'gráfico de columnas',
        line: 'gráfico de líneas',
        dots: 'gráfico de puntos',
      },
    },
  ],
  [
    'it',
    {
      agenda: 'Agenda',
      contents: 'Indice',
      continuedOn: 'continua a pagina #',
      continuedFrom: 'segue da pagina #',
      links: 'Link',
      onSlide: 'diapositiva #',
      onSlides: 'diapositive #',
      part: 'parte # di ##',
      range: 'da # a ##',
      charts: {
        bars: 'grafico a barre',
        columns: 'istogramma',
        line: 'grafico a linee',
        dots: 'grafico a punti',
      },
    },
  ],
  [
    'pt',
    {
      agenda: 'Agenda',
      contents: 'Índice',
      continuedOn: 'continua na página #',
      continuedFrom: 'continuação da página #',
      links: 'Links',
      onSlide: 'slide #',
      onSlides: 'slides #',
      part: 'parte # de ##',
      range: 'de # a ##',
      charts: {
        bars: 'gráfico de barras',
        columns: 'gráfico de colunas',
        line: 'gráfico de linhas',
        dots: 'gráfico de pontos',
      },
    },
  ],
  [
    'nl',
    {
      agenda: 'Agenda',
      contents: 'Inhoud',
      continuedOn: 'vervolg op pagina #',
      continuedFrom: 'vervolg van pagina #',
      links: 'Links',
      onSlide: 'dia #',
      onSlides: 'dia’s #',
      part: 'deel # van ##',
      range: '# tot ##',
      charts: { bars: 'staafdiagram', columns: 'kolomdiagram', line: 'lijndiagram', dots: 'puntdiagram' },
    },
  ],
  [
    'ro',
    {
      agenda: 'Cuprins',
      contents: 'Cuprins',
      continuedOn: 'continuă la pagina #',
      continuedFrom: 'continuare de la pagina #',
      links: 'Linkuri',
      onSlide: 'diapozitivul #',
      onSlides: 'diapozitivele #',
      part: 'partea # din ##',
      range: 'de la # la ##',
      charts: {
        bars: 'diagramă cu bare',
        columns: 'diagramă cu coloane',
        line: 'diagramă cu linii',
        dots: 'diagramă cu puncte',
      },
    },
  ],
  [
    'ru',
    {
      agenda: 'План',
      contents: 'Содержание',
      continuedOn: 'продолжение на странице #',
      continuedFrom: 'начало на странице #',
      links: 'Ссылки',
      onSlide: 'слайд #',
      onSlides: 'слайды #',
      part: 'часть # из ##',
      range: '# – ##',
      charts: {
        bars: 'линейчатая диаграмма',
        columns: 'столбчатая диаграмма',
        line: 'график',
        dots: 'точечная диаграмма',
      },
    },
  ],
  [
    'ja',
    {
      agenda: '目次',
      contents: '目次',
      continuedOn: '#ページに続く',
      continuedFrom: '#ページから続く',
      links: 'リンク',
      onSlide: 'スライド #',
      onSlides: 'スライド #',
      part: '##の#',
      range: '#から##まで',
      charts: { bars: '横棒グラフ', columns: '棒グラフ', line: '折れ線グラフ', dots: 'ドットプロット' },
    },
  ],
  [
    'zh',
    {
      agenda: '目录',
      contents: '目录',
      continuedOn: '下接第 # 页',
      continuedFrom: '上接第 # 页',
      links: '链接',
      onSlide: '第 # 张',
      onSlides: '第 # 张',
      part: '第 # 部分,共 ## 部分',
      range: '# 至 ##',
      charts: { bars: '条形图', columns: '柱形图', line: '折线图', dots: '点图' },
    },
  ],
  [
    'ko',
    {
      agenda: '목차',
      contents: '목차',
      continuedOn: '#쪽에 계속',
      continuedFrom: '#쪽에서 계속',
      links: '링크',
      onSlide: '슬라이드 #',
      onSlides: '슬라이드 #',
      part: '##개 중 #번째',
      range: '#부터 ##까지',
      charts: { bars: '가로 막대그래프', columns: '막대그래프', line: '꺾은선그래프', dots: '점그래프' },
    },
  ],
  [
    'ar',
    {
      agenda: 'المحتويات',
      contents: 'المحتويات',
      continuedOn: 'يتبع في الصفحة #',
      continuedFrom: 'تابع من الصفحة #',
      links: 'روابط',
      onSlide: 'الشريحة #',
      onSlides: 'الشرائح #',
      part: 'الجزء # من ##',
      range: 'من # إلى ##',
      charts: { bars: 'مخطط شريطي', columns: 'مخطط أعمدة', line: 'مخطط خطي', dots: 'مخطط نقاط' },
    },
  ],
  [
    'he',
    {
      agenda: 'תוכן',
      contents: 'תוכן',
      continuedOn: 'המשך בעמוד #',
      continuedFrom: 'המשך מעמוד #',
      links: 'קישורים',
      onSlide: 'שקופית #',
      onSlides: 'שקופיות #',
      part: 'חלק # מתוך ##',
      range: 'מ־# עד ##',
      charts: {
        bars: 'תרשים עמודות אופקי',
        columns: 'תרשים עמודות',
        line: 'תרשים קווים',
        dots: 'תרשים נקודות',
      },
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

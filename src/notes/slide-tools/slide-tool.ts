// Which program for slides a file was written for.

export type SlideTool = 'marp' | 'slidev' | 'reveal' | 'pandoc' | 'deckset' | 'remark';

interface ToolSign {
  readonly tool: SlideTool;
  /** Looked for in the front matter, or in all the text. */
  readonly place: 'front' | 'text';
  /** Something that has the sign; held against it by a test. */
  readonly example: string;
  readonly sign: RegExp;
}

/** What only files of one program have. The first sign that is found decides. */
export const toolSigns: readonly ToolSign[] = [
  { tool: 'marp', place: 'front', example: 'marp: true', sign: /^marp:[ \t]*true\b/m },
  {
    tool: 'reveal',
    place: 'front',
    example: 'revealOptions:',
    sign: /^(?:revealOptions|verticalSeparator|notesSeparator|highlightTheme):/m,
  },
  {
    tool: 'pandoc',
    place: 'front',
    example: 'format: revealjs',
    sign: /^[ \t]*(?:format:[ \t]*)?(?:revealjs|pptx|beamer)\b|^output:\s*(?:\w+::)?(?:revealjs|beamer|ioslides|slidy|powerpoint|xaringan)\w*/m,
  },
  {
    tool: 'slidev',
    place: 'front',
    example: 'drawings:',
    sign: /^(?:drawings|mdc|routerMode|colorSchema|canvasWidth|themeConfig|highlighter|routeAlias|hideInToc|transition):/m,
  },
  { tool: 'pandoc', place: 'text', example: '% Kites\n% Ida Falk', sign: /^\ufeff?%[ \t]+\S.*\r?\n(?:%|\s)/ },
  {
    tool: 'reveal',
    place: 'text',
    example: '<!-- .slide: class="dark" -->',
    sign: /<!--\s*\.(?:slide|element):/,
  },
  {
    tool: 'marp',
    place: 'text',
    example: '<!-- _class: lead -->',
    sign: /<!--\s*_?(?:class|paginate|header|footer|headingDivider|(?:background)?[cC]olor|backgroundImage|theme|size):/,
  },
  {
    tool: 'slidev',
    place: 'text',
    example: '---\nlayout: two-cols\n---',
    sign: /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)*layout:[ \t]*(?:cover|intro|two-cols|image|iframe|section|statement|fact|quote|end|center|full|none)\b|^::(?:left|right|default|bottom|top)::[ \t]*$|<v-clicks?\b/m,
  },
  {
    tool: 'deckset',
    place: 'text',
    example: 'slidenumbers: true',
    sign: /^\ufeff?(?:[a-z-]+:.*\r?\n)*(?:slidenumbers|autoscale|build-lists|slidecount|slide-transition|slide-dividers):|^\[\.[a-z-]+(?::[^\]\n]*)?\][ \t]*$|^#{1,6} ?\[fit\]/m,
  },
  {
    tool: 'remark',
    place: 'text',
    example: 'class: center, middle\n\n# Kites',
    sign: /^(?:---?[ \t]*\r?\n\s*)?(?:class|layout|template|count|background-image):[ \t]*(?:(?:center|middle|inverse|left|right|top|bottom)\b|true|false|url\()/,
  },
];

export function slideTool(text: string): SlideTool | undefined {
  const front = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m.exec(text)?.[1] ?? '';
  return toolSigns.find(({ sign, place }) => sign.test(place === 'front' ? front : text))?.tool;
}

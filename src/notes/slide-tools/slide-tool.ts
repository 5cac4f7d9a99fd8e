// Which program for slides a file was written for.

export type SlideTool =
  | 'marp'
  | 'slidev'
  | 'reveal'
  | 'pandoc'
  | 'deckset'
  | 'remark'
  | 'presenterm'
  | 'powerpoint';

interface ToolSign {
  readonly tool: SlideTool;
  /** Looked for in the front matter, or in all the text. */
  readonly place: 'front' | 'text';
  /** Something that has the sign; held against it by a test. */
  readonly example: string;
  /** All of them are found. */
  readonly signs: readonly RegExp[];
}

/** What only files of one program have. The first sign that is found decides. */
export const toolSigns: readonly ToolSign[] = [
  { tool: 'marp', place: 'front', example: 'marp: true', signs: [/^marp:[ \t]*true\b/m] },
  {
    tool: 'reveal',
    place: 'front',
    example: 'revealOptions:',
    signs: [/^(?:revealOptions|verticalSeparator|notesSeparator|highlightTheme):/m],
  },
  { tool: 'remark', place: 'front', example: 'output: xaringan::moon_reader', signs: [/\bxaringan::/] },
  {
    tool: 'pandoc',
    place: 'front',
    example: 'format: revealjs',
    signs: [
      /^[ \t]*(?:format:[ \t]*)?(?:revealjs|pptx|beamer)\b|^output:\s*(?:\w+::)?(?:revealjs|beamer|ioslides|slidy|powerpoint)\w*/m,
    ],
  },
  {
    tool: 'slidev',
    place: 'front',
    example: 'drawings:',
    signs: [
      /^(?:drawings|mdc|routerMode|colorSchema|canvasWidth|themeConfig|highlighter|routeAlias|hideInToc|transition):/m,
    ],
  },
  {
    tool: 'pandoc',
    place: 'text',
    example: '% Kites\n% Ida Falk',
    signs: [/^\ufeff?%[ \t]+\S.*\r?\n(?:%|\s)/],
  },
  {
    tool: 'reveal',
    place: 'text',
    example: '<!-- .slide: class="dark" -->',
    signs: [/<!--\s*\.(?:slide|element):/],
  },
  {
    tool: 'remark',
    place: 'text',
    example: 'class: center, middle\n\n# Kites',
    signs: [
      /(?:^\ufeff?|\n---?[ \t]*\r?\n\s*)(?:name:.*\r?\n)?(?:class:[ \t]*(?:[\w-]+,[ \t]*)*(?:center|middle|inverse|left|right|top|bottom)[ \t]*[,\r\n]|layout:[ \t]*true|count:[ \t]*false|template:[ \t]*\w+[ \t]*\r?\n|background-image:[ \t]*url\()/,
    ],
  },
  {
    tool: 'reveal',
    place: 'text',
    example: '# Kites\n\n--\n\nWind\n\n---\n\nString',
    signs: [/\n[ \t]*\r?\n--[ \t]*\r?\n[ \t]*\r?\n/, /\n---[ \t]*\r?\n/],
  },
  {
    tool: 'marp',
    place: 'text',
    example: '<!-- _class: lead -->',
    signs: [
      /<!--\s*_?(?:class|paginate|header|footer|headingDivider|(?:background)?[cC]olor|backgroundImage|theme|size):/,
    ],
  },
  {
    tool: 'slidev',
    place: 'text',
    example: '---\nlayout: two-cols\n---',
    signs: [
      /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)*layout:[ \t]*(?:cover|intro|two-cols|image|iframe|section|statement|fact|quote|end|center|full|none)\b|^::(?:left|right|default|bottom|top)::[ \t]*$|<v-clicks?\b/m,
    ],
  },
  {
    tool: 'presenterm',
    place: 'text',
    example: '<!-- end_slide -->',
    signs: [/<!--[ \t]*end_slide[ \t]*-->/],
  },
  {
    tool: 'powerpoint',
    place: 'text',
    example: '<!-- Slide number: 1 -->',
    signs: [/^<!-- Slide number: \d+ -->/m],
  },
  {
    tool: 'deckset',
    place: 'text',
    example: 'slidenumbers: true',
    signs: [
      /(?<![\s\S])\ufeff?(?:[a-z-]+:.*\r?\n)*(?:slidenumbers|autoscale|build-lists|slidecount|slide-transition|slide-dividers):|^\[\.(?!notes\]|speaker\])[a-z-]+(?::[^\]\n]*)?\][ \t]*$|^#{1,6} ?\[fit\]/m,
    ],
  },
];

export function slideTool(text: string): SlideTool | undefined {
  const seen = withoutCode(text);
  const front = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? '';
  return toolSigns.find(({ signs, place }) =>
    signs.every((sign) => sign.test(place === 'front' ? front : seen)),
  )?.tool;
}

/** The same text with spaces for code. */
export function withoutCode(text: string): string {
  return text.replace(
    /^([ \t>]*)(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*$|(?![\s\S]))|`[^`\n]+`/gm,
    spaces,
  );
}

export function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

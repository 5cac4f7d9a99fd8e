import type { Checked } from '../diagnostics/index.ts';
import { readTheme, readThemeFiles, resolveTokens, type Theme } from '../theme/index.ts';

export interface NewTheme {
  /** Its name for Marp; letters, digits and dashes. */
  readonly name: string;
  /** The built-in theme whose layouts it keeps. */
  readonly from: string;
  readonly accent?: string | undefined;
}

/** What a designer changes first, in groups with a word on each. */
const groups: readonly (readonly [comment: string, tokens: readonly string[]])[] = [
  [
    'Colours. Text, muted and accent must be readable on background and surface: `lectern theme check` proves it.',
    ['background', 'surface', 'text', 'muted', 'accent', 'rule'],
  ],
  [
    'Grounds beside the plain one: a tint, full colour, a second tone. The text on the last two follows from them.',
    ['tint', 'strong', 'second', 'line'],
  ],
  [
    'Fonts: a bundled family, or one of an @font-face rule in this file. A fallback is for decks with letters they have not.',
    ['body-font', 'heading-font', 'code-font', 'body-font-fallback', 'code-font-fallback'],
  ],
  ['Weights that the fonts have.', ['body-weight', 'strong-weight', 'heading-weight']],
  [
    'Type in px on a slide 720 px high. Body text goes from xs to xxxl by how much there is to say; none below 24px.',
    [
      'body-size',
      'body-size-xs',
      'body-size-md',
      'body-size-lg',
      'body-size-xl',
      'line-height',
      'title-size',
      'deck-title-size',
      'figure-size',
    ],
  ],
  [
    'The slide: margins, where titles and content begin, the room for the footer.',
    ['margin', 'title-top', 'content-top', 'content-bottom'],
  ],
  ['Boxes.', ['corner', 'rule-width']],
  [
    'Compositions by their names: those never used, those tried in this order, those beside their title.',
    ['compositions-never', 'compositions-order', 'title-beside'],
  ],
];

/** The text of a theme file that looks like `from` in another accent, every token commented. */
export async function newTheme({ name, from, accent }: NewTheme): Promise<Checked<string>> {
  const files = await readThemeFiles({
    theme: from,
    folder: '.',
    span: { path: '--from', start: 0, end: 0 },
  });
  const written = accent
    ? [{ name: 'accent', value: accent, span: { path: '--accent', start: 0, end: 0 }, folder: '.' }]
    : [];
  const tokens = await resolveTokens(files.value, written, '16:9');
  const { value } = readTheme(files.value, { size: '16:9', ...tokens.value });
  return { value: themeText(name, from, value), diagnostics: [...files.diagnostics, ...tokens.diagnostics] };
}

function themeText(name: string, from: string, theme: Theme): string {
  const blocks = groups.map(([comment, tokens]) =>
    [
      `  /* ${comment} */`,
      ...tokens.flatMap((token) => {
        const value = theme.tokens.get(`--${token}`);
        return value === undefined ? [] : [`  --${token}: ${value};`];
      }),
    ].join('\n'),
  );
  return `/*
 * @theme ${name}
 *
 * Made from ${from}: what is not set here is as it is there. \`lectern theme check\` draws every
 * layout in it and finds what is cut off or cannot be read.
 */
@import "${from}";

section {
${blocks.join('\n\n')}
}
`;
}

import { expect, test } from 'vitest';
import type { Deck, Features } from '../../src/deck/index.ts';
import { styleEngine } from '../../src/render/marp/engine.ts';
import { renderMarp } from '../../src/render/marp/index.ts';
import { styleName, themeCss } from '../../src/render/marp/theme-css.ts';
import { inlineStylesheet } from '../../src/render/pictures/index.ts';
import type { Theme } from '../../src/theme/index.ts';
import { baseTheme, deckOf } from './talk.ts';

/** One Marp with the whole theme, as plain Marp has it. */
async function inOne(deck: Deck, theme: Theme): Promise<{ html: string; css: string }> {
  const marp = await styleEngine(deck.features, theme.stylesheets.map(inlineStylesheet));
  const { html, css } = marp.render(deck.markdown);
  return { html, css };
}

const slide = { title: 'Songs 🐳', body: '- one\n- *two*' };

test.each<[string, '16:9' | '4:3', Partial<Features>]>([
  ['plain', '16:9', {}],
  ['small', '4:3', {}],
  ['with emoji', '16:9', { emoji: true }],
])('slides and stylesheet made apart are those made in one: %s', async (_, size, features) => {
  const theme = await baseTheme(size);
  const deck = deckOf([slide, { title: 'Food', body: 'Krill.', class: 'statement' }], features, { size });
  const whole = await inOne(deck, theme);
  const { html, css } = await renderMarp(deck, theme);
  expect(css).toBe(whole.css);
  const comparable = (slides: string): string => slides.replace(/ (?:lang|src)="[^"]*"/g, '');
  expect(comparable(html)).toBe(comparable(whole.html));
});

test('formulas bring the rules of KaTeX', async () => {
  const theme = await baseTheme();
  const deck = deckOf([{ title: 'Sums', body: '$a+b$' }], { math: true });
  const fontFace = /@font-face\s*\{[^}]*\}\s*/g;
  const whole = await inOne(deck, theme);
  expect((await renderMarp(deck, theme)).css.replace(fontFace, '')).toBe(whole.css.replace(fontFace, ''));
});

test('rules that the deck holds come after the theme’s', async () => {
  const theme = await baseTheme();
  const plain = deckOf([slide]);
  const markdown = plain.markdown.replace('marp: true', 'marp: true\nstyle: "section { --accent: teal }"');
  const deck = { ...plain, markdown };
  const { css } = await renderMarp(deck, theme);
  expect(css).toBe((await inOne(deck, theme)).css);
  expect(css.lastIndexOf('--accent: teal')).toBeGreaterThan(css.lastIndexOf('--background'));
});

test('a theme is converted once, and again when anything it depends on changes', async () => {
  const theme = await baseTheme();
  const request = { theme, size: '16:9', features: deckOf([]).features, own: '' } as const;
  expect(themeCss(request)).toBe(themeCss({ ...request, theme: await baseTheme() }));
  const [sheet] = theme.stylesheets;
  const changed = sheet && { stylesheets: [{ ...sheet, css: `${sheet.css}p { color: red }` }] };
  const others = [
    { ...request, size: '4:3' as const },
    { ...request, own: 'p { color: red }' },
    { ...request, features: { ...request.features, emoji: true } },
    { ...request, features: { ...request.features, math: true } },
    { ...request, theme: changed ?? theme },
  ];
  expect(new Set([request, ...others].map(styleName)).size).toBe(6);
});

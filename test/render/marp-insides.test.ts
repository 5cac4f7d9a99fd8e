// `marp/insides.ts` knows of Marp what its documentation does not promise. Each thing it relies on is
// asked of the installed packages here, so that a new version that no longer fits is seen at once.
import { readFileSync } from 'node:fs';
import { Marp, type MarpOptions } from '@marp-team/marp-core';
import { expect, test } from 'vitest';
import { presentationShell } from '../../src/render/html/presentation.ts';
import {
  fillShell,
  placeholder,
  putTogether,
  rememberCleanHtml,
  rememberRemarks,
  shellFields,
  slidesOnly,
  takeApart,
  themeOutline,
  withNamedControls,
  withNamedSlides,
  withNumber,
  withoutNumber,
  withPolicy,
} from '../../src/render/marp/insides.ts';
import { baseTheme } from './talk.ts';

const options: MarpOptions = {
  container: { tag: 'div', id: ':$p' },
  slideContainer: [],
  inlineSVG: true,
  script: { source: 'inline' },
};
const markdown =
  '---\npaginate: true\nstyle: "b { color: red }"\n---\n\n# Tides <b>high</b>\n\n---\n\n# Springs\n\n<div>neap</div>\n';

test('the versions are pinned: a newer one is taken on purpose', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const all = { ...dependencies, ...devDependencies };
  for (const name of ['@marp-team/marp-core', '@marp-team/marp-cli']) expect(all[name]).toMatch(/^\d/);
});

test('a Marp for slides alone makes the same HTML, gives the deck’s own rules, and adds no theme but one', async () => {
  const theme = await baseTheme();
  const only = new (slidesOnly(Marp))(options, themeOutline(theme));
  const plain = new Marp(options);
  for (const css of theme.stylesheets) plain.themeSet.default = plain.themeSet.add(css.css);
  const { html, css } = only.render(markdown);
  expect(html).toBe(plain.render(markdown).html);
  expect(css).toBe('b { color: red }');
  expect([...only.themeSet.themes()].map(({ name }) => name)).toEqual([theme.name]);
});

test('HTML in Markdown goes through the two rules that are remembered', () => {
  const marp = new Marp(options);
  const { rules } = marp.markdown.renderer;
  expect(rules.html_block).toBeTypeOf('function');
  expect(rules.html_inline).toBeTypeOf('function');
  const before = new Marp(options).render(`${markdown}<script>x</script>\n`).html;
  rememberCleanHtml(marp);
  for (let time = 0; time < 2; time++)
    expect(marp.render(`${markdown}<script>x</script>\n`).html).toBe(before);
});

test('remarks that come again say the same again, and what is not closed on its line is read each time', () => {
  const slides = [
    '<!-- _class: loud -->\n<!-- _header: "of *tides*" -->\n# High',
    '<!-- _class: loud -->\n<!-- _class: quiet --> behind\n# Low',
    'words\n<!-- _class: loud -->\n\n- <!-- _class: loud -->\n  point',
    '<!-- a remark\n_class: loud -->\n# Open',
    '<!-- a remark\n_class: quiet -->\n\nand <!-- _class: quiet --> words',
    '<!-- prettier-ignore -->\n<!-- said -->',
  ];
  const text = [...slides, ...slides].join('\n\n---\n\n');
  const [plain, marp] = [new Marp(options), new Marp(options)];
  rememberRemarks(marp);
  const before = plain.render(text);
  for (let time = 0; time < 2; time++) expect(marp.render(text)).toEqual(before);
  expect(before.html).toContain('class="quiet"');
  expect(before.comments).toHaveLength(2 * slides.length);
});

test('slides are taken apart and put together, and their numbers are out and in again', () => {
  const { html } = new Marp(options).render(markdown);
  const { before, slides, script, after } = takeApart(html);
  expect(before).toBe('<div id=":$p">');
  expect(after).toMatch(/^<\/div>\s*$/);
  expect(slides).toHaveLength(2);
  expect(script).toMatch(/^<script>[\s\S]+<\/script>$/);
  const bare = slides.map((slide) => slide.replace(script, ''));
  const unnumbered = bare.map(withoutNumber);
  for (const slide of unnumbered) expect(slide.match(/\0/g)).toHaveLength(3);
  const numbered = unnumbered.map((slide, at) => withNumber(slide, at + 1, 2));
  expect(putTogether({ before, slides: numbered, script, after })).toBe(html);
});

test('the presentation page has a place for everything that is filled in', async () => {
  const shell = await presentationShell();
  for (const name of [...shellFields, 'html', 'css', 'note'] as const)
    expect(shell).toContain(placeholder(name));
  expect(shell.split(placeholder('html'))).toHaveLength(2);
  expect(shell.split(placeholder('css'))).toHaveLength(2);
  expect(withPolicy(shell, '<meta name="x">')).toMatch(/<head><meta charset="UTF-8"><meta name="x">/);
  expect(withPolicy(shell, '').match(/charset/gi)).toHaveLength(1);
  const nothing = { html: '', css: '', fields: { lang: 'en', title: 'Tides' } };
  const filled = fillShell(shell, { ...nothing, notes: ['one\n\ntwo', '', 'three'] });
  expect(filled.match(/<div class="bespoke-marp-note"[^>]*data-index="(?:0|2)"[^>]*>/g)).toHaveLength(2);
  expect(filled).toContain('<p>one</p><p>two</p>');
  expect(filled).not.toContain('lectern-placeholder');
  expect(filled).not.toMatch(/<meta [^>]*name="(?:author|description)"/);
});

test('the buttons of the page have our names, and its slides are named groups', async () => {
  const shell = await presentationShell();
  const names = { prev: 'zurück', next: '<weiter>', fullscreen: 'groß', overview: 'alle', presenter: 'ich' };
  const page = withNamedControls(shell, names, 'aria-label="Knöpfe"', '<i></i>');
  const bar = /<div class="bespoke-marp-osc".*?<\/div>/.exec(page)?.[0] ?? '';
  expect(bar).toMatch(/^<div class="bespoke-marp-osc" role="region" aria-label="Knöpfe">.*<i><\/i><\/div>$/);
  expect(bar).not.toMatch(/tabindex|Page|slide/);
  expect([...bar.matchAll(/ title="([^"]*)">([^<]*)</g)].map(([, ...texts]) => texts)).toEqual([
    ['zurück', 'zurück'],
    ['&#60;weiter&#62;', '&#60;weiter&#62;'],
    ['groß (f)', 'groß'],
    ['alle (o)', 'alle'],
    ['ich (p)', 'ich'],
  ]);
  expect(bar).toContain('<span class="lectern-number"></span>');
  const pictured = `${markdown}\n![bg left](x.png)\n\n\`<section id="1"\``;
  const html = withNamedSlides(new Marp(options).render(pictured).html, ['1: "high"', '2'], 'Folie');
  expect(
    html.match(/<section role="group" aria-roledescription="Folie" aria-label="[^"]*" id="\d"/g),
  ).toEqual([
    '<section role="group" aria-roledescription="Folie" aria-label="1: &#34;high&#34;" id="1"',
    '<section role="group" aria-roledescription="Folie" aria-label="2" id="2"',
  ]);
});

test('a text that looks like a place in the page is only a text', async () => {
  const shell = await presentationShell();
  const names = [...shellFields, 'html', 'css', 'note'] as const;
  const places = names.map(placeholder).join(' $& $` ');
  const [lang, title] = ['en', places];
  const fields = { lang, title, author: places, description: places };
  const page = fillShell(shell, { html: `<b>${places}</b>`, css: `/*${places}*/`, fields, notes: [places] });
  expect(page.split(`<b>${places}</b>`)).toHaveLength(2);
  expect(page.split(`/*${places}*/`)).toHaveLength(2);
  expect(page).toContain(`<p>${places.replaceAll('&', '&#38;')}</p>`);
  const fewer = fillShell(shell, { html: '', css: '', fields: { lang, title: '' }, notes: [''] });
  expect(fewer).not.toContain('lectern-placeholder');
});

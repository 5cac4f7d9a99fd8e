import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { render } from '../../src/render/index.ts';
import { renderPages, wholeCss } from '../../src/render/pages.ts';
import type { Theme } from '../../src/theme/index.ts';
import { baseTheme, deckOf, temporaryFolder, writePixel } from './talk.ts';

let theme: Theme;
const folder = temporaryFolder();
beforeAll(async () => {
  theme = await baseTheme();
});

const pagesOf = (...deck: Parameters<typeof deckOf>) =>
  renderPages(deckOf(...deck), theme, {
    pictures: { folder },
    notes: { path: 'whales.md', text: '漢字 $a_{b$ x' },
  });

test('one file with everything in it', async () => {
  writePixel(folder, 'krill.png');
  const warn = vi.spyOn(console, 'warn');
  const deck = deckOf(
    [
      {
        title: 'Songs',
        body: '- one ![krill](krill.png)',
        presenterNotes: 'Say </p> & "this"\n\nThen $& that',
      },
      { title: 'Silent', body: '- two' },
      { title: 'Food', body: '- three', presenterNotes: 'Eat' },
    ],
    {},
    { title: 'Whales & <others> $1', speaker: 'Ada "L" Byron', subtitle: 'On song', lang: 'de' },
  );
  const rendered = await render(deck, theme, {
    formats: ['html', 'marp'],
    base: join(folder, 'talk'),
    notesFolder: folder,
  });
  expect(rendered.diagnostics).toEqual([]);
  expect(rendered.artifacts.map(({ path }) => path)).toEqual([
    join(folder, 'talk.marp.md'),
    join(folder, 'talk.html'),
  ]);
  expect(readFileSync(join(folder, 'talk.marp.md'), 'utf8')).toBe(deck.markdown);
  const html = readFileSync(join(folder, 'talk.html'), 'utf8');
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('<title>Whales &#38; &#60;others&#62; $1</title>');
  expect(html).toContain('<meta name="author" content="Ada &#34;L&#34; Byron">');
  expect(html).toContain('<meta name="description" content="On song">');
  expect(html).toContain(
    'data-index="0" tabindex="0"><p>Say &#60;/p&#62; &#38; &#34;this&#34;</p><p>Then $&#38; that</p></div>',
  );
  expect(html).toContain('data-index="2" tabindex="0"><p>Eat</p></div>');
  expect(html).not.toContain('data-index="1" tabindex="0"><p>');
  expect(html).not.toContain('lectern-placeholder');
  expect(html).toContain('src="data:image/png;base64,');
  expect(html).toContain('bespoke-marp-osc');
  expect(html).not.toMatch(/<(?:script|img|link|iframe)[^>]+(?:src|href)="(?!data:)/);
  expect(html).not.toMatch(/url\(["']?(?!data:|#)[a-z./]/i);
  expect(warn).not.toHaveBeenCalled();
});

test('facts that are not known leave no empty element', async () => {
  await render(deckOf([{ title: 'A', body: 'b' }]), theme, {
    formats: ['html'],
    base: join(folder, 'bare'),
    notesFolder: folder,
  });
  const html = readFileSync(join(folder, 'bare.html'), 'utf8');
  expect(html).not.toMatch(/name="(author|description)"/);
});

test('only the fonts that are used travel along', async () => {
  const faces = (css: string) =>
    [...css.matchAll(/font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+)/g)].map((match) =>
      match.slice(1).join(' '),
    );
  const plain = faces(wholeCss(await pagesOf([{ title: 'A', body: '- plain' }])));
  expect(plain).toContain('Source Sans 3 400 normal');
  expect(plain.join()).not.toMatch(/italic|Code/);
  expect(new Set(plain).size).toBe(plain.length);
  const rich = faces(wholeCss(await pagesOf([{ title: 'A', body: '- *slanted* `code` Ωμέγα' }])));
  expect(rich).toContain('Source Sans 3 400 italic');
  expect(rich).toContain('Source Code Pro 400 normal');
  expect(rich.filter((face) => face === 'Source Sans 3 400 normal').length).toBeGreaterThan(1);
});

test('formulas bring their own fonts; one that is wrong is shown as typed, with a warning', async () => {
  const {
    html,
    styles: css,
    diagnostics,
  } = await pagesOf([{ title: 'A', body: '$\\mathbb{R}$ and $a_{b$' }], {
    math: true,
  });
  expect(
    css
      .match(/font-family:\s*"?KaTeX_\w+/g)
      ?.map((rule) => rule.replace(/.*KaTeX_/, ''))
      .filter((name, index, all) => all.indexOf(name) === index),
  ).toEqual(expect.arrayContaining(['AMS', 'Main']));
  expect(css.match(/@font-face[^}]*KaTeX_Fraktur/)).toBeNull();
  expect(css).not.toContain('cdn.');
  expect(html).toContain('a_{b');
  expect(diagnostics).toMatchObject([
    { code: 'render/math', severity: 'warning', span: { path: 'whales.md', start: 4, end: 8 } },
  ]);
});

test('code is coloured by the theme’s properties', async () => {
  const { html } = await pagesOf([{ title: 'A', body: '```js\nconst a = "b";\n```' }], { code: true });
  expect(html).toContain('--marp-shiki-token-keyword');
});

test('emoji are drawn; one without a drawing keeps its text', async () => {
  const { html } = await pagesOf([{ title: 'A', body: '- 🐳' }], { emoji: true });
  expect(html).toMatch(/<img class="emoji"[^>]*alt="🐳" src="data:image\/svg\+xml;base64,/);
  expect((await pagesOf([{ title: 'A', body: '- 🐳' }])).html).not.toContain('<img');
});

test('a character that no font has is told once, at its place', async () => {
  const { diagnostics } = await pagesOf([
    { title: '漢', body: '- 字' },
    { title: 'B', body: '- 漢' },
  ]);
  expect(diagnostics).toMatchObject([
    {
      code: 'render/glyph-missing',
      message: 'no font of the theme has “漢”, “字”',
      span: { start: 0, end: 1 },
    },
  ]);
});

test('HTML that is not allowed stays text', async () => {
  const { html } = await pagesOf([
    {
      title: 'A',
      body: '<iframe src="https://example.com"></iframe><video src="a.mp4"></video><b onclick="x()">y</b>',
    },
  ]);
  expect(html).not.toMatch(/<iframe|<video|onclick="/);
  expect(html).toContain('&lt;iframe');
});

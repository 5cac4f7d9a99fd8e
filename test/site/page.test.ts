import { expect, test } from 'vitest';
import { pageParts, type Talk } from '../../src/site/index.ts';

const colours = { background: '#fff', text: '#000', muted: '#555', accent: '#a40' };

function talk(facts: Partial<Talk> = {}): Talk {
  return {
    title: 'Tides',
    tags: [],
    lang: 'en',
    dir: 'ltr',
    slides: 3,
    sections: ['Springs'],
    folder: '',
    files: [{ format: 'html', path: 'tides.html' }],
    picture: { kind: 'card', colours, width: 1280, height: 720 },
    ...facts,
  };
}

const page = (talks: readonly Talk[]): string => pageParts(talks, { title: 'Talks', inlineBytes: 100 }).html;
const titles = (html: string): string[] =>
  [...html.matchAll(/<h2><a href="[^"]*">([^<]*)/g)].map(([, it = '']) => it);

test('the newest talk first, those without a date last', () => {
  const talks = [
    talk({ title: 'B' }),
    talk({ title: 'C', date: '12 May 2021' }),
    talk({ title: 'D', date: '2021-11-03' }),
    talk({ title: 'E', event: 'PyCon 2024' }),
    talk({ title: 'A' }),
  ];
  expect(titles(page(talks))).toEqual(['E', 'D', 'C', 'A', 'B']);
});

test('what notes say is text on the page, never a tag, an attribute or an address of its own', () => {
  const nasty = `"><script>alert(1)</script><img src=//evil.example/x onerror=alert(1)>'`;
  const html = page([
    talk({ title: nasty, speaker: nasty, tags: [nasty], sections: [nasty], folder: nasty, lang: nasty }),
    talk({
      files: [{ format: 'html', path: 'a b/ü?#"x.html' }],
      picture: {
        kind: 'card',
        width: 1280,
        height: 720,
        colours: { ...colours, background: 'url(https://evil.example)', text: '"/><script>' },
      },
    }),
  ]);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toMatch(/<img|url\(https|fill="[^"]*script/);
  expect(html).toContain('href="a%20b/%C3%BC%3F%23%22x.html"');
});

test('a filter is there where there is something to choose', () => {
  const talks = [talk({ speaker: 'Ada', tags: ['sea'] }), talk({ speaker: 'Ben', tags: ['sea'] })];
  const names = [...page(talks).matchAll(/<select name="(\w+)"/g)].map(([, name]) => name);
  expect(names).toEqual(['speaker']);
  expect(page([talk()])).not.toContain('<form');
});

test('pictures stand in the page up to the bound, then beside it', () => {
  const screenshot = (bytes: string): Talk['picture'] => ({
    kind: 'screenshot',
    webp: Buffer.from(bytes).toString('base64'),
    width: 1280,
    height: 720,
  });
  const talks = ['one', 'two', 'x'.repeat(90)].map((bytes) => talk({ picture: screenshot(bytes) }));
  const { html, pictures } = pageParts(talks, { title: 'Talks', inlineBytes: 100 });
  expect(html.match(/src="data:image\/webp/g)).toHaveLength(2);
  expect(pictures.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['x'.repeat(90)]);
  expect(html).toContain(`src="${pictures[0]?.path}"`);
});

test('a card has as many lines as fit, in every script', () => {
  const lines = (title: string): number => page([talk({ title })]).match(/<tspan/g)?.length ?? 0;
  expect(lines('Tides')).toBe(1);
  expect(lines('潮汐的历史与未来以及它们对沿海城市的影响和我们能做些什么')).toBe(2);
  expect(lines('word '.repeat(60))).toBe(3);
});

test('a library without talks says what to do', () => {
  expect(page([])).toContain('No talks yet');
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from '../../src/render/index.ts';
import { pageParts, type Talk } from '../../src/site/index.ts';
import { folderWith } from '../cli/lectern.ts';
import { openFile } from '../end-to-end/open-page.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

const speakers = ['Ada Moon', 'Zoë Straße'];
const talks: readonly Talk[] = Array.from({ length: 12 }, (_, at) => ({
  title: `Talk ${at}: what the sea says when nobody listens to it`,
  speaker: speakers[at % 2] as string,
  event: 'Harbour days',
  date: `20${10 + at}-05-01`,
  tags: at % 3 === 0 ? ['sea'] : ['sky'],
  lang: 'en',
  dir: 'ltr',
  slides: at + 1,
  sections: at === 7 ? ['Barometers'] : ['Springs'],
  folder: '',
  files: [
    { format: 'html', path: `${at}.html` },
    { format: 'pdf', path: `${at}.pdf` },
  ],
  picture: {
    kind: 'card',
    colours: { background: '#fff', text: '#111', muted: '#555', accent: '#a40' },
    width: 1280,
    height: 720,
  },
}));

function withPage<T>(use: (page: Page, requests: readonly string[]) => Promise<T>, query = ''): Promise<T> {
  const path = join(folderWith({}), 'index.html');
  writeFileSync(path, pageParts(talks, { title: 'Harbour talks', inlineBytes: 0 }).html);
  return openFile(session, path, use, query);
}

const shown = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.talk:not([hidden]) h2')].map((it) =>
      Number(/\d+/.exec(it.innerText)?.[0]),
    ),
  );

test.each([
  [1440, 'light'],
  [1440, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)(
  '%i px wide, %s: axe has nothing to say, nothing sticks out, nothing is fetched',
  async (width, scheme) => {
    await withPage(async (page, requests) => {
      await page.setViewport({ width, height: 844 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(requests).toEqual([]);
    });
  },
);

test('a search finds words of title, speaker and sections, whatever their accents', async () => {
  await withPage(async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('zoe baromet');
    expect(await shown(page)).toEqual([7]);
    expect(await page.evaluate(() => location.hash)).toBe('#words=zoe+baromet');
    await page.keyboard.press('Escape');
    expect(await shown(page)).toHaveLength(12);
    await page.keyboard.type('nothing like it');
    expect(await shown(page)).toEqual([]);
    await page.click('.none button');
    expect(await shown(page)).toHaveLength(12);
  });
});

test('filters go together, a tag is one too, and an address brings the view back', async () => {
  await withPage(async (page) => {
    await page.select('select[name=speaker]', 'Ada Moon');
    await page.click('.talk:not([hidden]) .tags button[value=sky]');
    expect(await shown(page)).toEqual([10, 8, 4, 2]);
    expect(await page.evaluate(() => document.querySelector('.count')?.textContent)).toBe('4 of 12');
  });
  await withPage(
    async (page) => expect(await shown(page)).toEqual([9, 3]),
    '#speaker=Zo%C3%AB+Stra%C3%9Fe&tag=sea',
  );
});

test('arrow keys move from talk to talk as they stand on the screen', async () => {
  await withPage(async (page) => {
    const at = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent?.split(':')[0] ?? '');
    await page.focus('input');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('Talk 11');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('Talk 10');
    await page.keyboard.press('ArrowRight');
    expect(await at()).toBe('Talk 9');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('Talk 6');
    await page.keyboard.press('ArrowUp');
    expect(await at()).toBe('Talk 9');
    await page.keyboard.press('End');
    expect(await at()).toBe('Talk 0');
  });
});

import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { type GalleryTheme, galleryPage, screenshotTheme } from '../../src/gallery/index.ts';
import { layoutNames } from '../../src/layouts/index.ts';
import { withSession } from './session.ts';

const session = withSession();
let html = '';

beforeAll(async () => {
  const themes: GalleryTheme[] = [];
  for (const theme of ['recap', 'midnight'])
    themes.push(await screenshotTheme({ theme, folder: '.' }, session()));
  html = galleryPage(themes);
}, 60_000);

function onPage<T>(use: (page: Page, requests: readonly string[]) => Promise<T>): Promise<T> {
  return session().withPage(async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => void requests.push(request.url().slice(0, 40)));
    await page.setViewport({ width: 1280, height: 900 });
    await page.setContent(html);
    return use(page, requests);
  });
}

const visible = (page: Page): Promise<string[]> =>
  page.$$eval('li.card:not([hidden])', (cards) =>
    cards.map((card) => `${card.dataset.layout} ${card.dataset.theme}`),
  );

test('shows every layout in every theme, without the network', async () => {
  await onPage(async (page, requests) => {
    const expected = layoutNames.flatMap((layout) => [`${layout} recap`, `${layout} midnight`]);
    expect((await visible(page)).sort()).toEqual(expected.sort());
    const drawn = await page.$$eval('.card img', async (images) => {
      await Promise.all(images.map((image) => image.decode()));
      return images.every((image) => image.naturalWidth === 1280);
    });
    expect(drawn).toBe(true);
    expect(requests.filter((url) => !/^(?:data|about):/.test(url))).toEqual([]);
  });
});

test('filters by theme and layout', async () => {
  await onPage(async (page) => {
    await page.select('select[name=theme]', 'midnight');
    await page.select('select[name=layout]', 'stats');
    expect(await visible(page)).toEqual(['stats midnight']);
    expect(await page.$eval('.count', (count) => count.textContent)).toBe('1 slide');
    const hint = await page.$eval('.card:not([hidden]) pre', (pre) => pre.textContent);
    expect(hint).toBe('deck: { theme: midnight }\nsections:\n  A year in numbers: { layout: stats }');
  });
});

test('opens a slide in full with the keyboard alone, goes on with the arrows, and comes back', async () => {
  await onPage(async (page) => {
    await page.focus('.open');
    await page.keyboard.press('Enter');
    const caption = (): Promise<string | null> =>
      page.$eval('dialog[open] .caption', (text) => text.textContent);
    expect(await caption()).toContain('title in recap');
    await page.keyboard.press('ArrowRight');
    expect(await caption()).toContain('title in midnight');
    await page.keyboard.press('Escape');
    expect(await page.$('dialog[open]')).toBeNull();
    await page.waitForFunction(() => document.activeElement?.closest('li')?.dataset.theme === 'midnight');
  });
});

test.each(['closed', 'open'])(
  'axe finds nothing, the dialog %s',
  async (dialog) => {
    await onPage(async (page) => {
      if (dialog === 'open') await page.click('.open');
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { axe: runner } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await runner.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      });
      expect(found).toEqual([]);
    });
  },
  60_000,
);

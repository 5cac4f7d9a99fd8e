import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { screenshotSlides } from '../../src/gallery/index.ts';
import { type ShownAlternatives, showAlternatives } from '../../src/pipeline/index.ts';
import { withSession } from '../themes/session.ts';
import { type OpenCase, openCase, paste } from './open-case.ts';

const session = withSession();

async function shown(name: string, slide: number): Promise<ShownAlternatives & OpenCase> {
  const opened = await openCase(name);
  const alternatives = opened.all[slide - 1];
  if (!alternatives) throw new RangeError(`no slide ${slide}`);
  return { ...opened, ...(await showAlternatives(alternatives)) };
}

function onPage<T>(
  html: string | undefined,
  width: number,
  use: (page: Page, requests: readonly string[]) => Promise<T>,
): Promise<T> {
  return session().withPage(async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => void requests.push(request.url().slice(0, 40)));
    await page.setViewport({ width, height: 900 });
    await page.setContent(html ?? '');
    return use(page, requests);
  });
}

const pictures = (page: Page): Promise<string[]> =>
  page.$$eval('.open img', (all) => all.map(({ src }) => src));

test('the slide as it is now comes first, every slide is drawn, and nothing is fetched', async () => {
  const { page: html } = await shown('existing-hints', 2);
  await onPage(html, 1440, async (page, requests) => {
    const cards = await page.$$eval('.card h2', (all) => all.map(({ textContent }) => textContent));
    expect(cards).toEqual(['bullets now 0.50', 'stats 0.80', 'two-columns']);
    const sizes = await page.$$eval('.open img', async (images) => {
      await Promise.all(images.map((image) => image.decode()));
      return images.map(({ naturalWidth, naturalHeight }) => `${naturalWidth}×${naturalHeight}`);
    });
    expect(sizes).toEqual(['1280×720', '1280×720', '1280×720']);
    expect(new Set(await pictures(page)).size).toBe(3);
    expect(requests.filter((url) => !/^(?:data|about):/.test(url))).toEqual([]);
  });
});

test.each([
  ['existing-hints', 3],
  ['part-of-a-section', 2],
])(
  '%s, slide %i: what is copied from the page gives the slide that is drawn, to the pixel',
  async (name, slide) => {
    const { page: html, found, folder } = await shown(name, slide);
    const hints = join(folder, 'talk.hints.yaml');
    const before = existsSync(hints) ? readFileSync(hints, 'utf8') : '';
    const [copied, drawn] = await onPage(html, 1440, async (page) => [
      await page.$$eval('pre', (all) => all.map(({ textContent }) => textContent ?? '')),
      await pictures(page),
    ]);
    for (const [at, other] of found.others.entries()) {
      const text = copied[at] ?? '';
      const built = await paste(folder, before, { ...other, hint: { ...other.hint, text } });
      if (!built.value) throw new Error('the notes were not read');
      const now = await screenshotSlides(built.value, other.slides, { folder }, session());
      expect(drawn).toEqual(expect.arrayContaining([...now]));
    }
  },
  60_000,
);

test('a layout that needs two slides shows both', async () => {
  const { page: html } = await shown('many-short-items', 2);
  await onPage(html, 1440, async (page) => {
    const counts = await page.$$eval('li.card', (cards) =>
      cards.map((card) => `${card.dataset.layout} ${card.querySelectorAll('.open').length}`),
    );
    expect(counts).toEqual(['two-columns 1', 'bullets 2']);
    await page.click('.other .open');
    await page.keyboard.press('ArrowRight');
    const caption = await page.$eval('dialog[open] .caption', ({ textContent }) => textContent);
    expect(caption).toBe('bullets: slide 3, “In the store”');
  });
});

test('layouts that would look the same are not offered', async () => {
  const { found } = await shown('existing-hints', 5);
  expect(found.others.map(({ layout }) => layout)).toEqual(['two-columns', 'cards']);
});

test.each([1440, 390])('at %i px nothing reaches over the edge and axe finds nothing', async (width) => {
  const { page: html } = await shown('front-matter', 4);
  await onPage(html, width, async (page) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.evaluate(axe.source);
    const problems = await page.evaluate(async () => {
      const { axe: runner } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await runner.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    });
    expect(problems).toEqual([]);
  });
});

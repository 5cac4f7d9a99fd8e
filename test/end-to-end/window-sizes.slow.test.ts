// The presentation in small and large windows: no control stands over text, no slide under a bar, and axe finds nothing.
import axe from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from '../../src/render/index.ts';
import { buildOpenTalk, type OpenTalk } from './open-talk.ts';

const many = Array.from(
  { length: 14 },
  (_, at) => `## Heron ${at + 1}\n\n- It stands\n- It waits\n- It flies\n`,
);

/** CSS px, and how many px of the screen each is: the third is 1280×720 at 200 %. */
const windows = [
  ['1280×720', 1280, 720, 1],
  ['1280×720 at 200 %', 640, 360, 2],
  ['844×390', 844, 390, 2],
  ['390×844', 390, 844, 2],
  ['320×568', 320, 568, 2],
] as const;

let session: Session;
let talk: OpenTalk;
beforeAll(async () => {
  session = await openSession();
  talk = await buildOpenTalk(session, `# Herons\n\n${many.join('\n')}`);
});
afterAll(async () => {
  await session.close();
  talk.remove();
});

/** What can be read on a small picture of a slide is not what a button says: it has the slide's name. */
const ofPictures = 'label-content-name-mismatch: <svg';

async function violations(page: Page | Frame): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await runner.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
}

/** px by which the box of the controls and the shown slide, as it is drawn, overlap. */
function overlap(): { readonly across: number; readonly down: number; readonly outside: number } {
  const bar = (document.querySelector('.bespoke-marp-osc') as Element).getBoundingClientRect();
  const slide = (document.querySelector('.bespoke-marp-active section') as Element).getBoundingClientRect();
  const shared = (from: number, to: number, otherFrom: number, otherTo: number): number =>
    Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
  return {
    across: shared(bar.left, bar.right, slide.left, slide.right),
    down: shared(bar.top, bar.bottom, slide.top, slide.bottom),
    outside: Math.max(0, -bar.left, -bar.top, bar.right - innerWidth, bar.bottom - innerHeight),
  };
}

test.each(windows)(
  '%s',
  async (_, width, height, deviceScaleFactor) => {
    await talk.open('#3', async (page) => {
      await page.setViewport({ width, height, deviceScaleFactor });
      await page.mouse.move(20, 20);
      const { across, down, outside } = await page.evaluate(overlap);
      expect(Math.min(across, down)).toBeLessThan(0.5);
      expect(outside).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('?');
      const dialog = await page.$eval('dialog', (element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && element.open;
      });
      expect(dialog).toBe(true);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('o');
      const frame = await page.waitForFrame((each) => each.url().includes('view=overview'));
      await frame.waitForSelector('svg[role=button]');
      const covered = (): Promise<boolean> =>
        frame.evaluate(() => {
          const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? Number.NaN;
          const parent = document.querySelector('.bespoke-marp-parent') as Element;
          const shown = document.querySelector('.bespoke-marp-active') as Element;
          const top = shown.getBoundingClientRect().top;
          return !(parent.getBoundingClientRect().top >= bar && top >= bar && top < innerHeight);
        });
      expect(await covered()).toBe(false);
      for (const key of ['End', 'Home'] as const) {
        await page.keyboard.press(key);
        await new Promise((resolve) => setTimeout(resolve, 1000));
        expect(await covered()).toBe(false);
      }
      expect((await violations(frame)).filter((found) => !found.startsWith(ofPictures))).toEqual([]);
    });
  },
  60_000,
);

test('on a whole screen the slide is as large as the screen, and the buttons go after a while', async () => {
  await talk.open('#3', async (page) => {
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    const height = await page.$eval('.bespoke-marp-active', (slide) => slide.getBoundingClientRect().height);
    expect(height).toBe(715);
    const opacity = (wanted: string): Promise<unknown> =>
      page.waitForFunction(
        (value) => getComputedStyle(document.querySelector('.bespoke-marp-osc') as Element).opacity === value,
        {},
        wanted,
      );
    await opacity('0');
    await page.keyboard.press('Tab');
    await opacity('1');
  });
});

test('who prefers reduced motion sees none', async () => {
  await talk.open('#3', async (page) => {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.setViewport({ width: 844, height: 390 });
    await page.keyboard.press('o');
    const frame = await page.waitForFrame((each) => each.url().includes('view=overview'));
    await frame.waitForSelector('svg[role=button]');
    await frame.evaluate(() => (document.querySelector('.bespoke-marp-active') as SVGElement).focus());
    await page.keyboard.press('End');
    const [at, last] = await frame.evaluate(() => {
      const { scrollTop, scrollHeight, clientHeight } = document.querySelector(
        '.bespoke-marp-parent',
      ) as Element;
      return [scrollTop, scrollHeight - clientHeight] as const;
    });
    expect(last).toBeGreaterThan(500);
    expect(at).toBeGreaterThan(last - 100);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('body *')].flatMap((element) => {
        const { transitionDuration, transitionProperty, animationName } = getComputedStyle(element);
        const lasts = transitionDuration.split(',').some((duration) => Number.parseFloat(duration) > 0);
        return (lasts && transitionProperty !== 'none') || !/^(?:none|__bespoke)/.test(animationName)
          ? [element.className.toString()]
          : [];
      }),
    );
    expect(moving).toEqual([]);
  });
});

test('the presenter view, which axe finds nothing in either', async () => {
  await talk.open('?view=presenter#3', async (page) => {
    await page.waitForFrame((each) => each.url().includes('view=next'));
    expect(await violations(page)).toEqual([]);
  });
});

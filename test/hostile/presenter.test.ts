// The Content-Security-Policy stops what is not Lectern's own, and nothing that is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { openSession, type Session } from '../../src/render/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-policy-'));
const path = join(folder, 'talk.html');
let session: Session;
beforeAll(async () => {
  writeFileSync(
    join(folder, 'talk.md'),
    '# Whales\n\n## Songs\n\n- one\n\nNote: slowly\n\n## Food\n\n- krill\n',
  );
  await build(join(folder, 'talk.md'), { cwd: folder, outDir: folder, formats: ['html'] });
  session = await openSession();
});
afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a double click opens it. Gives what the browser complained about. */
function open(view: string, use: (page: Page) => Promise<void>): Promise<readonly string[]> {
  return session.withPage(async (page) => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.removeAllListeners('request');
    page.on('request', (request: HTTPRequest) => void request.continue());
    await page.goto(pathToFileURL(path).href + view, { waitUntil: 'load' });
    await use(page);
    return complaints.filter((text) => /Security Policy|Refused|violates/.test(text));
  });
}

test('keys lead from slide to slide', async () => {
  const complaints = await open('', async (page) => {
    const shown = () =>
      page.evaluate(
        () => document.querySelector('.bespoke-marp-active h1, .bespoke-marp-active h2')?.textContent,
      );
    expect(await shown()).toBe('Whales');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.hash === '#2');
    expect(await shown()).toBe('Songs');
  });
  expect(complaints).toEqual([]);
});

test('the presenter view shows this slide, the next one and the notes', async () => {
  const complaints = await open('?view=presenter#2', async (page) => {
    await page.waitForFunction(() => document.body.dataset.bespokeView === 'presenter');
    await page.waitForSelector('iframe');
    const frame = await page.waitForFrame((each) => each.url().includes('view=next'));
    await frame.waitForSelector('.bespoke-marp-active h2');
    expect(await frame.$eval('.bespoke-marp-active h2', (title) => title.textContent)).toBe('Food');
    expect(await page.evaluate(() => document.body.innerText)).toContain('slowly');
  });
  expect(complaints).toEqual([]);
});

test('a script that came in some other way does not run, and nothing is fetched', async () => {
  const complaints = await open('', async (page) => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
      const picture = document.createElement('div');
      picture.innerHTML = '<img src="https://canary.invalid/x.png" onerror="document.title = \'ran\'">';
      document.body.append(picture);
      await fetch('https://canary.invalid/').catch(() => undefined);
      return document.title;
    });
    expect(ran).toBe('1 of 3: Whales – Whales');
  });
  expect(complaints.length).toBeGreaterThan(2);
});

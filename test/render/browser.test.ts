// In a real browser, one session for all.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { launch } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/index.ts';
import {
  describeBrowser,
  openSession,
  render,
  type Session,
  UnfinishedRender,
} from '../../src/render/index.ts';
import type { Theme } from '../../src/theme/index.ts';
import { baseTheme, deckOf, temporaryFolder, writePixel } from './talk.ts';

let theme: Theme;
let session: Session;
const folder = temporaryFolder();
writePixel(folder, 'krill.png');

const items = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- item ${index + 1}`).join('\n');
const table = '| Whale | Tonnes |\n|---|---|\n| Blue | 150 |\n| Fin | 70 |';
const whales = deckOf(
  [
    {
      title: 'Songs',
      body: `- sung *low* 🐳\n- [to food](#2), [out](https://example.com/)`,
      presenterNotes: 'Whistle here',
    },
    { title: 'Food', body: `${table}\n\n![krill](krill.png)\n\n$\\sum x_i$`, section: ['Life', 'Food'] },
    { title: 'Too much', body: items(20), section: ['Life', 'Too much'] },
    { title: 'Too wide', body: `\`\`\`\n${'wide '.repeat(60)}\n\`\`\``, section: ['Life', 'Too wide'] },
  ],
  { emoji: true, math: true, code: true },
  { title: 'Whales “über alles”', speaker: 'Ada', lang: 'de', subtitle: 'Their lives' },
);

beforeAll(async () => {
  [theme, session] = await Promise.all([baseTheme(), openSession()]);
});
afterAll(() => session.close());
afterEach(() => vi.unstubAllEnvs());

function readPdf(path: string) {
  return getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
}

describe('a deck in every format', () => {
  const base = join(folder, 'whales');
  let rendered: Awaited<ReturnType<typeof render>>;
  beforeAll(async () => {
    rendered = await render(whales, theme, {
      formats: ['html', 'pdf', 'png', 'marp'],
      base,
      notesFolder: folder,
      session,
    });
  });

  test('is written, and says which slides were too full', () => {
    expect(rendered.artifacts.map(({ path }) => path.slice(base.length))).toEqual([
      '.marp.md',
      '.html',
      '.pdf',
      '.001.png',
      '.002.png',
      '.003.png',
      '.004.png',
    ]);
    const scaled = rendered.diagnostics.filter(({ code }) => code === 'render/scaled');
    expect(scaled.map(({ span }) => span.start)).toEqual([20]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('the PDF has a page of the right size for each slide, with its text', async () => {
    const pdf = await readPdf(`${base}.pdf`);
    expect(pdf.numPages).toBe(4);
    const page = await pdf.getPage(3);
    expect(page.view).toEqual([0, 0, 960, 540]);
    const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
    expect(text).toContain('item 20');
    expect(text.match(/item/g)).toHaveLength(20);
  });

  test('the PDF says what it is', async () => {
    const pdf = await readPdf(`${base}.pdf`);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Whales “über alles”',
      Author: 'Ada',
      Subject: 'Their lives',
      Creator: 'Lectern',
      Language: 'de',
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const first = await pdf.getPage(1);
    expect(JSON.stringify(await first.getStructTree())).toContain('"role":"H1"');
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(['Songs', 'Life']);
    expect(outline[1]?.items.map(({ title }) => title)).toEqual(['Food', 'Too much', 'Too wide']);
  });

  test('a formula has its place in the tree of the PDF, with its TeX', async () => {
    const pdf = await readPdf(`${base}.pdf`);
    const tree = JSON.stringify(await (await pdf.getPage(2)).getStructTree());
    expect(tree).toContain('"role":"Formula"');
    expect(tree).toContain(JSON.stringify({ alt: '\\sum x_i' }).slice(1, -1));
  });

  test('links of the PDF lead on', async () => {
    const pdf = await readPdf(`${base}.pdf`);
    const links = await (await pdf.getPage(1)).getAnnotations();
    expect(links.map(({ url, dest }) => url ?? dest)).toEqual(
      expect.arrayContaining(['https://example.com/', '2']),
    );
    const [target] = (await pdf.getDestination('2')) ?? [];
    expect(await pdf.getPageIndex(target)).toBe(1);
  });

  test('pictures have the size of a slide', () => {
    const png = readFileSync(`${base}.001.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 720]);
  });
});

test('4:3', async () => {
  const base = join(folder, 'old');
  const deck = deckOf([{ title: 'A', body: items(3) }], {}, { size: '4:3' });
  await render(deck, await baseTheme('4:3'), {
    formats: ['pdf', 'png'],
    base,
    notesFolder: folder,
    session,
  });
  expect((await (await readPdf(`${base}.pdf`)).getPage(1)).view).toEqual([0, 0, 720, 540]);
  expect(readFileSync(`${base}.001.png`).readUInt32BE(16)).toBe(960);
});

test('pictures of an earlier, longer build go unless they are to stay', async () => {
  const base = join(folder, 'shorter');
  const deck = deckOf([{ title: 'A', body: items(3) }]);
  const job = { formats: ['png'], base, notesFolder: folder, session } as const;
  writeFileSync(`${base}.002.png`, 'earlier');
  await render(deck, theme, { ...job, stalePictures: 'keep' });
  expect(existsSync(`${base}.002.png`)).toBe(true);
  await render(deck, theme, job);
  expect(existsSync(`${base}.002.png`)).toBe(false);
});

test('the same deck gives the same bytes where the date is fixed', async () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
  const [first, second] = ['first', 'second'].map((name) => join(folder, name)) as [string, string];
  await render(whales, theme, { formats: ['html', 'pdf'], base: first, notesFolder: folder, session });
  await render(whales, theme, { formats: ['html', 'pdf'], base: second, notesFolder: folder });
  for (const ending of ['.html', '.pdf']) {
    expect(readFileSync(first + ending).equals(readFileSync(second + ending)), ending).toBe(true);
  }
});

test('the presentation opens by itself: notes, overview, keys, scaled slides, no request', async () => {
  await render(whales, theme, { formats: ['html'], base: join(folder, 'open'), notesFolder: folder });
  const { path } = await describeBrowser();
  const browser = await launch({
    executablePath: path ?? '',
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const requests: string[] = [];
    const problems: unknown[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => problems.push(error));
    const url = pathToFileURL(join(folder, 'open.html')).href;
    await page.goto(url);
    await page.waitForSelector('section[data-scaled]');
    const scaled = await page.$$eval('section[data-scaled]', (sections) => sections.map(({ id }) => id));
    expect(scaled).toContain('3');
    const overflow = await page.$eval('section[id="3"] .body', (body) => {
      const slide = body.closest('section')?.getBoundingClientRect();
      const last = [...body.querySelectorAll('li')].at(-1)?.getBoundingClientRect();
      return (last?.bottom ?? 0) > (slide?.bottom ?? 0);
    });
    expect(overflow).toBe(false);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.hash === '#2');
    await page.keyboard.press('o');
    await page.waitForSelector('.bespoke-marp-overview iframe');
    await page.goto(`${url}?view=presenter`);
    await page.waitForSelector('.bespoke-marp-presenter-container');
    const notes = await page.$$eval('.bespoke-marp-note', (elements) =>
      elements.map(({ textContent }) => textContent),
    );
    expect(notes).toEqual(['Whistle here']);
    expect(problems).toEqual([]);
    expect(
      requests.filter((request) => !/^(data:|about:)/.test(request) && !request.startsWith(url)),
    ).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('a page can fetch nothing', async () => {
  const reached = await session.withPage(async (page) => {
    await page.setContent('<p>x</p>');
    return page.evaluate(() =>
      fetch('http://127.0.0.1:1/').then(
        () => 'reached',
        (error: Error) => error.message,
      ),
    );
  });
  expect(reached).toBe('Failed to fetch');
});

describe('when the browser fails', () => {
  const job = (name: string, more: object = {}) => ({
    formats: ['html', 'pdf'] as const,
    base: join(folder, name),
    notesFolder: folder,
    ...more,
  });

  test('no such browser: the HTML is written all the same', async () => {
    const failure = await render(whales, theme, job('none', { browserPath: '/no/such/chrome' })).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UnfinishedRender);
    expect((failure as UnfinishedRender).rendered.artifacts.map(({ format }) => format)).toEqual(['html']);
    expect((failure as UnfinishedRender).remedy).toContain('Chrome');
    expect(existsSync(join(folder, 'none.html'))).toBe(true);
    expect(existsSync(join(folder, 'none.pdf'))).toBe(false);
  });

  test.each([
    ['says it has no sandbox', 'echo "No usable sandbox! ..." >&2; exit 1', /sandbox/, /CHROME_NO_SANDBOX=1/],
    [
      'ends at once',
      'echo "error while loading shared libraries: libx.so" >&2; exit 127',
      /libx\.so/,
      /--browser-path/,
    ],
  ])('one that %s', async (_, script, message, remedy) => {
    const path = join(temporaryFolder(), 'chrome');
    vi.stubEnv('TMPDIR', temporaryFolder());
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const failure = await openSession({ browserPath: path }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EnvironmentError);
    expect((failure as EnvironmentError).message).toMatch(message);
    expect((failure as EnvironmentError).remedy).toMatch(remedy);
    expect(readdirSync(tmpdir())).toEqual([]);
  });

  test('killed half way: the earlier PDF is left whole, and nothing else is', async () => {
    vi.stubEnv('TMPDIR', temporaryFolder());
    const own = await openSession();
    writeFileSync(join(folder, 'killed.pdf'), 'earlier');
    const killing = own.withPage(async (page) => {
      page.browser().process()?.kill('SIGKILL');
      await page.evaluate(() => new Promise(() => undefined));
    });
    await expect(killing).rejects.toThrow(EnvironmentError);
    await expect(render(whales, theme, job('killed', { session: own }))).rejects.toThrow(UnfinishedRender);
    await own.close();
    expect(readFileSync(join(folder, 'killed.pdf'), 'utf8')).toBe('earlier');
    expect(readdirSync(tmpdir())).toEqual([]);
  });

  test('a name in CHROME_PATH that is none is said, not passed over', async () => {
    vi.stubEnv('CHROME_PATH', '/no/such/chrome');
    expect(await describeBrowser()).toMatchObject({
      status: 'missing',
      remedy: expect.stringContaining('CHROME_PATH'),
    });
  });
});

test('doctor learns what the browser is', async () => {
  const description = await describeBrowser();
  expect(description).toMatchObject({ status: 'ready', version: expect.stringMatching(/Chrome\/\d+/) });
  expect(existsSync(description.path ?? '')).toBe(true);
});

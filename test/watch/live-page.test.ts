import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Watch, type WatchedBuild, watchNotes } from '../../src/pipeline/index.ts';
import { describeBrowser } from '../../src/render/index.ts';
import { folderWith } from '../cli/lectern.ts';

const talk = '# Tides\n\n## Springs\n\n- one\n- two\n\n## Neaps\n\n- three\n\n## Fog\n\n- grey\n- white\n';

let browser: Browser;
beforeAll(async () => {
  const { path = '' } = await describeBrowser();
  browser = await puppeteer.launch({ executablePath: path, args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

interface PlanContext {
  readonly folder: string;
  readonly watch: Watch;
  /** Changes something and waits for a build that satisfies. */
  until(change: () => void, isIt: (built: WatchedBuild) => boolean): Promise<WatchedBuild>;
}

async function watching(
  work: (context: PlanContext) => Promise<void>,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const folder = folderWith({ 'tides.md': talk, ...files });
  let told: (built: WatchedBuild) => void = () => undefined;
  const watch = await watchNotes('tides.md', {
    cwd: folder,
    problemText: ({ diagnostics }) => diagnostics.map(({ message }) => message).join('\n'),
    onBuilt: (built) => told(built),
  });
  const until: PlanContext['until'] = (change, isIt) => {
    const found = new Promise<WatchedBuild>((resolve) => {
      told = (built) => {
        if (isIt(built)) resolve(built);
      };
    });
    change();
    return found;
  };
  try {
    await wait(200);
    await work({ folder, watch, until });
  } finally {
    await watch.close();
  }
}

const has = (text: string) => (built: WatchedBuild) => built.html?.includes(text) ?? false;

async function open(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForSelector('svg.bespoke-marp-active');
  await wait(150);
  return page;
}

const title = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('svg.bespoke-marp-active h2')?.textContent ?? '');

const until = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    (words) => document.querySelector('svg.bespoke-marp-active h2')?.textContent === words,
    {},
    text,
  );

test('a page changes in place and stays on its slide; the file has none of its script', async () => {
  await watching(async ({ folder, watch, until: build }) => {
    const page = await open(`${watch.address}#3`);
    await page.evaluate(() => Object.assign(window, { isTheSame: true }));
    const path = join(folder, 'tides.md');
    await build(() => writeFileSync(path, talk.replace('## Neaps', '## Neap tides')), has('Neap tides'));
    await until(page, 'Neap tides');
    expect(await page.evaluate(() => ({ same: 'isTheSame' in window, hash: location.hash }))).toEqual({
      same: true,
      hash: '#3',
    });
    await build(
      () =>
        writeFileSync(
          path,
          talk.replace('## Springs', '## Moon\n\n- full\n- new\n\n## Springs').replace('Neaps', 'Neap tides'),
        ),
      has('Moon'),
    );
    await page.waitForFunction(() => location.hash === '#4');
    await until(page, 'Neap tides');
    await build(
      () => writeFileSync(path, talk.replace('- three', '- three\n- four').replace('Neaps', 'Neap tides')),
      has('four'),
    );
    await page.waitForFunction(() => location.hash === '#3');
    await until(page, 'Neap tides');
    expect(readFileSync(join(folder, 'tides.html'), 'utf8')).not.toMatch(/EventSource|lectern-problem/);
    await page.close();
  });
});

test('the presenter view shows the next slide in a frame', async () => {
  await watching(async ({ watch }) => {
    const page = await open(`${watch.address}#2`);
    await page.goto(`${watch.address}?view=presenter#2`);
    const frame = await page.waitForFrame((frame) => frame.url().includes('view=next'));
    await frame.waitForFunction(
      () => document.querySelector('svg.bespoke-marp-active h2')?.textContent === 'Neaps',
    );
    await page.close();
  });
});

test('a deck that could not be fetched is asked for again', async () => {
  await watching(async ({ folder, watch, until }) => {
    const page = await open(watch.address);
    let failures = 0;
    await page.setRequestInterception(true);
    page.on('request', (asked) => {
      if (!asked.url().endsWith('/deck') || failures > 1) return void asked.continue();
      failures += 1;
      void asked.abort();
    });
    await until(() => writeFileSync(join(folder, 'tides.md'), talk.replace('one', 'uno')), has('uno'));
    await page.waitForFunction(() => document.body.textContent?.includes('uno'));
    expect(failures).toBe(2);
    await page.close();
  });
});

test('a problem lies over the deck, which stays, and goes when it is solved', async () => {
  await watching(async ({ folder, watch, until: build }) => {
    const page = await open(`${watch.address}#2`);
    const hints = join(folder, 'tides.hints.yaml');
    const before = readFileSync(join(folder, 'tides.html'));
    await build(
      () => writeFileSync(hints, 'deck: { theme: nowhere }\n'),
      ({ html }) => html === undefined,
    );
    const problem = await page.waitForSelector('#lectern-problem');
    expect(await problem?.evaluate((box) => box.textContent)).toBe('there is no theme `nowhere`');
    expect(await title(page)).toBe('Springs');
    expect(readFileSync(join(folder, 'tides.html'))).toEqual(before);
    await build(
      () => writeFileSync(hints, 'deck: { theme: midnight }\n'),
      ({ html }) => html !== undefined,
    );
    await page.waitForSelector('#lectern-problem', { hidden: true });
    await page.waitForSelector('section[data-theme="midnight"]');
    await build(() => rmSync(hints), has('data-theme="recap"'));
    await page.close();
  });
});

test('a theme and a picture that is put where one was missing are followed', async () => {
  const css = '/* @theme own */\n@import "recap";\nsection { --accent: #0a5c36; }\n';
  const files = {
    'tides.md': '# Tides\n\n## Sea\n\n![Sea](sea.svg)\n',
    'tides.hints.yaml': 'deck: { theme: ./own.css }\n',
    'own.css': css,
  };
  await watching(async ({ folder, until: build }) => {
    await build(
      () => writeFileSync(join(folder, 'own.css'), css.replace('0a5c36', '7a1fa2')),
      has('#7a1fa2'),
    );
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';
    const built = await build(() => writeFileSync(join(folder, 'sea.svg'), svg), has('data:image/svg+xml'));
    expect(built.diagnostics).toEqual([]);
  }, files);
});

test('editors that rename, and editors that empty the file first', async () => {
  await watching(async ({ folder, until: build }) => {
    const path = join(folder, 'tides.md');
    for (const words of ['Once', 'Twice', 'Thrice']) {
      const rename = (): void => {
        writeFileSync(join(folder, '.tides.swp'), talk.replace('Fog', words));
        renameSync(join(folder, '.tides.swp'), path);
      };
      await build(rename, has(words));
    }
    const seen: WatchedBuild[] = [];
    await build(
      () => {
        writeFileSync(path, '');
        setTimeout(() => writeFileSync(path, talk.replace('Fog', 'Mist')), 40);
      },
      (built) => {
        seen.push(built);
        return has('Mist')(built);
      },
    );
    expect(seen.filter(({ html }) => html === undefined)).toEqual([]);
  });
});

test('only this machine is answered, and only about the deck', async () => {
  await watching(async ({ watch }) => {
    const { port } = new URL(watch.address);
    const ask = (path: string, host: string, method = 'GET'): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const options = { host: '127.0.0.1', port, path, method, headers: { host } };
        request(options, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
    // Whoever else is on this machine cannot guess it.
    expect(watch.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{24}\/tides\.html$/);
    const { pathname } = new URL(watch.address);
    const here = `localhost:${port}`;
    expect(await ask(pathname, `127.0.0.1:${port}`)).toBe(200);
    expect(await ask(pathname, here, 'HEAD')).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await ask(pathname, here, method)).toBe(405);
    for (const path of ['/', '/tides.html', '/deck', '/live', `/${'a'.repeat(24)}/tides.html`])
      expect(await ask(path, here)).toBe(404);
    const framedBy = async (query: string): Promise<string | null> =>
      (await fetch(watch.address + query)).headers.get('content-security-policy');
    expect(await framedBy('')).toBe("frame-ancestors 'none'");
    expect(await framedBy('?view=presenter')).toBe("frame-ancestors 'none'");
    expect(await framedBy('?view=next')).toBe("frame-ancestors 'self'");
    expect(await ask(pathname, 'evil.example')).toBe(403);
    expect(await ask('/tides.md', `127.0.0.1:${port}`)).toBe(404);
    expect(await ask('/%E0%A4%A', `127.0.0.1:${port}`)).toBe(404);
    expect(await ask('/../tides.md', `127.0.0.1:${port}`)).toBe(404);
  });
});

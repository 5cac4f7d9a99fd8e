// Whatever stood on a page: the browser that prints reaches nothing, even where no policy is in
// force. PDF, handout, PNG and PowerPoint files are all made in it. (What notes do: notes.test.ts.)
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, render } from '../../src/render/index.ts';
import { baseTheme, deckOf, pixel } from '../render/talk.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-printing-'));
const picture = join(folder, 'secret.png');
writeFileSync(picture, pixel);
let server: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  server = createServer((_, response) => void response.end('reached'));
  // Counted before a word is said: a WebSocket, or a request that fails, counts too.
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

test('the server that must not be reached can be', async () => {
  await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
  expect(connections).toBe(1);
  connections = 0;
});

test('a page of the session reaches neither the network nor files', async () => {
  const session = await openSession();
  const [near, file] = [`127.0.0.1:${port}`, pathToFileURL(picture).href];
  const reached = await session.withPage(async (page) => {
    await page.setBypassCSP(true);
    await page.setContent(
      `<link rel="preconnect" href="http://${near}"><link rel="stylesheet" href="http://${near}/a.css">
      <img src="http://${near}/x.png"><img src="${file}"><iframe src="${file}"></iframe>
      <iframe src="http://${near}/frame"></iframe><p>here</p>`,
    );
    return page.evaluate(
      async (tries, socket) => {
        const open = new Promise<string | undefined>((resolve) => {
          const made = new WebSocket(socket);
          made.onopen = () => resolve(socket);
          made.onerror = () => resolve(undefined);
        });
        const answers = await Promise.all([
          open,
          ...tries.map((url) =>
            fetch(url).then(
              () => url,
              () => undefined,
            ),
          ),
        ]);
        const drawn = [...document.images].filter(({ naturalWidth }) => naturalWidth > 0);
        return [...answers, ...drawn.map(({ src }) => src)].filter((answer) => answer !== undefined);
      },
      [
        'https://canary.invalid/',
        `http://${near}/`,
        `http://localhost:${port}/`,
        file,
        'file:///etc/hostname',
      ],
      `ws://${near}/`,
    );
  });
  await session.close();
  expect({ reached, connections }).toEqual({ reached: [], connections: 0 });
});

test('slides that ask for pictures from everywhere are printed and taken as a screenshot without them', async () => {
  const session = await openSession();
  const asks = [`http://127.0.0.1:${port}/x.png`, pathToFileURL(picture).href];
  const body = asks
    .map((url) => `<img src="${url}">\n\n<div style="background-image: url(${url})">a</div>`)
    .join('\n\n');
  const formats = ['pdf', 'png', 'pptx'] as const;
  const withoutPolicy: typeof session = {
    ...session,
    withPage: (use) => session.withPage(async (page) => page.setBypassCSP(true).then(() => use(page))),
  };
  const deck = deckOf([{ title: 'Asks', body }]);
  const job = { formats, base: join(folder, 'asks'), notesFolder: folder, session: withoutPolicy };
  const { artifacts } = await render(deck, await baseTheme(), job);
  await session.close();
  expect(artifacts.map(({ format }) => format)).toEqual(formats);
  expect(connections).toBe(0);
});

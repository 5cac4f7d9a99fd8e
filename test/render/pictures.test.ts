import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { fetchPictures, readPicture } from '../../src/render/index.ts';
import { inlinePictures, inlineStylesheet } from '../../src/render/pictures/index.ts';
import { pixel, temporaryFolder, writePixel } from './talk.ts';

const root = temporaryFolder();
const folder = join(root, 'talk');
mkdirSync(join(folder, 'img'), { recursive: true });
writePixel(root, 'secret.png');
for (const name of ['pixel.png', 'a b.png', 'img/50%.png', 'what?.png', 'grün.png']) writePixel(folder, name);
writeFileSync(join(folder, 'notes.txt'), 'no picture');
writeFileSync(
  join(folder, 'wide.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><script>1</script></svg>',
);
writeFileSync(
  join(folder, 'bare.svg'),
  '<?xml version="1.0"?><!-- no size --><svg xmlns="http://www.w3.org/2000/svg"></svg>',
);
symlinkSync(join(root, 'secret.png'), join(folder, 'link.png'));
symlinkSync(root, join(folder, 'up'));

const found = { status: 'found', width: 1, height: 1 };
const read = (url: string) => readPicture(url, { folder });

describe('readPicture', () => {
  test.each([
    ['pixel.png', found],
    ['./img/../pixel.png', found],
    ['a b.png', found],
    ['a%20b.png', found],
    ['img/50%.png', found],
    ['img/50%25.png', found],
    ['gr%C3%BCn.png', found],
    ['what?.png', found],
    ['pixel.png?width=40#top', found],
    ['wide.svg', { status: 'found', width: 400, height: 100 }],
    ['bare.svg', { status: 'found', width: 300, height: 150 }],
    [pathToFileURL(join(folder, 'a b.png')).href, found],
    [`data:image/png;base64,${pixel.toString('base64')}`, found],
    ['gone.png', { status: 'missing' }],
    ['pixle.png', { status: 'missing', near: 'pixel.png' }],
    ['PIXEL.PNG', { status: 'missing', near: 'pixel.png' }],
    ['img/wide.svg', { status: 'missing', near: 'wide.svg' }],
    ['img', { status: 'missing' }],
    ['nul\0.png', { status: 'missing' }],
    ['../secret.png', { status: 'outside' }],
    ['../no-such.png', { status: 'outside' }],
    ['/etc/hostname', { status: 'outside' }],
    ['link.png', { status: 'outside' }],
    ['up/secret.png', { status: 'outside' }],
    ['..%2Fsecret.png', { status: 'missing' }],
    ['https://example.com/a.png', { status: 'remote' }],
    ['//example.com/a.png', { status: 'remote' }],
    ['notes.txt', { status: 'unreadable' }],
    ['javascript:alert(1)', { status: 'unreadable' }],
    ['data:text/plain,hello', { status: 'unreadable' }],
  ])('%j', (url, expected) => {
    expect(read(url)).toEqual(expected);
  });

  test('a file that may not be read is unreadable', () => {
    writePixel(folder, 'closed.png');
    chmodSync(join(folder, 'closed.png'), 0);
    expect(read('closed.png')).toEqual(process.getuid?.() === 0 ? found : { status: 'unreadable' });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'%2./\\:?#\0 aé漢~') }), (url) =>
        ['found', 'missing', 'outside', 'remote', 'unreadable', 'too-large'].includes(read(url).status),
      ),
    );
  });
});

describe('inlinePictures', () => {
  const inline = (html: string) => inlinePictures(html, { folder });

  test('puts the file in the place of its name', async () => {
    expect(await inline('<p><img alt="x" src="a%20b.png" /></p>')).toBe(
      `<p><img alt="x" src="data:image/png;base64,${pixel.toString('base64')}" /></p>`,
    );
  });

  test('backgrounds too', async () => {
    expect(await inline('<figure style="background-image:url(&quot;pixel.png&quot;);">')).toContain(
      'data:image/png;base64,',
    );
  });

  test.each(['../secret.png', 'https://example.com/a.png', 'gone.png', 'notes.txt'])(
    'leaves no address of %s',
    async (url) => {
      expect(await inline(`<img src="${url}">`)).toBe('<img src="data:,">');
    },
  );

  test('a drawing stays an image, so that its scripts do not run', async () => {
    expect(await inline('<img src="wide.svg">')).toMatch(/^<img src="data:image\/svg\+xml;base64,/);
  });
});

describe('fetchPictures', () => {
  const server = createServer((request, response) => {
    if (request.url === '/pixel.png') response.end(pixel);
    else response.writeHead(404).end();
  });
  const listening = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());

  test('brings what is there, and says missing of what is not', async () => {
    await listening;
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const urls = [`${address}/pixel.png`, `${address}/gone.png`, 'pixel.png'];
    const fetched = await fetchPictures(urls);
    expect(fetched.size).toBe(2);
    expect(urls.map((url) => readPicture(url, { folder, fetched }))).toEqual([
      found,
      { status: 'missing' },
      found,
    ]);
    expect(await inlinePictures(`<img src="${urls[0]}">`, { folder, fetched })).toContain('data:image/png');
  });
});

test('a theme keeps its pictures, and loses its font rules and whatever it would fetch', () => {
  const css = `@import url("https://fonts.example.com/css");
@font-face { font-family: X; src: url(x.woff2) }
section { background: url('pixel.png'); mask: url(#m) } i { background: url(http://example.com/a.png) }`;
  const inlined = inlineStylesheet({ name: 'own', path: join(folder, 'own.css'), css });
  expect(inlined).toContain('background: url("data:image/png;base64,');
  expect(inlined).toContain('mask: url(#m)');
  expect(inlined).toContain('i { background: url("data:,") }');
  expect(inlined).not.toMatch(/https?:|font-face/);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { imageSize } from 'image-size';
import { afterAll, expect, test } from 'vitest';
import { limits } from '../../src/diagnostics/index.ts';
import { build } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A grey PNG of any size, with an empty sum where nobody checks it. */
function png(width: number, height: number, rows: number = height): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const data = deflateSync(Buffer.alloc((width + 1) * rows, 0), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

async function buildWith(picture: Buffer, text = '![a whale](whale.png)') {
  writeFileSync(join(folder, 'whale.png'), picture);
  writeFileSync(join(folder, 'talk.md'), `# Talk\n\n## Whales\n\n${text}\n`);
  const result = await build(join(folder, 'talk.md'), { cwd: folder, outDir: folder, formats: ['html'] });
  const html = result.notes[0]?.outputs.length ? readFileSync(join(folder, 'talk.html'), 'utf8') : '';
  const inlined = [...html.matchAll(/data:image\/png;base64,([A-Za-z0-9+/=]+)/g)].map(([, data = '']) =>
    imageSize(Buffer.from(data, 'base64')),
  );
  return { result, inlined };
}

test('40 million pixels are scaled down to what a slide shows', { timeout: 60_000 }, async () => {
  const { result, inlined } = await buildWith(png(8000, 5000));
  expect(result.diagnostics).toEqual([]);
  expect(inlined).toMatchObject([{ width: 3456, height: limits.pictureHeight }]);
});

test('a picture of an everyday size stays as it is, byte for byte', async () => {
  const picture = png(1200, 800);
  await buildWith(picture);
  expect(readFileSync(join(folder, 'talk.html'), 'utf8')).toContain(picture.toString('base64'));
});

test('a picture that unpacks to more than anybody has is not unpacked', async () => {
  const { result, inlined } = await buildWith(png(60_000, 60_000, 1));
  expect(result.diagnostics).toMatchObject([{ code: 'notes/picture-too-large', severity: 'warning' }]);
  expect(inlined).toEqual([]);
});

test('a damaged picture of that size is shown as far as it goes', { timeout: 60_000 }, async () => {
  const { result } = await buildWith(png(6000, 4000).subarray(0, 3000));
  expect(result.failures).toEqual([]);
  expect(result.notes[0]?.outputs.length).toBe(1);
});

test('a picture whose colour profile is damaged stays as it is', async () => {
  const plain = png(5000, 5000, 1);
  const profile = Buffer.concat([Buffer.from('\u001b[31mx\0\0'), deflateSync(Buffer.alloc(1000))]);
  const body = Buffer.concat([Buffer.from('iCCP'), profile]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(profile.length, 0);
  frame.writeUInt32BE(crc(body), 4);
  // Nothing follows the profile: there are no pixels.
  const bytes = Buffer.concat([plain.subarray(0, 33), frame.subarray(0, 4), body, frame.subarray(4)]);
  writeFileSync(join(folder, 'profile.png'), bytes);
  writeFileSync(join(folder, 'profile.md'), '# Talk\n\n![A sea](profile.png)\n');
  const { notes, failures } = await build('profile.md', { cwd: folder, outDir: folder, formats: ['html'] });
  expect(failures).toEqual([]);
  expect(readFileSync(notes[0]?.outputs[0]?.path ?? '', 'utf8')).toContain(bytes.toString('base64'));
});

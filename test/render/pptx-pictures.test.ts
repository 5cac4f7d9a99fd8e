import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSession, render, type Session } from '../../src/render/index.ts';
import { openZip } from './open-zip.ts';
import { baseTheme, deckOf, temporaryFolder } from './talk.ts';

const folder = temporaryFolder();
const deck = deckOf(
  [
    { title: 'Songs & <calls>', body: '- low', presenterNotes: 'Whistle <here>\n\nthen\u0001 stop' },
    { title: 'Food', body: '- krill' },
  ],
  {},
  { title: 'Whales "all" & more', speaker: 'Ada', subtitle: 'Their lives' },
);

let session: Session;
let files: ReadonlyMap<string, Buffer>;
let bytes: Buffer;

async function make(name: string): Promise<Buffer> {
  const base = join(folder, name);
  // Were another browser asked for, there would be none.
  const job = {
    formats: ['pptx-pictures'],
    base,
    notesFolder: folder,
    session,
    browserPath: '/no/browser',
  } as const;
  await render(deck, await baseTheme(), job);
  return readFileSync(`${base}.pictures.pptx`);
}

beforeAll(async () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
  session = await openSession();
  bytes = await make('whales');
  files = openZip(bytes);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await session.close();
});

const textOf = (name: string): string => files.get(name)?.toString('utf8') ?? '';

describe('a PowerPoint file of pictures', () => {
  test('has a sharp picture of each slide, drawn by the browser of the session', () => {
    const pictures = [...files].filter(([name]) => name.endsWith('.png'));
    expect(pictures.map(([name]) => name)).toEqual(['ppt/media/image1.png', 'ppt/media/image2.png']);
    for (const [, picture] of pictures)
      expect(imageSize(picture)).toMatchObject({ width: 2560, height: 1440 });
  });

  test('has the presenter notes where there are some', () => {
    expect(textOf('ppt/notesSlides/notesSlide1.xml')).toContain(
      '<a:t>Whistle &#60;here&#62;</a:t></a:r></a:p><a:p><a:endParaRPr lang="en"/></a:p><a:p><a:r><a:rPr lang="en" dirty="0"/><a:t>then\uFFFD stop</a:t>',
    );
    expect(files.has('ppt/notesSlides/notesSlide2.xml')).toBe(false);
  });

  test('says what it is', () => {
    expect(textOf('docProps/core.xml')).toContain('<dc:title>Whales &#34;all&#34; &#38; more</dc:title>');
    expect(textOf('docProps/core.xml')).toContain('<dc:creator>Ada</dc:creator>');
    expect(textOf('docProps/core.xml')).toContain('>2023-11-14T22:13:20Z<');
  });

  test('is well-formed in every part', async () => {
    const parts = [...files].filter(([name]) => !name.endsWith('.png'));
    const broken = await session.withPage((page) =>
      page.evaluate(
        (texts) =>
          texts.filter((text) =>
            new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror'),
          ),
        parts.map(([, content]) => content.toString('utf8')),
      ),
    );
    expect(broken).toEqual([]);
  });

  test('refers to what is there, and to all of it', () => {
    const targets = [...files.keys()].filter((name) => name.endsWith('.rels')).flatMap(targetsOf);
    const reached = new Set([...targets, '[Content_Types].xml']);
    const parts = [...files.keys()].filter((name) => !name.endsWith('.rels'));
    expect([...reached].sort()).toEqual(parts.sort());
  });

  test('names the type of each part', () => {
    const named = [...textOf('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const parts = [...files.keys()].filter((name) => /^(ppt|docProps)\/.*\.xml$/.test(name));
    expect(named.sort()).toEqual(parts.sort());
  });

  test('is the same file each time', async () => {
    expect((await make('again')).equals(bytes)).toBe(true);
  });

  test.each(['Asia/Tokyo', 'America/Lima'])('is the same file in the time zone %s', async (zone) => {
    vi.stubEnv('TZ', zone);
    expect((await make('elsewhere')).equals(bytes)).toBe(true);
  });
});

function targetsOf(rels: string): string[] {
  const from = join(dirname(rels), '..');
  return [...textOf(rels).matchAll(/Target="([^"]+)"/g)].map(([, target = '']) => join(from, target));
}

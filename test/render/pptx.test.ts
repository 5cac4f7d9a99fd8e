import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSession, render, type Session } from '../../src/render/index.ts';
import { openZip } from './open-zip.ts';
import { baseTheme, deckOf, temporaryFolder } from './talk.ts';

const folder = temporaryFolder();
const deck = deckOf(
  [
    {
      title: 'Songs & <calls>',
      body: '- low **and** *slow* `hum`, [on land](https://example.com/a?b=1&c=2)\n  - far\n- high, H<sub>2</sub>O\n\n3. three\n4. four',
      presenterNotes: 'Whistle <here>\n\nthen\u0001 stop',
      section: ['Voices'],
    },
    {
      title: 'Hum',
      body: '```python\nif deep:\n    hum(2)\n```\n\n> [!NOTE]\n> Loud.\n\n<sup>1</sup> heard far off',
      section: ['Voices'],
    },
    { title: 'Food', body: '- krill 🦐, see [songs](#1)', section: ['Meals'] },
    { title: 'Food', body: 'and more krill', section: ['Meals'] },
  ],
  { emoji: true },
  { title: 'Whales "all" & more', speaker: 'Ada', subtitle: 'Their lives', footer: 'Sea' },
);

let session: Session;
let files: ReadonlyMap<string, Buffer>;
let bytes: Buffer;

async function make(name: string): Promise<Buffer> {
  const base = join(folder, name);
  const job = { formats: ['pptx'], base, notesFolder: folder, session, browserPath: '/no/browser' } as const;
  await render(deck, await baseTheme(), job);
  return readFileSync(`${base}.pptx`);
}

beforeAll(async () => {
  session = await openSession();
  bytes = await make('whales');
  files = openZip(bytes);
});
afterAll(() => session.close());

const textOf = (name: string): string => files.get(name)?.toString('utf8') ?? '';
const slide = (number: number): string => textOf(`ppt/slides/slide${number}.xml`);
/** The shape that holds the words. */
const shapeOf = (number: number, words: string): string =>
  slide(number)
    .match(/<p:sp>.*?<\/p:sp>/gs)
    ?.find((shape) => shape.includes(words)) ?? '';

describe('a PowerPoint file', () => {
  test('has a title on each slide, in the place of its layout, and no two are the same', () => {
    const titles = [1, 3, 4].map((number) => {
      const shape =
        slide(number).match(/<p:sp>(?:(?!<\/p:sp>).)*<p:ph type="title"\/>.*?<\/p:sp>/s)?.[0] ?? '';
      return [...shape.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('');
    });
    expect(titles).toEqual(['Songs &#38; &#60;calls&#62;', 'Food', 'Food (2)']);
    expect(shapeOf(4, ' (2)')).toMatch(/<a:noFill\/>.*<a:t> \(2\)<\/a:t>/);
  });

  test('has the text that belongs together in one frame, lists as lists', () => {
    const shape = shapeOf(1, 'high');
    expect(shape).toContain('<p:ph type="body" idx="13"/>');
    const paragraphs = shape.match(/<a:p>.*?<\/a:p>/gs) ?? [];
    expect(paragraphs).toHaveLength(5);
    expect(paragraphs[0]).toMatch(/<a:buChar char="•"\/>/);
    expect(paragraphs[1]).toMatch(/lvl="1".*<a:buChar char="–"\/>/);
    expect(paragraphs[3]).toMatch(/<a:buAutoNum type="arabicPlain" startAt="3"\/>/);
    expect(paragraphs[4]).toMatch(/<a:buAutoNum type="arabicPlain" startAt="3"\/>/);
  });

  test('keeps what runs look like, with the theme’s fonts and colours by reference', () => {
    const shape = shapeOf(1, 'high');
    expect(shape).toMatch(/<a:latin typeface="Source Sans 3 SemiBold"\/>.*?<a:t>and<\/a:t>/s);
    expect(shape).toMatch(/ i="1"[^>]*>(?:(?!<a:t>).)*<a:t>slow<\/a:t>/s);
    expect(shape).toMatch(/<a:highlight>.*?Source Code Pro.*?<a:t>hum<\/a:t>/s);
    expect(shape).toMatch(/baseline="-25000"[^>]*>(?:(?!<a:t>).)*<a:t>2<\/a:t>/s);
    expect(shape).toContain('<a:schemeClr val="tx1"/>');
    expect(shape).toContain('<a:latin typeface="+mn-lt"/>');
    expect(shape).toContain('sz="2250"');
    expect(textOf('ppt/theme/theme1.xml')).toContain('<a:accent1><a:srgbClr val="A84C08"/></a:accent1>');
  });

  test('leads where the links lead', () => {
    expect(textOf('ppt/slides/_rels/slide1.xml.rels')).toContain(
      'Target="https://example.com/a?b=1&#38;c=2" TargetMode="External"',
    );
    expect(slide(3)).toContain('action="ppaction://hlinksldjump"');
    expect(textOf('ppt/slides/_rels/slide3.xml.rels')).toContain('Target="slide1.xml"');
    expect(slide(3)).toContain('krill 🦐');
  });

  test('has code as one frame with a paragraph a line, its spaces as they are', () => {
    const shape = shapeOf(2, 'hum');
    expect(shape).toMatch(/name="Code \d+"/);
    const lines = (shape.match(/<a:p>.*?<\/a:p>/gs) ?? []).map((line) =>
      [...line.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(''),
    );
    expect(lines).toEqual(['if deep:', '    hum(2)']);
  });

  test('has a notes page for each slide', () => {
    expect(textOf('ppt/notesSlides/notesSlide1.xml')).toContain('<a:t>Whistle &#60;here&#62;</a:t>');
    expect(textOf('ppt/notesSlides/notesSlide1.xml')).toContain('<a:t>then\uFFFD stop</a:t>');
    expect(files.has('ppt/notesSlides/notesSlide3.xml')).toBe(true);
  });

  test('has numbers as fields, and sections', () => {
    expect(slide(2)).toMatch(/<p:ph type="sldNum" sz="quarter" idx="12"\/>.*<a:fld [^>]*type="slidenum">/s);
    const names = [...textOf('ppt/presentation.xml').matchAll(/<p14:section name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(['Voices', 'Meals']);
  });

  test('says what it is', () => {
    expect(textOf('docProps/core.xml')).toContain('<dc:title>Whales &#34;all&#34; &#38; more</dc:title>');
    expect(textOf('docProps/core.xml')).toContain('<dc:creator>Ada</dc:creator>');
    expect(textOf('docProps/core.xml')).toContain('<cp:keywords>Voices, Meals</cp:keywords>');
  });

  test('is well-formed in every part', async () => {
    const parts = [...files].filter(([name]) => /\.(?:xml|rels)$/.test(name));
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

  test('has each id once on a slide', () => {
    for (const number of [1, 2, 3, 4]) {
      const ids = [...slide(number).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('names the type of each part', () => {
    const named = [...textOf('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const parts = [...files.keys()].filter((name) => /^(ppt|docProps)\/.*\.xml$/.test(name));
    expect(named.sort()).toEqual(parts.sort());
  });

  test('is the same file each time, whatever the time and its zone', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    const again = await make('again');
    vi.unstubAllEnvs();
    expect(again.equals(bytes)).toBe(true);
  });
});

function targetsOf(rels: string): string[] {
  const from = join(dirname(rels), '..');
  return [...textOf(rels).matchAll(/Target="([^"]+)"(?! TargetMode)/g)].map(([, target = '']) =>
    join(from, target),
  );
}

// Real handouts out of a real browser, read back as a PDF reader would.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { HandoutHints } from '../../src/hints/index.ts';
import { compileFile } from '../../src/pipeline/index.ts';
import { handoutOf } from '../../src/pipeline/render-inputs.ts';
import { handoutDocument } from '../../src/render/handout/print-handout.ts';
import { openSession, type Rendered, render, type Session } from '../../src/render/index.ts';
import { folderWith } from '../cli/lectern.ts';
import { fontFiles, type OpenedPdf, openPdf } from './open-pdf.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
afterEach(() => vi.unstubAllEnvs());

interface Made extends OpenedPdf {
  readonly bytes: Buffer;
  readonly text: string;
  readonly rendered: Rendered;
}

async function handout(text: string, hints: HandoutHints = {}, yaml = ''): Promise<Made> {
  const folder = folderWith({ 'talk.md': text, ...(yaml && { 'talk.hints.yaml': yaml }) });
  const { value } = await compileFile('talk.md', { cwd: folder });
  if (!value) throw new Error('the talk cannot be read');
  const rendered = await render(value.deck, value.theme, {
    formats: ['handout'],
    base: join(folder, 'talk'),
    notesFolder: folder,
    handout: handoutOf(value, { handout: hints }),
    session,
  });
  const bytes = readFileSync(join(folder, 'talk.handout.pdf'));
  const pdf = await openPdf(bytes);
  return { ...pdf, bytes, text: pdf.pages.join('\n'), rendered };
}

/** Chromium rounds a page up to whole pixels. */
function expectSize(found: readonly number[] | undefined, size: readonly number[]): void {
  found?.forEach((length, at) => {
    expect(Math.abs(length - (size[at] ?? 0))).toBeLessThanOrEqual(1);
  });
}

const section = (name: string, notes = ''): string =>
  `## ${name}\n\n- ${name} come first\n- Boats follow *slowly*\n\n${notes && `<!-- ${notes} -->\n\n`}`;
const names = ['Springs', 'Neaps', 'Ebbs', 'Floods', 'Bores', 'Surges', 'Swells', 'Slacks'];
const rich = `Begin with the chart, see [the almanac](https://tides.example/almanac).

1. Moon
2. Sun

| Port | Range |
|------|------:|
| Brest | 6.1 |

The range is $r = h - l$, or in code:

\`\`\`python
r = high - low
\`\`\``;
const talk = `# Tides: Why the Sea Moves - Ada Moon (Coast Lab)

${names.map((name, at) => section(name, at === 0 ? rich : at === 2 ? 'Only **a line** here.' : '')).join('')}`;

describe('a talk with three slides on a page', () => {
  let made: Made;
  beforeAll(async () => {
    made = await handout(talk);
  });

  test('has a cover with contents, and a page for every three slides', () => {
    for (const size of made.sizes) expectSize(size, [595, 842]);
    expect(made.pages).toHaveLength(1 + Math.ceil(names.length / 3));
    expect(made.pages[0]).toMatch(
      /Why the Sea Moves.*Ada Moon.*Springs\s*2.*Floods\s*5\s*3.*Slacks\s*9\s*4/s,
    );
  });

  test('says title and speaker once on the cover', () => {
    for (const words of ['Why the Sea Moves', 'Ada Moon'])
      expect(made.pages[0]?.split(words)).toHaveLength(2);
  });

  test('tells pages and sections in strips and folios', () => {
    expect(made.pages[1]).toMatch(/2\s*\/\s*4/);
    expect(made.pages[3]).toMatch(/4\s*\/\s*4/);
    expect(made.pages[2]).toContain('Floods');
  });

  test('has each slide with its notes after it, in order', () => {
    const at = (words: string): number => {
      const found = (made.pages[1] ?? '').indexOf(words);
      expect(found, words).toBeGreaterThanOrEqual(0);
      return found;
    };
    const order = [
      'Springs come first',
      'Begin with the chart',
      'Moon',
      'Brest',
      'high',
      'tides.example/almanac',
      'Neaps come',
      'Ebbs come',
      'Only',
    ];
    const places = order.map(at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('is tagged: headings, lists, tables, code, links', () => {
    const roles = new Set(made.roles.flat());
    for (const role of ['H1', 'H2', 'L', 'LI', 'Table', 'TH', 'TD', 'Link', 'P'])
      expect(roles).toContain(role);
  });

  test('has bookmarks that lead to the pages of the sections', () => {
    expect(made.outline.slice(-8)).toEqual(
      names.map((title, at) => ({ title, page: 2 + Math.floor(at / 3) })),
    );
  });

  test('says what it is, and embeds each font once', async () => {
    expect(made.info).toMatchObject({
      Title: 'Tides: Why the Sea Moves',
      Author: 'Ada Moon',
      Language: 'en',
    });
    const fonts = await fontFiles(made.bytes);
    expect(fonts.length).toBeGreaterThan(3);
    expect(new Set(fonts).size).toBe(fonts.length);
  });

  test('is known to hold presenter notes', () => {
    expect(made.rendered.artifacts).toMatchObject([{ format: 'handout', presenterNotes: true }]);
  });
});

describe('long notes', () => {
  const words = Array.from({ length: 5000 }, (_, at) => `w${at}`);
  const paragraphs = Array.from({ length: 25 }, (_, at) => words.slice(at * 200, at * 200 + 200).join(' '));
  const long = `# Long\n\n${section('Springs', paragraphs.join('\n\n'))}${section('Neaps')}`;

  test.each([
    { perPage: 3 },
    { perPage: 1 },
    { perPage: 3, orientation: 'landscape' },
    { perPage: 4, orientation: 'landscape', paper: 'A5' },
  ] as const)('flow on to as many pages as they need: %o', async (hints) => {
    const { text, pages } = await handout(long, hints);
    expect(text.match(/\bw\d+\b/g)).toEqual(words);
    const continued = pages.filter((page) => page.includes('continued from page'));
    expect(continued.length).toBeGreaterThan(3);
    expect(pages.at(-1)).toContain('Neaps come first');
  });

  test('keep tables, code and lists whole, line by line', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => `| r${at}a | r${at}b |`).join('\n');
    const code = Array.from({ length: 90 }, (_, at) => `step_${at}()`).join('\n');
    const items = Array.from({ length: 90 }, (_, at) => `${at + 1}. item${at}`).join('\n');
    const notes = `| Left | Right |\n|---|---|\n${rows}\n\n\`\`\`\n${code}\n\`\`\`\n\n${items}`;
    const { text, pages } = await handout(`# T\n\n${section('Springs', notes)}`);
    const numbers = Array.from({ length: 90 }, (_, at) => `${at}`);
    expect([...text.matchAll(/r(\d+)a/g)].map(([, number]) => number)).toEqual(numbers);
    expect([...text.matchAll(/step_(\d+)/g)].map(([, number]) => number)).toEqual(numbers);
    expect(
      [...text.matchAll(/(\d+)\.\s*item(\d+)/g)].map(([, sign, at]) => Number(sign) - Number(at)),
    ).toEqual(numbers.map(() => 1));
    // The table's head is repeated on every page that it goes on to.
    const withRows = pages.filter((page) => /r\d+a/.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain('Right');
  });
});

test('every word of the notes is there when details go to the notes', async () => {
  const deep = names.map(
    (name) => `## ${name}\n\n- ${name} rise\n  - with the moon\n    - and the ${name}wind\n- They fall\n`,
  );
  const { text } = await handout(`# T\n\n${deep.join('\n')}`, {}, 'deck: { details: notes }');
  for (const name of names) for (const word of [`${name} rise`, `${name}wind`]) expect(text).toContain(word);
  expect(text.match(/with the moon/g)).toHaveLength(names.length);
});

test.each([
  [{ perPage: 1 }, [595, 842], 8],
  [{ perPage: 2, orientation: 'landscape' }, [842, 595], 4],
  [{ perPage: 4, paper: 'Letter' }, [612, 792], 2],
  [{ perPage: 6, paper: 'A5' }, [595, 420], 2],
  [{ perPage: 9, orientation: 'landscape' }, [842, 595], 1],
] as const)('%o', async (hints, size, sheets) => {
  const { pages, sizes, text } = await handout(talk, { ...hints, toc: false });
  expectSize(sizes[0], size);
  expect(pages).toHaveLength(1 + sheets);
  expect(names.filter((name) => text.includes(`${name} come first`))).toEqual(names);
  expect(text.includes('Begin with the chart')).toBe(hints.perPage < 6);
});

test('quotation marks are read as themselves where their font draws another letter alike, and so is that letter', async () => {
  const quoted = await handout(
    `# Tides\n\n## Springs\n\n- They rise\n  - Called 'high' by all\n- They fall\n`,
    {},
    'deck: { details: notes }\n',
  );
  expect(quoted.text).toContain('‘high’');
  expect(quoted.text).not.toContain('ʻ');
  const okina = await handout(`# Tides\n\n## Springs\n\nOn Oʻahu they are low.\n`, { notes: 'full' });
  expect(okina.text).toContain('Oʻahu');
});

test('emoji are drawn in titles, and labels of diagrams in the notes stay in their drawing', async () => {
  const notes = '```mermaid\ngraph LR\n  A[😀 Sea] --- B[Harbour wall]\n```';
  const folder = folderWith({
    'talk.md': `# Tides\n\n## 🎉 Springs\n\n- They rise\n\n<!--\n${notes}\n-->\n`,
  });
  const { value } = await compileFile('talk.md', { cwd: folder });
  if (!value) throw new Error('the talk cannot be read');
  const { html } = await handoutDocument(
    handoutOf(value, { handout: {} }),
    value.theme,
    { faces: [], spareFaces: [] },
    { folder },
  );
  expect(html).toMatch(/<h2 class="head"><span><img class="emoji"[^>]* alt="🎉"[^>]*> Springs</);
  const [drawing = ''] = /<svg[^>]*>(?:(?!<\/svg>)[\s\S])*😀[\s\S]*?<\/svg>/.exec(html) ?? [];
  expect(drawing).toContain('Harbour wall');
  expect(drawing).not.toContain('<img');
});

test('runs from right to left where the language does', async () => {
  const { pages } = await handout(talk, { toc: true, cover: false }, 'deck: { lang: ar }');
  expect(pages[0]).toMatch(/[\u0600-\u06ff\ufb50-\ufeff]{4}/);
});

test('the same talk gives the same bytes', async () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
  const [first, second] = [await handout(talk), await handout(talk)];
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
});

test('a picture that is taller than a page is shown whole', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="4000"><rect width="100" height="4000"/></svg>';
  const url = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const { pages } = await handout(`# T\n\n${section('Springs', `Look: ![tall](${url})`)}${section('Neaps')}`);
  expect(pages).toHaveLength(2);
});

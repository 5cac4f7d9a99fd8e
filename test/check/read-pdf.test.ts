// The reader of PDFs beside a library made for nothing else.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../src/check/pdf/read-pdf.ts';
import { openSession, type Session } from '../../src/render/index.ts';
import { formatToUnicode, parseToUnicode } from '../../src/to-unicode.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

const page = `<h1>Fine ﬁgures, “quoted”</h1>
<p style="font-family: monospace">code(a, b) { return a\\b; }</p>
<p style="letter-spacing: 3px">Wide <b>words</b></p>
<p style="opacity: 0.5">Half <span style="filter: blur(1px)">seen</span></p>
<p>Ελληνικά, русский, naïve, 10 €</p>
<a href="#end">end</a> <a href="https://example.org">out</a>
<div style="break-before: page" id="end">Second page</div>`;

test('reads the letters that a browser prints', async () => {
  const pdf = await session.withPage(async (view) => {
    await view.setContent(page);
    return view.pdf({ tagged: true });
  });
  const own = await readPdf(pdf);
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  expect(own).toHaveLength(document.numPages);
  for (const [at, { text, unknown, deadLinks }] of own.entries()) {
    const content = await (await document.getPage(at + 1)).getTextContent();
    const theirs = content.items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(letters(text)).toBe(letters(theirs));
    expect({ unknown, deadLinks }).toEqual({ unknown: 0, deadLinks: [] });
  }
  expect(own[0]?.text).toMatch(/Wide *\n?words/);
});

test('counts glyphs that stand for no character', async () => {
  const pdf = await session.withPage(async (view) => {
    await view.setContent('<p>a \u{10fffd} b</p>');
    return view.pdf();
  });
  expect((await readPdf(pdf))[0]).toMatchObject({ unknown: 1 });
});

test('reads single codes, ranges, lists and pairs of surrogates', () => {
  const map = parseToUnicode(
    '1 beginbfchar <01> <00660069> endbfchar 2 beginbfrange <02> <04> <0041> <05> <06> [<0058> <D83DDE00>] endbfrange',
  );
  expect([...map.values()]).toEqual(['fi', 'A', 'B', 'C', 'X', '😀']);
});

test.each([2, 4])('writes what it reads, for codes of %i digits', (digits) => {
  const map = new Map(Array.from({ length: 150 }, (_, at) => [at, at === 7 ? 'ffi😀' : `${at}`] as const));
  const cmap = formatToUnicode(map, digits);
  expect(parseToUnicode(cmap)).toEqual(map);
  expect(cmap).toContain('100 beginbfchar');
  expect(cmap).toContain(digits === 2 ? '<00> <FF>' : '<0000> <FFFF>');
});

function letters(text: string): string {
  return [...text.normalize('NFKC').replace(/\s/g, '')].sort().join('');
}

// Spaces at the ends of lines are in the PDF, and nothing on the page moves for it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPrintMark } from '../../src/browser/index.ts';
import { readPdf } from '../../src/check/pdf/read-pdf.ts';
import { openSession, runInPage, type Session } from '../../src/render/index.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

const texts = {
  'a paragraph':
    '<p>Hippos graze for five hours after\n  sunset, and they walk as far as eight kilometres to find it</p>',
  'bold words, and spaces between them':
    '<p>Hippos <b>graze for five hours</b> <i>after sunset,</i>\n<b> and</b> they walk as far as it</p>',
  'a large title with lines close together':
    '<h1 style="font-size: 40px; line-height: 0.9">Hippos graze for five hours after sunset</h1>',
  'a list in a list':
    '<ul>\n<li>Hippos graze for five hours after sunset\n<ul>\n<li>and they walk as far as eight kilometres</li>\n</ul>\n</li>\n</ul>',
  'a title that is a link':
    '<h1 style="text-wrap: balance"><a href="https://example.org">The hippos graze for five hours after sunset</a></h1>',
  'a link, whose line ends with its word':
    '<p>See <a href="https://example.org">the page of the river about hippos and grass</a> for it</p>',
  'code on a ground':
    '<p>See <code style="background: #ccc">the page of the river about hippos</code> for it</p>',
  'a box in the line':
    '<p>They graze for about <span style="display: inline-block">five hours</span> after sunset and <img alt="" width="8" height="8"> walk</p>',
  'words out of the flow':
    '<p>They graze for <span style="position: absolute; left: 0">*</span> five hours after sunset and walk</p>',
  'words that stay together':
    '<p>They graze for <span style="white-space: nowrap">five hours</span> after sunset and walk as far</p>',
  'words at the right': '<p dir="rtl">הם הולכים לאכול עשב במשך חמש שעות אחרי השקיעה בכל לילה</p>',
} as const;

describe.each(Object.entries(texts))('%s', (_, html) => {
  test('keeps its words apart, and its place', async () => {
    const { before, after, pdf, words } = await session.withPage(async (page) => {
      await page.emulateMediaType('print');
      await page.setContent(
        `<body style="width: 210px; font: 16px sans-serif; margin: 0 0 0 20px">${html}</body>`,
      );
      const words = (await page.evaluate(() => document.body.innerText))
        .split(/\s+/)
        .filter((word) => word !== '');
      const before = await page.evaluate(boxes);
      await runInPage(page, 'markForPrint', { levels: [] });
      const after = await page.evaluate(boxes);
      return { before, after, words, pdf: await page.pdf({ tagged: true, width: '300px', height: '400px' }) };
    });
    expect(after).toEqual(before);
    const text = (await readPdf(pdf)).map((page) => page.text).join('');
    const read = text.normalize('NFKC').replace(/[\n*]/g, '').trim().split(/\s+/);
    const apart = words.filter((word) => word !== '*');
    // Items are blocks of their own; links and code on a ground are said by their words, not by what is drawn.
    const join = /<ul|<a|<code|rtl/.test(html) ? '' : ' ';
    if (!html.includes('rtl')) expect(read.join(join)).toBe(apart.join(join));
  });
});

test('a link on two lines says its words, and balanced lines stay as they are', async () => {
  const html =
    '<h1 style="text-wrap: balance; font-size: 30px"><a href="https://example.org">The hippos graze for five hours</a></h1>';
  const { before, after, label } = await session.withPage(async (page) => {
    await page.setContent(`<body style="width: 210px">${html}</body>`);
    const before = await page.evaluate(boxes);
    await runInPage(page, 'markForPrint', { levels: [] });
    const label = await page.evaluate(() => document.querySelector('a')?.getAttribute('aria-label') ?? '');
    return { before, after: await page.evaluate(boxes), label };
  });
  expect(after).toEqual(before);
  expect(readPrintMark(label)).toEqual({ role: 'Link', text: 'The hippos graze for five hours' });
});

test('nothing is added where a line ends without a space', async () => {
  const html =
    '<p>漢字は行の終わりで分かれるが、空白はそこにない</p><p>semi-transparent half-hearted well-known</p>';
  const text = await session.withPage(async (page) => {
    await page.setContent(`<body style="width: 90px">${html}</body>`);
    await runInPage(page, 'markForPrint', { levels: [] });
    return page.evaluate(() => [...document.querySelectorAll('p')].map((line) => line.textContent));
  });
  expect(text).toEqual([
    '漢字は行の終わりで分かれるが、空白はそこにない',
    'semi-transparent half-hearted well-known',
  ]);
});

/** Where the letters stand: of each word, and of each element that is drawn. */
function boxes(): readonly string[] {
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const letters: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\S/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      letters.push(`${word} ${[left, top, right, bottom].map(Math.round).join(' ')}`);
    }
  }
  // A link may be drawn in pieces: its lines are as long as before.
  const lines = new Map<string, { left: number; right: number }>();
  for (const element of document.querySelectorAll('a, code, img, p, li, h1')) {
    for (const { left, top, right } of element.getClientRects()) {
      const name = `${element.tagName} ${Math.round(top)}`;
      const line = lines.get(name) ?? { left, right };
      lines.set(name, { left: Math.min(line.left, left), right: Math.max(line.right, right) });
    }
  }
  const drawn = [...lines].map(
    ([name, { left, right }]) => `${name} ${Math.round(left)} ${Math.round(right)}`,
  );
  return [...letters, ...drawn];
}

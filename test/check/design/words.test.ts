// How much stands on a slide, and whether its title is its own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SlideMeasures } from '../../../src/check/design/measure-slides.ts';
import { countSeenWords } from '../../../src/check/design/text.ts';
import { openSession, type Session } from '../../../src/render/index.ts';
import { figureOf, items, measureDeck, words } from './deck.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

function measured(slides: readonly string[]): Promise<readonly SlideMeasures[]> {
  return measureDeck(session, slides);
}

test('words are counted between spaces, by dictionary where a script has none, and signs are none', () => {
  expect(countSeenWords('1.5x–7x more – than LLaMA-1 &')).toBe(4);
  expect(countSeenWords('大阪へ行きました')).toBeGreaterThan(2);
  expect(countSeenWords('— • …')).toBe(0);
});

describe('words', () => {
  test('title and body count, what stands at the edges does not', async () => {
    const [slide] = await measured([
      `<header>The talk</header><h2>Two words</h2>${items(4, 'three more words')}<footer>Page 7</footer>`,
    ]);
    expect(slide).toMatchObject({ words: 14, role: 'content', kind: 'text', title: 'Two words' });
  });

  test('text for screen readers alone is not on the slide', async () => {
    const hidden =
      '<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">';
    const [slide] = await measured([
      `<h2>Hippos${hidden}, part 2 of 3</span></h2>${items(3, 'eat much grass')}`,
    ]);
    expect(slide).toMatchObject({ title: 'Hippos', words: 10 });
    expect(slide).not.toHaveProperty('counter');
  });

  test('a slide of text over 70 words; prose, code and tables stand apart', async () => {
    const slides = await measured([
      `<h2>Text</h2>${items(12, 'six words in each one here')}`,
      `<h2>Fine</h2>${items(5, 'six words in each one here')}`,
      `<h2>Prose</h2><p>${words(95)}</p>`,
      `<h2>Code</h2><pre><code>${words(80)}</code></pre>`,
      `<h2>Table</h2><table>${`<tr><td>${words(8)}</td></tr>`.repeat(10)}</table>`,
    ]);
    expect(slides.map(({ kind }) => kind)).toEqual(['text', 'text', 'prose', 'code', 'table']);
    expect(figureOf(slides, 'over 70')).toBe(0.5);
    expect(figureOf(slides, 'prose over 90')).toBe(1);
    expect(figureOf(slides, 'content slides')).toBe(5);
  });

  test('a cover and a divider are no content slides, by the size of their titles', async () => {
    const big = (title: string): string => `<h2 style="font-size:90px">${title}</h2>`;
    const full = `<h2>Hippos</h2>${items(5, 'graze at night')}`;
    const slides = await measured([
      big('A talk on hippos'),
      full,
      big('Night'),
      full,
      `${big('End')}<p>thanks</p>`,
    ]);
    expect(slides.map(({ role }) => role)).toEqual(['cover', 'content', 'divider', 'content', 'divider']);
  });
});

describe('thin slides', () => {
  test('a stub is one; a statement, a figure, a formula, a picture and six words with a seventh are none', async () => {
    const full = `<h2>Hippos</h2>${items(5, 'graze at night and sleep by day')}`;
    const picture = '<svg width="400" height="300"><rect width="400" height="300" fill="#036"/></svg>';
    const slides = await measured([
      full,
      '<h2>Stub</h2><p>grass</p>',
      '<h2>Statement</h2><p style="font-size:64px">They sleep by day</p>',
      '<h2>Figure</h2><p style="font-size:120px">40 kg</p><p>of grass</p>',
      `<h2>Picture</h2>${picture}`,
      '<h2>Formula</h2><p><span class="katex">w = at</span></p>',
      '<h2>Line</h2><p>they eat for five hours at night</p>',
    ]);
    expect(slides.map(({ isThin }) => isThin)).toEqual([false, true, false, false, false, false, false]);
    expect(figureOf(slides, 'thin')).toBe(1);
  });
});

describe('titles', () => {
  const body = items(5, 'graze at night');

  test('one that is used twice, whatever counter it carries; a divider of the same name is no use', async () => {
    const slides = await measured([
      `<h2>Night (1/2)</h2>${body}`,
      `<h2>Night (2/2)</h2>${body}`,
      '<h2 style="font-size:90px">Day</h2>',
      `<h2>Day</h2>${body}`,
      `<h2>Dusk</h2>${body}`,
    ]);
    expect(slides.map(({ isTitleRepeated }) => isTitleRepeated)).toEqual([true, true, false, false, false]);
    expect(figureOf(slides, 'titles used once')).toBe(0.5);
  });

  test('one that is not there, is empty, or is hidden', async () => {
    const slides = await measured([
      body,
      `<h2></h2>${body}`,
      `<h2 style="visibility:hidden">Night</h2>${body}`,
      `<header><h2>Night</h2></header>${body}`,
      `<h1>Day</h1>${body}`,
    ]);
    expect(slides.map(({ title }) => title)).toEqual([undefined, undefined, undefined, undefined, 'Day']);
    expect(figureOf(slides, 'untitled')).toBe(4);
  });

  test('counters in the title or above it; no fraction inside, no page number, no date', async () => {
    const slides = await measured([
      `<h2>Results (cont.)</h2>${body}`,
      `<h2>Results 2/4</h2>${body}`,
      `<header>Ergebnisse (2 von 3)</header><h2>Mehr</h2>${body}`,
      `<h2>Open 24/7</h2>${body}`,
      `<h2>1/2 of them sleep</h2>${body}`,
      `<header>6/7</header><h2>Feeding</h2>${body}<footer>2/4</footer>`,
      `<h2>TCP/IP (continuous)</h2>${body}`,
    ]);
    expect(slides.map(({ counter }) => counter)).toEqual([
      '(cont.)',
      '2/4',
      '(2 von 3)',
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect(figureOf(slides, 'counted')).toBe(3);
  });
});

// How a slide's space is used: each fault is drawn, and beside it the slide without it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SlideMeasures } from '../../../src/check/design/measure-slides.ts';
import { openSession, type Session } from '../../../src/render/index.ts';
import { box, figureOf, items, measureDeck, words } from './deck.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

function measured(slides: readonly string[]): Promise<readonly SlideMeasures[]> {
  return measureDeck(session, slides);
}

const title = '<h2>Hippos graze at night</h2>';

describe('where the content ends', () => {
  test('by its lowest line or drawing; footers, captions and what is cut off below do not count', async () => {
    const bars =
      '<svg style="position:absolute;left:0;top:0" width="1280" height="720"><rect x="64" y="500" width="400" height="76" fill="#036"/></svg>';
    const slides = await measured([
      `${title}${items(4, 'graze for five hours')}<footer>The talk</footer>`,
      `${title}${items(13, 'graze for five hours')}`,
      `${title}${items(4, 'graze for five hours')}${bars}`,
      `${title}${items(4, 'graze for five hours')}<small style="position:absolute;top:640px">A source of 2024</small>`,
      `${title}${items(40, 'graze for five hours')}`,
    ]);
    const ends = slides.map(({ end }) => end);
    expect(ends[0]).toBeLessThan(0.5);
    expect(ends[1]).toBeGreaterThan(0.78);
    expect(ends[2]).toBeCloseTo(0.8, 2);
    expect(ends[3]).toBe(ends[0]);
    expect(ends[4]).toBe(1);
    expect(figureOf(slides, 'ends above 78 %')).toBe(0.4);
  });
});

describe('weight', () => {
  test('at the left, in halves, and from the right where one reads from there', async () => {
    const column = (left: number): string =>
      box(`left:${left}px;top:160px;width:480px`, items(5, 'graze at night'));
    const slides = await measured([
      `<h2>Hippos</h2>${column(64)}`,
      `<h2>Hippos</h2>${column(64)}${column(900)}`,
      `<section dir="rtl"><h2 style="left:auto;right:64px">פרס</h2>${items(5, 'שלום לכל העולם')}</section>`,
    ]);
    expect(slides[0]?.weight).toBeGreaterThan(0.95);
    expect(slides[1]?.weight).toBeLessThan(0.6);
    expect(slides[2]?.weight).toBeGreaterThan(0.95);
  });

  test('a picture at the right carries some of it', async () => {
    const picture =
      '<img style="position:absolute;left:700px;top:160px;width:500px;height:400px" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">';
    const [slide] = await measured([`${title}${items(5, 'graze at night')}${picture}`]);
    expect(slide?.weight).toBeLessThan(0.3);
  });
});

describe('empty rectangles', () => {
  test('a slide with a hole, a filled one, and one that is empty on purpose', async () => {
    const statement = '<p style="font-size:72px">Hippos sleep by day and graze at night</p>';
    const slides = await measured([
      `${title}${items(3, 'graze at night')}`,
      `${title}${items(13, words(9))}`,
      `<h2>Hippos</h2>${statement}`,
      `<h2>Hippos</h2><p style="font-size:150px">40 kg</p><p>of grass are enough for one of them</p>`,
    ]);
    const [hole, filled, said, figure] = slides;
    expect(hole?.empty).toBeGreaterThan(0.45);
    expect(filled?.empty).toBeLessThan(0.3);
    expect(slides.map(({ isEmptyOnPurpose }) => isEmptyOnPurpose)).toEqual([false, false, true, true]);
    expect(said?.empty).toBeGreaterThan(0.3);
    expect(figure?.role).toBe('content');
    expect(figureOf(slides, 'holes')).toBe(0.25);
  });

  test('is as large as it looks', async () => {
    const [slide] = await measured([
      `<h2>Hippos</h2>${box('left:0;top:360px;width:1280px;height:20px', '<img style="width:1280px;height:20px" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">')}`,
    ]);
    expect(slide?.empty).toBeCloseTo(340 / 720, 1);
  });
});

describe('skeletons', () => {
  const list = (count: number): string => `${title}${items(count, words(9))}`;
  const columns = `${title}${box('left:64px;top:160px;width:540px', items(6, words(4)))}${box('left:676px;top:160px;width:540px', items(6, words(4)))}`;

  test('the third list in a row is one too many, whatever its words; a slide between them helps', async () => {
    const alike = await measured([list(6), list(6), list(6), list(6)]);
    expect(alike.map(({ isThirdAlike }) => isThirdAlike)).toEqual([false, false, true, true]);
    expect(figureOf(alike, 'third alike')).toBe(0.5);
    const varied = await measured([list(6), list(6), columns, list(6)]);
    expect(varied.map(({ isThirdAlike }) => isThirdAlike)).toEqual([false, false, false, false]);
  });
});

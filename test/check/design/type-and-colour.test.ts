// Sizes of text, heroes, grounds and contrast: each fault is drawn, and beside it the slide without it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SlideMeasures } from '../../../src/check/design/measure-slides.ts';
import { openSession, type Session } from '../../../src/render/index.ts';
import { box, figureOf, items, measureDeck } from './deck.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

function measured(slides: readonly string[], css?: string): Promise<readonly SlideMeasures[]> {
  return measureDeck(session, slides, css);
}

const title = '<h2>Hippos graze at night</h2>';
const full = `${title}${items(5, 'graze for five hours')}`;

describe('sizes', () => {
  test('the body’s, the title’s in proportion, and text that is too small', async () => {
    const slides = await measured([
      full,
      `${title}<div style="font-size:22px">${items(5, 'graze for five hours')}</div>`,
    ]);
    expect(slides.map(({ bodySize }) => bodySize)).toEqual([30, 22]);
    expect(slides[0]?.titleRatio).toBeCloseTo(1.6, 1);
    expect(figureOf(slides, 'body under 28')).toBe(1);
  });

  test('a large lead over the body is not the body; zoomed text is as large as it is drawn', async () => {
    const [lead, zoomed] = await measured([
      `${title}<p style="font-size:56px">They graze for five hours</p><p>and a remark of some words</p>`,
      `${title}<div style="zoom:0.5">${items(5, 'graze for five hours')}</div>`,
    ]);
    expect(lead?.bodySize).toBe(30);
    expect(zoomed?.bodySize).toBe(15);
  });

  test('more than four on a slide; heroes, formulas and raised signs are apart', async () => {
    const at = (px: number): string => `<p style="font-size:${px}px">graze for five hours</p>`;
    const slides = await measured([
      `${title}${at(28)}${at(32)}${at(36)}${at(40)}`,
      `${title}${at(28)}${at(32)}${at(32.4)}${at(36)}${at(120)}<p><sup style="font-size:14px">2</sup></p>`,
    ]);
    expect(slides.map(({ sizes }) => sizes)).toEqual([
      [28, 32, 36, 40, 48],
      [28, 32, 36, 48],
    ]);
    expect(figureOf(slides, 'over 4 sizes')).toBe(1);
    expect(figureOf(slides, 'sizes')).toBe(5);
  });
});

describe('heroes', () => {
  const amount = `${title}${items(3, 'eat 40 % more than zebras')}`;
  const hero = `${title}<p style="font-size:120px">40 %</p><p>more grass than all the zebras</p>`;

  test('seven slides without one though an amount stands on one of them; dates and times are none', async () => {
    const seven = [...Array.from({ length: 6 }, () => full), amount];
    const slides = await measured(seven);
    expect(slides.at(-1)?.hasAmount).toBe(true);
    expect(figureOf(slides, 'without a hero')).toBe(7);
    const broken = await measured([...seven.slice(0, 5), hero, amount]);
    expect(broken[5]?.hero).toBe('40 %');
    // The five before it name no amount.
    expect(figureOf(broken, 'without a hero')).toBe(1);
    const plain = `${title}${items(3, 'since 2019, at 14:30, version 2.1 of § 5')}`;
    expect(figureOf(await measured(Array.from({ length: 7 }, () => plain)), 'without a hero')).toBe(0);
  });
});

describe('grounds', () => {
  const on = (colour: string): string => `<section style="background:${colour}">${full}</section>`;

  test('of eight slides: one, nearly the same, and three; a plate over all is one, half a slide is none', async () => {
    const eight = (...more: string[]): string[] => [
      ...more,
      ...Array.from({ length: 8 - more.length }, () => full),
    ];
    const grounds = async (slides: string[]) => figureOf(await measured(slides), 'grounds');
    expect(await grounds(eight(on('#fefefe')))).toBe(1);
    expect(await grounds(eight(on('#c9ddd3'), on('#00604a')))).toBe(3);
    const plate = '<section class="plate">';
    const css =
      'section.plate { z-index: 0 } section.plate::before { content: ""; position: absolute; z-index: -1; inset: 0; background: #ffc9c1 }';
    expect(figureOf(await measured(eight(`${plate}${full}</section>`), css), 'grounds')).toBe(2);
    const half = css.replace('inset: 0', 'left: 0; top: 0; width: 400px; height: 720px');
    expect(figureOf(await measured(eight(`${plate}${full}</section>`), half), 'grounds')).toBe(1);
  });

  test('fewer than eight slides may have one', async () => {
    expect(figureOf(await measured([full, full]), 'grounds')).toBeNaN();
  });
});

describe('contrast', () => {
  const text = (style: string): string => `<p style="${style}">Hippos graze at night</p>`;

  test('of text on the slide’s own ground, large and not', async () => {
    const [plain, pale, large, transparent] = await measured([
      full,
      `${full}${text('color:#8a8a8a')}`,
      `${full}${text('color:#8a8a8a;font-size:44px')}`,
      `${full}<div style="opacity:0.4">${text('color:#000')}</div>`,
    ]);
    expect([plain?.faint, large?.faint]).toEqual([[], []]);
    expect(pale?.faint).toEqual([
      { text: 'Hippos graze at night', contrast: expect.closeTo(3.45, 1), wanted: 4.5 },
    ]);
    expect(transparent?.faint).toHaveLength(1);
  });

  test('on the plate it stands on, which is no parent of it', async () => {
    const plate = box('left:0;top:400px;width:1280px;height:320px;background:#123', '');
    const [dark, light] = await measured([
      `${full}${plate}${box('left:64px;top:500px;color:#333', 'Hippos sleep')}`,
      `${full}${plate}${box('left:64px;top:500px;color:#fff', 'Hippos sleep')}`,
    ]);
    expect(dark?.faint.map((one) => one.text)).toEqual(['Hippos sleep']);
    expect(light?.faint).toEqual([]);
  });

  test('of a label on the bar it stands on, and of a drawing that can hardly be seen', async () => {
    const bar = (fill: string, label: string): string =>
      `<svg width="800" height="200"><rect width="700" height="60" fill="${fill}"/><text x="20" y="40" font-size="30" fill="${label}">zebras</text></svg>`;
    const [fine, label, drawing] = await measured([
      `${full}${bar('#036', '#fff')}`,
      `${full}${bar('#036', '#012')}`,
      `${full}${bar('#eee', '#111')}`,
    ]);
    expect(fine?.faint).toEqual([]);
    expect(label?.faint.map((one) => one.text)).toEqual(['zebras']);
    expect(drawing?.faint.map((one) => one.text)).toEqual(['a drawing']);
  });

  test('over a gradient it is not measured, and counted', async () => {
    const [slide] = await measured([
      `${full}${box('left:0;top:500px;background:linear-gradient(#000,#fff)', 'Hippos sleep')}`,
    ]);
    expect(slide).toMatchObject({ faint: [], unmeasured: 1 });
  });
});

// The presentation for those who have a keyboard alone, or a screen reader.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, type Session } from '../../src/render/index.ts';
import { buildOpenTalk, focused, herons, type OpenTalk } from './open-talk.ts';

let session: Session;
let talk: OpenTalk;
let german: OpenTalk;
beforeAll(async () => {
  session = await openSession();
  talk = await buildOpenTalk(session, herons);
  const hints = 'deck: { lang: de }\nsections:\n  Nests: { reveal: true }\n';
  german = await buildOpenTalk(session, herons, hints);
});
afterAll(async () => {
  await session.close();
  talk.remove();
  german.remove();
});

const said = (page: Page): Promise<string> =>
  page.$eval('[role=status]', ({ textContent }) => textContent ?? '');

async function turn(page: Page, key: 'ArrowRight' | 'ArrowLeft' | 'End', to: number): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForFunction((hash) => location.hash === hash, {}, `#${to}`);
}

/** What Tab reaches, from the start of the page until it leaves it. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => document.activeElement === document.body);
    if (stop) break;
    const name = await focused(page);
    if (stops.includes(name)) break;
    stops.push(name);
  }
  return stops;
}

test('each slide that is turned to is announced, and the page’s title follows', async () => {
  await talk.open('', async (page) => {
    expect(await page.title()).toBe('1 of 4: Herons – Herons');
    expect(await said(page)).toBe('');
    await turn(page, 'ArrowRight', 2);
    expect(await said(page)).toBe('Slide 2 of 4: Hunting');
    expect(await page.title()).toBe('2 of 4: Hunting – Herons');
    await turn(page, 'End', 4);
    expect(await said(page)).toBe('Slide 4 of 4: Voices');
    expect(await page.$eval('.lectern-number', ({ textContent }) => textContent)).toBe('4 / 4');
  });
});

test('in the deck’s language, and what is revealed is read', async () => {
  await german.open('#2', async (page) => {
    expect(await page.title()).toBe('2 von 4: Hunting – Herons');
    await turn(page, 'ArrowRight', 3);
    expect(await said(page)).toBe('Folie 3 von 4: Nests');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('[data-bespoke-marp-current-fragment]');
    expect(await said(page)).toBe('In high trees');
    const slide = await page.$eval('.bespoke-marp-active section', (section) => [
      section.role,
      section.ariaRoleDescription,
      section.ariaLabel,
    ]);
    expect(slide).toEqual(['group', 'Folie', '3 von 4: Nests']);
    expect(await tabStops(page)).toEqual([
      'Vorige Folie',
      'Nächste Folie',
      'Vollbild',
      'Übersicht',
      'Referentenansicht',
      'Tasten',
    ]);
  });
});

test('other slides are inert: no Tab and no screen reader reaches them', async () => {
  await talk.open('#2', async (page) => {
    const stops = await tabStops(page);
    expect(stops[0]).toBe('the survey');
    expect(stops).toContain('Next slide');
    const inert = () =>
      page.$$eval('section[role=group]', (all) => all.map((section) => section.matches('[inert]')));
    expect(await inert()).toEqual([true, false, true, true]);
    await turn(page, 'ArrowRight', 3);
    expect(await inert()).toEqual([true, true, false, true]);
    expect(await tabStops(page)).not.toContain('the survey');
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    expect(tree).toContain('In high trees');
    expect(tree).not.toContain('shallow water');
  });
});

test('a button that is pressed keeps the focus, and leaves all other keys to the slides', async () => {
  await talk.open('#2', async (page) => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Next slide');
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(ring).toBe('solid');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#3');
    expect(await focused(page)).toBe('Next slide');
    await turn(page, 'ArrowLeft', 2);
    await turn(page, 'ArrowRight', 3);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#4');
    expect(await focused(page)).toBe('Previous slide');
  });
});

test('`?` shows the keys; Escape hides them, gives the focus back and opens nothing else', async () => {
  await german.open('#2', async (page) => {
    const isOpen = () => page.evaluate(() => document.querySelector('dialog')?.open);
    await page.keyboard.press('?');
    expect(await isOpen()).toBe(true);
    expect(await page.$eval('dialog', ({ textContent }) => textContent)).toContain('Nächste Folie');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => location.hash)).toBe('#2');
    await page.keyboard.press('Escape');
    expect(await isOpen()).toBe(false);
    expect(await page.$('.bespoke-marp-overview[data-open="1"]')).toBeNull();
    await page.focus('[data-lectern=keys]');
    await page.keyboard.press('Enter');
    expect(await isOpen()).toBe(true);
    expect(await focused(page)).toBe('Schließen');
    await page.keyboard.press('Enter');
    expect(await isOpen()).toBe(false);
    expect(await focused(page)).toBe('Tasten');
  });
});

test('the overview has what is behind it inert, names its slides, and gives the focus back', async () => {
  await german.open('#2', async (page) => {
    await page.focus('[data-bespoke-marp-osc=overview]');
    await page.keyboard.press('Enter');
    const frame = await page.waitForFrame((each) => each.url().includes('view=overview'));
    await frame.waitForSelector('svg[role=button]');
    expect(await page.$eval('[id=":$p"]', (slides) => slides.matches('[inert]'))).toBe(true);
    expect(await page.$eval('iframe', ({ title }) => title)).toBe('Übersicht');
    const names = await frame.$$eval('svg[role=button]', (all) =>
      all.map((slide) => [slide.ariaLabel, slide.ariaCurrent]),
    );
    expect(names[1]).toEqual(['2 von 4: Hunting', 'true']);
    expect(names[2]).toEqual(['3 von 4: Nests', 'false']);
    expect(await frame.$('svg[aria-hidden]')).toBeNull();
    expect(await frame.$eval('button', ({ title }) => title)).toBe('Schließen');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.bespoke-marp-overview:not([data-open="1"])');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Übersicht');
    expect(await page.$('[id=":$p"][inert]')).toBeNull();
  });
});

test('the presenter view has its buttons in the deck’s language, within reach of Tab', async () => {
  await german.open('?view=presenter#2', async (page) => {
    expect(await page.title()).toBe('2 von 4: Hunting – Referentenansicht – Herons');
    expect(await tabStops(page)).toEqual(
      expect.arrayContaining([
        'Vorige Folie',
        'Nächste Folie',
        'Größere Notizen',
        'Kleinere Notizen',
        'slowly',
      ]),
    );
    await page.keyboard.press('?');
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  });
});

test('printed from the browser it is the slides alone, each of them told to screen readers', async () => {
  await talk.open('#2', async (page) => {
    const inert = () => document.querySelectorAll('section[inert]').length;
    await page.evaluate(`addEventListener('beforeprint', () => { window.inertInPrint = (${inert})() })`);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(4);
    expect(await page.evaluate('inertInPrint')).toBe(0);
    const left = await page.$$eval('section[role=group]', (all) =>
      all.map((section) => section.matches('[inert]')),
    );
    expect(left).toEqual([true, false, true, true]);
  });
});

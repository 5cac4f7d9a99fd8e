// Which characters are drawn by a font that did not travel with the file: the browser says by which
// font it draws, and whether that font came with the page.
import type { CDPSession, Page } from 'puppeteer-core';

/** A character and the font of this machine that stands in for it. */
export interface DrawnBy {
  readonly character: string;
  readonly font: string;
  /** The families that the stylesheet asks for. */
  readonly family: string;
  /** The first slide with it, from 1. */
  readonly slide: number;
}

/** Asks for all characters of a font family at once, and again in halves where a stranger is among them. */
export async function platformFonts(page: Page): Promise<readonly DrawnBy[]> {
  const found = await page.evaluate(placeSamples);
  const cdp = await page.createCDPSession();
  try {
    await cdp.send('DOM.enable');
    await cdp.send('CSS.enable');
    const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
    const strangers: DrawnBy[] = [];
    for (const { family, characters } of found) {
      for (const part of await strangersIn(
        page,
        cdp,
        root.nodeId,
        family,
        characters.map(([sign]) => sign),
      )) {
        const slide = characters.find(([sign]) => sign === part.character)?.[1] ?? 1;
        strangers.push({ ...part, family, slide });
      }
    }
    return strangers;
  } finally {
    await cdp.detach();
  }
}

/** Every character that is drawn, by the font families it is asked of. Spaces and marks have no look of their own. */
function placeSamples(): { family: string; characters: [string, number][] }[] {
  const families = new Map<string, Map<string, number>>();
  document.querySelectorAll('svg[data-marpit-svg]').forEach((slide, index) => {
    const section = slide.querySelector('section');
    const walker = section && document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
      const element = node.parentElement;
      if (!element || element.closest('script, style, .katex-mathml')) continue;
      const family = getComputedStyle(element).fontFamily;
      const known = families.get(family) ?? new Map<string, number>();
      families.set(family, known);
      for (const sign of node.nodeValue ?? '') {
        if (!known.has(sign) && !/[\p{C}\p{Z}\p{M}]/u.test(sign)) known.set(sign, index + 1);
      }
    }
  });
  const probe = document.createElement('div');
  probe.id = 'lectern-probe';
  probe.style.cssText = 'position: fixed; left: 0; top: 0; width: 1000px; font-size: 10px; z-index: 9';
  document.body.append(probe);
  return [...families].map(([family, characters]) => ({ family, characters: [...characters] }));
}

async function strangersIn(
  page: Page,
  cdp: CDPSession,
  root: number,
  family: string,
  characters: readonly string[],
): Promise<readonly Pick<DrawnBy, 'character' | 'font'>[]> {
  if (characters.length === 0) return [];
  const fonts = await fontsOf(page, cdp, root, family, characters.join(' '));
  const strange = fonts.filter(({ isCustomFont }) => !isCustomFont);
  if (strange.length === 0) return [];
  if (characters.length === 1) {
    return [{ character: characters[0] ?? '', font: strange[0]?.familyName ?? '' }];
  }
  const half = Math.ceil(characters.length / 2);
  return [
    ...(await strangersIn(page, cdp, root, family, characters.slice(0, half))),
    ...(await strangersIn(page, cdp, root, family, characters.slice(half))),
  ];
}

interface FontUse {
  readonly familyName: string;
  readonly isCustomFont: boolean;
}

async function fontsOf(
  page: Page,
  cdp: CDPSession,
  root: number,
  family: string,
  text: string,
): Promise<readonly FontUse[]> {
  await page.evaluate(
    (fontFamily, sample) => {
      const probe = document.getElementById('lectern-probe');
      if (!probe) return;
      probe.style.fontFamily = fontFamily;
      probe.textContent = sample;
      probe.getBoundingClientRect();
    },
    family,
    text,
  );
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root, selector: '#lectern-probe' });
  const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts;
}

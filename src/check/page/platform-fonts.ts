// Which characters are drawn by a font that did not travel with the file: the browser says by which
// font it draws, and whether that font came with the page.
import type { CDPSession, Page } from 'puppeteer-core';
import { runInPage } from '../../render/index.ts';

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
  const found = await runInPage(page, 'collectCharacters');
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
  await runInPage(page, 'setFontSample', family, text);
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root, selector: '#lectern-font-sample' });
  const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts;
}

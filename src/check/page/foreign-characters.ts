// Which characters are drawn by a font that did not travel with the file: the browser reports by which
// font it draws, and whether that font came with the page.
import type { CDPSession, Page } from 'puppeteer-core';
import { runInPage } from '../../render/index.ts';

/** A character and the font of this machine that stands in for it. */
export interface ForeignCharacter {
  readonly character: string;
  readonly font: string;
  /** The families that the stylesheet asks for. */
  readonly family: string;
  /** The first slide with it, from 1. */
  readonly slide: number;
}

/** Asks for all characters of a font family at once, and again in halves where a foreign one is among them. */
export async function findForeignCharacters(page: Page): Promise<readonly ForeignCharacter[]> {
  const found = await runInPage(page, 'collectCharacters');
  const cdp = await page.createCDPSession();
  try {
    await cdp.send('DOM.enable');
    await cdp.send('CSS.enable');
    const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
    const foreignCharacters: ForeignCharacter[] = [];
    for (const { family, characters } of found) {
      for (const part of await foreignIn(
        page,
        cdp,
        root.nodeId,
        family,
        characters.map(([character]) => character),
      )) {
        const slide = characters.find(([character]) => character === part.character)?.[1] ?? 1;
        foreignCharacters.push({ ...part, family, slide });
      }
    }
    return foreignCharacters;
  } finally {
    await cdp.detach();
  }
}

async function foreignIn(
  page: Page,
  cdp: CDPSession,
  root: number,
  family: string,
  characters: readonly string[],
): Promise<readonly Pick<ForeignCharacter, 'character' | 'font'>[]> {
  if (characters.length === 0) return [];
  const fonts = await fontsOf(page, cdp, root, family, characters.join(' '));
  const strange = fonts.filter(({ isCustomFont }) => !isCustomFont);
  if (strange.length === 0) return [];
  if (characters.length === 1) {
    return [{ character: characters[0] ?? '', font: strange[0]?.familyName ?? '' }];
  }
  const half = Math.ceil(characters.length / 2);
  return [
    ...(await foreignIn(page, cdp, root, family, characters.slice(0, half))),
    ...(await foreignIn(page, cdp, root, family, characters.slice(half))),
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

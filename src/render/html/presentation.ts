import fit from '../../browser/fit-page.ts?script';
import type { Deck } from '../../deck/index.ts';
import type { Theme } from '../../theme/index.ts';
import { policyElement, scriptBehindSlides, scriptsIn } from '../content-policy.ts';
import { smallFontCss } from '../fonts/index.ts';
import { fillShell, type ShellContent, withNamedControls, withPolicy } from '../marp/insides.ts';
import type { Pages } from '../pages.ts';

import { presentationShell } from './presentation-shell.ts';

/** The presentation: one HTML file that opens anywhere and fetches nothing. */
export async function presentation(deck: Deck, theme: Theme, pages: Pages): Promise<string> {
  const shell = await presentationShell();
  const policy = policyElement([...scriptsIn(shell), ...scriptBehindSlides(pages.html), fit]);
  const notes = deck.slides.map(({ presenterNotes }) => presenterNotes);
  const fonts = await smallFontCss(pages.faces, theme, pages.html);
  return fillShell(withNamedControls(withPolicy(shell, policy)), {
    html: `${pages.html}<script>${fit}</script>`,
    css: `${fonts}\n${pages.styles}`,
    fields: metaOf(deck),
    notes,
  });
}

function metaOf({ facts }: Deck): ShellContent['fields'] {
  return {
    lang: facts.lang,
    title: facts.title,
    ...(facts.speaker && { author: facts.speaker }),
    ...(facts.subtitle && { description: facts.subtitle }),
  };
}

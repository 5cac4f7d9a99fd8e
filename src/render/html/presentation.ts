import fit from '../../browser/fit-page.ts?script';
import type { Deck } from '../../deck/index.ts';
import type { Theme } from '../../theme/index.ts';
import { policyElement, scriptBehindSlides, scriptsIn } from '../content-policy.ts';
import { smallFontCss } from '../fonts/index.ts';
import {
  fillField,
  fillNotes,
  placeholder,
  type ShellField,
  shellFields,
  withNamedControls,
  withPolicy,
} from '../marp/insides.ts';
import type { Pages } from '../pages.ts';

import { presentationShell } from './presentation-shell.ts';

/** The presentation: one HTML file that opens anywhere and fetches nothing. */
export async function presentation(deck: Deck, theme: Theme, pages: Pages): Promise<string> {
  const meta = metaOf(deck);
  const shell = await presentationShell();
  const policy = policyElement([...scriptsIn(shell), ...scriptBehindSlides(pages.html), fit]);
  const notes = deck.slides.map(({ presenterNotes }) => presenterNotes);
  let page = withNamedControls(fillNotes(withPolicy(shell, policy), notes));
  for (const field of shellFields) page = fillField(page, field, meta[field]);
  const slides = `${pages.html}<script>${fit}</script>`;
  const fonts = await smallFontCss(pages.faces, theme, pages.html);
  const css = `${fonts}\n${pages.styles}`;
  return page.replace(placeholder('css'), () => css).replace(placeholder('html'), () => slides);
}

function metaOf({ facts }: Deck): Readonly<Partial<Record<ShellField, string>>> {
  return {
    lang: facts.lang,
    title: facts.title,
    ...(facts.speaker && { author: facts.speaker }),
    ...(facts.subtitle && { description: facts.subtitle }),
  };
}

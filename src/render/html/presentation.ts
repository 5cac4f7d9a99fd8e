import fit from '../../browser/fit-page.ts?script';
import type { Deck } from '../../deck/index.ts';
import type { Theme } from '../../theme/index.ts';
import { policyElement, scriptBehindSlides, scriptsIn } from '../content-policy.ts';
import { smallFontCss } from '../fonts/index.ts';
import { escapeHtml } from '../html-text.ts';
import type { Pages } from '../pages.ts';
import { placeholder, type ShellField, shellFields } from './placeholder.ts';
import { presentationShell } from './shell.ts';

/** The presentation: one HTML file that opens anywhere and fetches nothing. */
export async function presentation(deck: Deck, theme: Theme, pages: Pages): Promise<string> {
  const meta = metaOf(deck);
  const shell = await presentationShell();
  const policy = policyElement([...scriptsIn(shell), ...scriptBehindSlides(pages.html), fit]);
  let page = withNamedControls(fillNotes(withPolicy(shell, policy), deck));
  for (const field of shellFields) page = fillField(page, field, meta[field]);
  const slides = `${pages.html}<script>${fit}</script>`;
  const fonts = await smallFontCss(pages.faces, theme, pages.html);
  const css = `${fonts}\n${pages.styles}`;
  return page.replace(placeholder('css'), () => css).replace(placeholder('html'), () => slides);
}

/** Before all else, with the encoding, which browsers look for in the first kilobyte. */
function withPolicy(shell: string, policy: string): string {
  const encoding = '<meta charset="UTF-8">';
  return shell.replace(encoding, '').replace('<head>', () => `<head>${encoding}${policy}`);
}

/** A landmark, so that screen readers can find the buttons and pass them over. */
function withNamedControls(page: string): string {
  const controls = '<div class="bespoke-marp-osc"';
  return page.replace(controls, `${controls} role="region" aria-label="Presentation controls"`);
}

/** A field that says nothing leaves no `meta` behind. */
function fillField(page: string, field: ShellField, text: string | undefined): string {
  const stand = placeholder(field);
  if (text !== undefined) return page.replaceAll(stand, () => escapeHtml(text));
  return page.replace(new RegExp(`<meta [^<>]*${stand}[^<>]*>`, 'g'), '');
}

function metaOf({ facts }: Deck): Readonly<Partial<Record<ShellField, string>>> {
  return {
    lang: facts.lang,
    title: facts.title,
    ...(facts.speaker && { author: facts.speaker }),
    ...(facts.subtitle && { description: facts.subtitle }),
  };
}

/** The template's element for one slide's notes, repeated for each slide that has some. */
function fillNotes(shell: string, deck: Deck): string {
  const note = new RegExp(`<div class="bespoke-marp-note"[^>]*><p>${placeholder('note')}</p></div>`);
  const element = note.exec(shell)?.[0];
  if (!element) throw new Error('marp-cli’s presentation page has no place for presenter notes');
  const notes = deck.slides.map(({ presenterNotes }, index) =>
    presenterNotes.trim() === '' ? '' : noteElement(element, index, presenterNotes.trim()),
  );
  return shell.replace(note, () => notes.join(''));
}

function noteElement(element: string, index: number, text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  return element
    .replace('data-index="0"', () => `data-index="${index}"`)
    .replace(`<p>${placeholder('note')}</p>`, () => paragraphs.join(''));
}

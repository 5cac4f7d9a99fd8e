import { readFile } from 'node:fs/promises';
import { printNotes } from '../../deck/index.ts';
import type { Handout } from '../../handout/index.ts';
import type { Theme } from '../../theme/index.ts';
import { type MarpOutput, renderMarp, splitSlides } from '../marp/index.ts';
import { inlinePictures, type PictureOptions, readPicture } from '../pictures/index.ts';
import { handoutFile } from './handout-css.ts';

export interface RenderedNotes {
  /** A `section` for each slide that has a text, by the slide's number. */
  readonly sections: ReadonlyMap<number, string>;
  readonly css: string;
}

/** All notes through one Marp, in the handout's own stylesheet. Nothing is loaded where there are none. */
export async function renderNotes(
  handout: Handout,
  theme: Theme,
  pictures: PictureOptions,
): Promise<RenderedNotes> {
  const written = handout.slides.flatMap(({ number, notes }) =>
    notes.kind === 'text' ? [{ number, blocks: notes.blocks }] : [],
  );
  if (written.length === 0) return { sections: new Map(), css: '' };
  const plan = { deck: handout.facts, ...(handout.anchors && { anchors: handout.anchors }) };
  const texts = written.map(({ blocks }) => blocks);
  const deck = printNotes(texts, plan, { pictures: (url) => readPicture(url, pictures) });
  const marp = await renderMarp(deck, await notesTheme(theme));
  const sections = await sectionsOf(marp, pictures);
  return {
    sections: new Map(written.map(({ number }, index) => [number, sections[index] ?? ''])),
    css: outsideSlides(marp.css),
  };
}

async function notesTheme(theme: Theme): Promise<Theme> {
  const path = handoutFile('notes.css');
  const css = await readFile(path, 'utf8');
  return { ...theme, stylesheets: [{ name: 'lectern-handout', path, css }] };
}

function sectionsOf({ html }: MarpOutput, pictures: PictureOptions): Promise<readonly string[]> {
  const slides = splitSlides(html).map(
    (slide) => /<section\b[^>]*>([\s\S]*)<\/section>/.exec(slide)?.[1] ?? '',
  );
  const inlined = slides.map(
    async (content) => `<section>${await inlinePictures(content, pictures)}</section>`,
  );
  return Promise.all(inlined);
}

/** Marp's rules are for sections inside slides; the same sections stand on paper here. */
function outsideSlides(css: string): string {
  return css
    .replace(/div#\\:\\\$p\s*>\s*svg\s*>\s*foreignObject\s*>\s*section/g, '.notes > section')
    .replace(/div#\\:\\\$p section/g, '.notes > section')
    .replace(/@page\s*\{[^}]*\}/g, '');
}

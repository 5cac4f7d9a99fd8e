// A deck and a theme by hand: what render is given, without the stages before it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deck, DeckSlide, Features } from '../../src/deck/index.ts';
import { readTheme, readThemeFiles, type Theme } from '../../src/theme/index.ts';

/** A file of the test's own folder, which the system clears. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lectern-test-'));
}

export async function baseTheme(size: '16:9' | '4:3' = '16:9'): Promise<Theme> {
  const files = await readThemeFiles({ theme: 'lectern-base', folder: '.' });
  return readTheme(files.value, { size }).value;
}

const nothing: Features = { code: false, math: false, mermaid: false, emoji: false };

export interface SlideText {
  readonly title: string;
  readonly body: string;
  readonly class?: string;
  readonly section?: readonly string[];
  readonly presenterNotes?: string;
}

/** Each slide's place in the notes is made up: ten characters, one after the other. */
export function deckOf(
  slides: readonly SlideText[],
  features: Partial<Features> = {},
  facts: Partial<Deck['facts']> = {},
): Deck {
  const size = facts.size ?? '16:9';
  const head = `---\nmarp: true\ntheme: lectern-base\nsize: ${size}\npaginate: true\n---\n\n`;
  return {
    facts: {
      title: 'Whales',
      shortTitle: 'Whales',
      markerTitle: 'Whales',
      lang: 'en',
      dir: 'ltr',
      theme: 'lectern-base',
      size,
      ...facts,
    },
    markdown: head + slides.map(slideMarkdown).join('\n---\n\n'),
    slides: slides.map(deckSlide),
    features: { ...nothing, ...features },
    pictures: [],
  };
}

function slideMarkdown({ title, body, class: name = 'bullets' }: SlideText): string {
  return `<!-- _class: ${name} -->\n\n## ${title}\n\n<div class="body flow">\n\n${body}\n\n</div>\n`;
}

function deckSlide({ title, section = [title], presenterNotes = '' }: SlideText, index: number): DeckSlide {
  const spans = [{ path: 'whales.md', start: index * 10, end: index * 10 + 10 }];
  return { layout: 'bullets', title, section, spans, presenterNotes };
}

/** The smallest PNG there is: one grey pixel. */
export const pixel: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

export function writePixel(folder: string, name: string): string {
  writeFileSync(join(folder, name), pixel);
  return name;
}

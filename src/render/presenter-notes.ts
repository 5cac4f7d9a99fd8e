import type { Deck } from '../deck/index.ts';
import type { Format } from './artifact.ts';
import type { RenderJob } from './job.ts';

/** Whether what is written in this format has the presenter notes in it. */
export function holdsPresenterNotes(format: Format, deck: Deck, { handout, pdfNotes }: RenderJob): boolean {
  if (deck.slides.every(({ presenterNotes }) => presenterNotes === '')) return false;
  switch (format) {
    case 'html':
    case 'marp':
    case 'notes':
    case 'pptx':
      return true;
    case 'pdf':
      return pdfNotes === 'annotations';
    case 'handout':
      return handout?.slides.some(({ notes }) => notes.kind === 'text') ?? false;
    case 'png':
      return false;
  }
}

import { missingWords } from '../../plan/index.ts';
import type { CheckJob, WordCounts } from '../check-job.ts';
import type { Finding, SourceSpans } from '../finding.ts';
import type { PageSnapshot } from '../page/open-pages.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';
import { bundledWords, fresh, missingFormulas, tellerOf, unhinted, wordsIn } from './missing.ts';
import { noteWords } from './note-words.ts';
import { sourceWords } from './source-words.ts';

interface Shown {
  readonly html: PageSnapshot;
  readonly pdf: readonly PdfPage[];
}

/**
 * Compares the words of the notes, read twice (as blocks, and by their characters alone), with
 * those on the slides, in the presenter notes and in the PDF.
 */
export function checkWords(
  job: Pick<CheckJob, 'notes' | 'hints' | 'deck' | 'theme'>,
  { html, pdf }: Shown,
  spans: SourceSpans,
): { readonly findings: readonly Finding[]; readonly counts: WordCounts } {
  const { notes, hints } = job;
  const owed = noteWords(notes, hints);
  const slides = html.slides.flatMap(({ text }) => wordsIn(text));
  const spoken = html.presenterNotes.flatMap(({ text }) => wordsIn(text));
  const either = [...slides, ...spoken];
  const fromSlides = missingWords(owed.body, slides);
  const fromBoth = missingWords([...owed.body, ...owed.aside], either);
  const crude = missingWords(unhinted(sourceWords(notes.source.text), notes, hints), either);
  const printed = pdf.flatMap(({ text }) => wordsIn(text));
  const fromPdf = missingWords(bundledWords(owed.body, job), printed);
  const tell = tellerOf(spans);
  return {
    findings: [
      ...tell(fromSlides, 'on no slide', 'HTML'),
      ...tell(fresh(fromBoth, fromSlides), 'on no slide and in no presenter note', 'HTML'),
      ...tell(fresh(crude, [...fromSlides, ...fromBoth]), 'on no slide and in no presenter note', 'HTML'),
      ...tell(fresh(fromPdf, fromSlides), 'on no page', 'PDF'),
      ...missingFormulas(
        owed.formulas,
        html.slides.flatMap((slide) => slide.formulas),
        { spans, output: 'HTML' },
      ),
    ],
    counts: {
      notes: owed.body.length + owed.aside.length,
      slides: owed.body.length - fromSlides.length,
      presenterNotes: spoken.length,
    },
  };
}

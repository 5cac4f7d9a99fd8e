import type { HandoutSnapshot } from '../../browser/index.ts';
import { missingWords } from '../../plan/index.ts';
import type { HandoutJob, WordCounts } from '../check-job.ts';
import type { Finding, SourceSpans } from '../finding.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';
import { bundledWords, fresh, missingFormulas, tellerOf, unhinted, wordsIn } from '../words/missing.ts';
import { noteWords } from '../words/note-words.ts';
import { sourceWords } from '../words/source-words.ts';
import { printsNotes } from './prints-notes.ts';

/**
 * Compares the words of the notes with those of the handout, as it is laid out and as a file. Where
 * presenter notes are printed, that is every word; else what is on the slides.
 */
export function checkHandoutWords(
  job: Pick<HandoutJob, 'notes' | 'hints' | 'deck' | 'theme'>,
  seen: HandoutSnapshot,
  pdf: readonly PdfPage[],
  spans: SourceSpans,
): {
  readonly findings: readonly Finding[];
  readonly counts: WordCounts;
  readonly owed: ReadonlySet<string>;
} {
  const { notes, hints } = job;
  const isFull = printsNotes(hints);
  const owed = noteWords(notes, hints);
  const slides = slidesOnce(seen);
  const beside = seen.sheets.flatMap((sheet) => sheet.notes);
  const onSlides = slides.flatMap(({ text }) => wordsIn(text));
  const inNotes = beside.flatMap(({ text }) => wordsIn(text));
  const either = [...onSlides, ...inNotes];
  const words = isFull ? [...owed.body, ...owed.aside] : owed.body;
  const source = isFull ? unhinted(sourceWords(notes.source.text), notes, hints) : [];
  const formulas = isFull ? [...owed.formulas, ...owed.asideFormulas] : owed.formulas;
  const drawn = [...slides, ...beside].flatMap((one) => one.formulas);
  const fromPage = missingWords(words, either);
  const crude = missingWords(source, either);
  const printed = pdf.flatMap(({ text }) => wordsIn(text));
  const fromPdf = missingWords(bundledWords(words, job), printed);
  const tell = tellerOf(spans);
  return {
    findings: [
      ...tell(fromPage, 'on no page', 'handout'),
      ...tell(fresh(crude, fromPage), 'on no page', 'handout'),
      ...tell(fresh(fromPdf, fromPage), 'on no page', 'handout PDF'),
      ...missingFormulas(formulas, drawn, { spans, output: 'handout' }),
    ],
    counts: {
      notes: owed.body.length + owed.aside.length,
      slides: owed.body.length - missingWords(owed.body, onSlides).length,
      presenterNotes: inNotes.length,
    },
    owed: new Set(words.map(({ text }) => text)),
  };
}

/** The first slide may stand on the cover and beside its notes. */
function slidesOnce({ sheets, slides }: HandoutSnapshot): HandoutSnapshot['slides'] {
  const first = new Map<number, number>();
  for (const { number, index } of sheets.flatMap((sheet) => sheet.slides)) {
    if (!first.has(number)) first.set(number, index);
  }
  return [...first.values()].flatMap((index) => slides[index] ?? []);
}

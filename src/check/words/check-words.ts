import type { HandoutSnapshot, SlideSnapshot } from '../../browser/index.ts';
import type { Hints } from '../../hints/index.ts';
import { missingWords } from '../../plan/index.ts';
import type { CheckJob, HandoutJob } from '../check-job.ts';
import type { WordCounts } from '../deck-report.ts';
import type { Finding, SourceSpans } from '../finding.ts';
import type { PageSnapshot } from '../page/inspect-pages.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';
import { noteWords, sourceWords } from './expected-words.ts';
import { bundledWords, missingFormulas, missingReporter, notIn, tokenTexts, unhinted } from './missing.ts';

interface OpenedOutputs {
  readonly html: PageSnapshot;
  readonly pdf: readonly PdfPage[];
}

/**
 * Compares the words of the notes, read twice (as blocks, and by their characters alone), with
 * those on the slides, in the presenter notes and in the PDF.
 */
export function checkWords(
  job: Pick<CheckJob, 'notes' | 'hints' | 'deck' | 'theme'>,
  { html, pdf }: OpenedOutputs,
  spans: SourceSpans,
): { readonly findings: readonly Finding[]; readonly counts: WordCounts } {
  const { notes, hints } = job;
  const expected = noteWords(notes, hints);
  const slides = html.slides.flatMap(slideWords);
  const spoken = html.presenterNotes.flatMap(({ text }) => tokenTexts(text));
  const either = [...slides, ...spoken];
  const fromSlides = missingWords(expected.body, slides);
  const fromBoth = missingWords([...expected.body, ...expected.aside], either);
  const fromSource = missingWords(unhinted(sourceWords(notes.source.text), notes, hints), either);
  const printed = pdf.flatMap(({ text }) => tokenTexts(text));
  const fromPdf = missingWords(bundledWords(expected.body, job), printed);
  const report = missingReporter(spans);
  return {
    findings: [
      ...report(fromSlides, 'on no slide', 'HTML'),
      ...report(notIn(fromBoth, fromSlides), 'on no slide and in no presenter note', 'HTML'),
      ...report(
        notIn(fromSource, [...fromSlides, ...fromBoth]),
        'on no slide and in no presenter note',
        'HTML',
      ),
      ...report(notIn(fromPdf, fromSlides), 'on no page', 'PDF'),
      ...missingFormulas(
        expected.formulas,
        html.slides.flatMap((slide) => slide.formulas),
        { spans, output: 'HTML' },
      ),
    ],
    counts: {
      notes: expected.body.length + expected.aside.length,
      slides: expected.body.length - fromSlides.length,
      presenterNotes: spoken.length,
    },
  };
}

/**
 * Compares the words of the notes with those of the handout, as it is laid out and as a file. Where
 * presenter notes are printed, that is every word; else what is on the slides.
 */
export function checkHandoutWords(
  job: Pick<HandoutJob, 'notes' | 'hints' | 'deck' | 'theme'>,
  snapshot: HandoutSnapshot,
  pdf: readonly PdfPage[],
  spans: SourceSpans,
): {
  readonly findings: readonly Finding[];
  readonly counts: WordCounts;
  readonly expected: ReadonlySet<string>;
} {
  const { notes, hints } = job;
  const isFull = printsNotes(hints);
  const expected = noteWords(notes, hints);
  const slides = slidesOnce(snapshot);
  const beside = snapshot.sheets.flatMap((sheet) => sheet.notes);
  const folded = snapshot.sheets.flatMap((sheet) => sheet.folded.flatMap(({ text }) => tokenTexts(text)));
  const onSlides = [...slides.flatMap(slideWords), ...folded];
  const inNotes = beside.flatMap(({ text }) => tokenTexts(text));
  const either = [...onSlides, ...inNotes];
  const words = isFull ? [...expected.body, ...expected.aside] : expected.body;
  const source = isFull ? unhinted(sourceWords(notes.source.text), notes, hints) : [];
  const formulas = isFull ? [...expected.formulas, ...expected.asideFormulas] : expected.formulas;
  const drawn = [...slides, ...beside].flatMap((one) => one.formulas);
  const fromPage = missingWords(words, either);
  const fromSource = missingWords(source, either);
  const printed = pdf.flatMap(({ text }) => tokenTexts(text));
  const fromPdf = missingWords(bundledWords(words, job), printed);
  const report = missingReporter(spans);
  return {
    findings: [
      ...report(fromPage, 'on no page', 'handout'),
      ...report(notIn(fromSource, fromPage), 'on no page', 'handout'),
      ...report(notIn(fromPdf, fromPage), 'on no page', 'handout PDF'),
      ...missingFormulas(formulas, drawn, { spans, output: 'handout' }),
    ],
    counts: {
      notes: expected.body.length + expected.aside.length,
      slides: expected.body.length - missingWords(expected.body, onSlides).length,
      presenterNotes: inNotes.length,
    },
    expected: new Set(words.map(({ text }) => text)),
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

/** Whether a handout as it is asked for has presenter notes. Six and nine slides a page stand alone. */
export function printsNotes({ handout }: Hints): boolean {
  const { notes = 'presenter', perPage = 3 } = handout;
  return perPage <= 4 && (notes === 'presenter' || notes === 'full');
}

/** What a slide shows for the first time. */
function slideWords({ text, marker }: Pick<SlideSnapshot, 'text' | 'marker'>): readonly string[] {
  return [...tokenTexts(text), ...tokenTexts(marker)];
}

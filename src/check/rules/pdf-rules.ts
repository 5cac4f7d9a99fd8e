import type { CheckJob } from '../check-job.ts';
import type { Finding } from '../finding.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';
import type { Lines } from './lines.ts';

/** What is wrong with the PDF as a file: its pages, and where its links lead. */
export function checkPdf(
  pages: readonly PdfPage[],
  { notes, deck }: Pick<CheckJob, 'notes' | 'deck'>,
  lines: Lines,
): readonly Finding[] {
  const { path } = notes.source;
  const dead = pages.flatMap(({ deadLinks }, at) =>
    deadLinks.map(
      (target): Finding => ({
        kind: 'link',
        path,
        line: lines.of(at + 1),
        message: `a link on page ${at + 1} leads to ${target}, which is not there (PDF)`,
        output: 'PDF',
        slide: at + 1,
      }),
    ),
  );
  if (pages.length === deck.slides.length) return dead;
  const message = `${pages.length} pages for ${deck.slides.length} slides (PDF)`;
  return [...dead, { kind: 'empty', path, line: 1, message, output: 'PDF' }];
}

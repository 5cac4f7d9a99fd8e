import type { Finding, SourceSpans } from '../finding.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';

/** What is wrong with the PDF as a file: its pages, and where its links lead. */
export function checkPdf(pages: readonly PdfPage[], slides: number, spans: SourceSpans): readonly Finding[] {
  const dead = pages.flatMap(({ deadLinks }, at) =>
    deadLinks.map(
      (target): Finding => ({
        code: 'check/link',
        severity: 'error',
        message: `a link on page ${at + 1} leads to ${target}, which is not there (PDF)`,
        span: spans.ofSlide(at + 1),
        output: 'PDF',
        slide: at + 1,
      }),
    ),
  );
  if (pages.length === slides) return dead;
  const message = `${pages.length} pages for ${slides} slides (PDF)`;
  return [...dead, { code: 'check/empty', severity: 'error', message, span: spans.start, output: 'PDF' }];
}

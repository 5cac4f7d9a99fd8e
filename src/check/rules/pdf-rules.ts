import type { HandoutSnapshot } from '../../browser/index.ts';
import { type Finding, type ReportFinding, reporter, type SourceSpans } from '../finding.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';
import { tokenTexts } from '../words/missing.ts';

/** What is wrong with the PDF as a file: its pages, and where its links lead. */
export function checkPdf(pages: readonly PdfPage[], slides: number, spans: SourceSpans): readonly Finding[] {
  const report = reporter(spans, 'PDF');
  const dead = pages.flatMap(({ deadLinks }, at) =>
    deadLinks.map((target) =>
      report('check/link', `a link on page ${at + 1} leads to ${target}, which is not there`, {
        slide: at + 1,
      }),
    ),
  );
  if (pages.length === slides) return dead;
  return [...dead, report('check/empty', `${pages.length} pages for ${slides} slides`)];
}

/** What is wrong with the handout as a file: its pages, and where its links lead. */
export function checkHandoutFile(
  pages: readonly PdfPage[],
  { sheets }: HandoutSnapshot,
  report: ReportFinding,
): readonly Finding[] {
  // Letters that no font has are drawn, and are warned of when a deck is built.
  const bare = pages.flatMap(({ text, unknown }, at) =>
    tokenTexts(text).length === 0 && unknown === 0 ? [at + 1] : [],
  );
  return [
    ...(pages.length === sheets.length
      ? []
      : [report('check/empty', `${pages.length} pages for ${sheets.length} sheets`)]),
    ...bare.map((page) => report('check/empty', `page ${page} holds no text`)),
    ...pages.flatMap(({ deadLinks }, at) =>
      deadLinks.map((target) =>
        report('check/link', `a link on page ${at + 1} leads to ${target}, which is not there`),
      ),
    ),
  ];
}

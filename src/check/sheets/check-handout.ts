import { readFile } from 'node:fs/promises';
import type { HandoutSnapshot, SlideSnapshot } from '../../browser/index.ts';
import type { Session } from '../../render/index.ts';
import type { DeckReport, HandoutJob, HandoutReport, WordCounts } from '../check-job.ts';
import { type Finding, type SourceSpans, sourceSpans } from '../finding.ts';
import { seeHandout } from '../page/see-handout.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { checkHandoutFile } from './handout-file.ts';
import { checkHandoutWords } from './handout-words.ts';
import { checkOrder } from './order-rules.ts';
import { printsNotes } from './prints-notes.ts';
import { checkLook } from './same-look.ts';
import { checkSheet, type Tell } from './sheet-rules.ts';

/** The handout by itself, when the slides are not looked at. */
export async function checkHandout(job: HandoutJob, session: Session): Promise<DeckReport> {
  const { findings, handout, words } = await handoutFindings(
    job,
    session,
    sourceSpans(job.notes.source, job.deck.slides),
  );
  return { slides: job.deck.slides.length, findings, excepted: [], scaled: [], deserted: [], words, handout };
}

export interface CheckedHandout {
  readonly findings: readonly Finding[];
  readonly handout: HandoutReport;
  readonly words: WordCounts;
}

/** Looks at the handout's page and its file. `print`: the slides as they have to look, when that is asked. */
export async function handoutFindings(
  job: HandoutJob,
  session: Session,
  spans: SourceSpans,
  print?: readonly SlideSnapshot[],
): Promise<CheckedHandout> {
  const { hints, deck, handout } = job;
  const [seen, pdf] = await Promise.all([
    seeHandout(session, handout.open, print ? 'ink' : 'text'),
    readFile(handout.pdf).then(readPdf),
  ]);
  const onPage = teller(spans, 'handout');
  const inFile = teller(spans, 'handout PDF');
  const kind = printsNotes(hints) ? 'printed' : 'left-out';
  const words = checkHandoutWords(job, seen, pdf, spans);
  return {
    findings: [
      ...seen.sheets.flatMap((sheet, at) => checkSheet(sheet, { page: at + 1, tell: onPage })),
      ...(print ? checkLook(seen, print, onPage) : []),
      ...checkOrder(seen, deck, { notes: kind, owed: words.owed, tell: onPage }),
      ...checkHandoutFile(pdf, seen, inFile),
      ...words.findings,
    ],
    handout: report(seen, words.counts),
    words: words.counts,
  };
}

function teller(spans: SourceSpans, output: Finding['output']): Tell {
  return (code, message, { slide, text } = {}) => ({
    code,
    severity: 'error',
    message: `${message} (${output})`,
    span: spans.ofSlide(slide ?? 1, text),
    output,
    ...(slide !== undefined && { slide }),
  });
}

function report({ sheets, scaled }: HandoutSnapshot, { presenterNotes }: WordCounts): HandoutReport {
  return { pages: sheets.length, scaled, words: presenterNotes };
}

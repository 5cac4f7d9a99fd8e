import { readFile } from 'node:fs/promises';
import type { SlideSnapshot } from '../../browser/index.ts';
import { unreadablePrint } from '../../handout/index.ts';
import { type Session, withoutFont } from '../../render/index.ts';
import type { HandoutJob } from '../check-job.ts';
import type { DeckReport, HandoutReport, WordCounts } from '../deck-report.ts';
import { type Finding, type ReportFinding, reporter, type SourceSpans, sourceSpans } from '../finding.ts';
import { type InspectedHandout, inspectHandout } from '../page/inspect-pages.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { checkUa } from '../pdf/ua/check-ua.ts';
import { lacksFont } from '../rules/glyphs.ts';
import { checkHandoutFile } from '../rules/pdf-rules.ts';
import { checkHandoutWords, printsNotes } from '../words/check-words.ts';
import { checkOrder } from './order-rules.ts';
import { checkLook, checkSheet } from './sheet-rules.ts';

/** The handout by itself, when the slides are not inspected. */
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

/** Inspects the handout's page and its file. `print`: the slides as they have to look, when that is asked. */
export async function handoutFindings(
  job: HandoutJob,
  session: Session,
  spans: SourceSpans,
  print?: readonly SlideSnapshot[],
): Promise<CheckedHandout> {
  const { hints, deck, handout } = job;
  const file = readFile(handout.pdf);
  const [snapshot, pdf] = await Promise.all([
    inspectHandout(session, handout.open, print ? 'ink' : 'text'),
    file.then(readPdf),
  ]);
  const onPage = reporter(spans, 'handout');
  const inFile = reporter(spans, 'handout PDF');
  const kind = printsNotes(hints) ? 'printed' : 'left-out';
  const isFontless = lacksFont(job.notes.source.text, withoutFont(deck, job.theme));
  const words = checkHandoutWords(job, snapshot, pdf, spans);
  return {
    findings: [
      ...snapshot.sheets.flatMap((sheet, at) => checkSheet(sheet, { page: at + 1, report: onPage })),
      ...(print ? checkLook(snapshot, print, onPage) : []),
      ...checkOrder(snapshot, deck, { notes: kind, expected: words.expected, report: onPage }),
      ...checkHandoutFile(pdf, snapshot, inFile),
      ...(await checkUa(await file, inFile, isFontless)),
      ...words.findings,
      ...tooSmall(snapshot, hints, onPage),
    ],
    handout: handoutReport(snapshot, words.counts),
    words: words.counts,
  };
}

function handoutReport(
  { sheets, scaled, printed }: InspectedHandout,
  { presenterNotes }: WordCounts,
): HandoutReport {
  const [smallest] = printed;
  return {
    pages: sheets.length,
    scaled,
    words: presenterNotes,
    ...(smallest && {
      smallest: { slide: smallest.slide, pt: Math.round(smallest.pt * 10) / 10, kind: smallest.kind },
    }),
  };
}

/** Type that nobody can read; beside the author's words in full it need not be read. */
function tooSmall(
  { printed, perPage }: InspectedHandout,
  { handout }: HandoutJob['hints'],
  report: ReportFinding,
): readonly Finding[] {
  if (handout.notes === 'full' && perPage <= 4) return [];
  return printed
    .filter(({ pt }) => pt < unreadablePrint)
    .map(({ slide, pt, kind }) =>
      report(
        'check/small',
        `${kind} of slide ${slide} prints at ${Math.round(pt * 10) / 10} pt, ${perPage} on a page`,
        {
          slide,
        },
      ),
    );
}

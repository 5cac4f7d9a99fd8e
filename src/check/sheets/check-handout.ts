import { readFile } from 'node:fs/promises';
import type { Session } from '../../render/index.ts';
import type { HandoutJob } from '../check-job.ts';
import type { DeckReport, Finding, HandoutReport, WordCounts } from '../finding.ts';
import { seeHandout } from '../page/see-handout.ts';
import type { SeenSlide } from '../page/seen.ts';
import type { SeenHandout } from '../page/seen-handout.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { type Lines, linesOf } from '../rules/lines.ts';
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
    linesOf(job.notes.source, job.deck.slides),
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
  lines: Lines,
  print?: readonly SeenSlide[],
): Promise<CheckedHandout> {
  const { notes, hints, deck, handout } = job;
  const [seen, pdf] = await Promise.all([
    seeHandout(session, handout.open, print ? 'ink' : 'text'),
    readFile(handout.pdf).then(readPdf),
  ]);
  const onPage = teller(notes.source.path, lines, 'handout');
  const inFile = teller(notes.source.path, lines, 'handout PDF');
  const kind = printsNotes(hints) ? 'printed' : 'left-out';
  const words = checkHandoutWords(job, seen, pdf, lines);
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

function teller(path: string, lines: Lines, output: Finding['output']): Tell {
  return (kind, message, { slide, text } = {}) => ({
    kind,
    path,
    line: lines.of(slide ?? 1, text),
    message: `${message} (${output})`,
    output,
    ...(slide !== undefined && { slide }),
  });
}

function report({ sheets, scaled }: SeenHandout, { presenterNotes }: WordCounts): HandoutReport {
  return { pages: sheets.length, scaled, words: presenterNotes };
}

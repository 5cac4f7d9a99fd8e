import { readFile } from 'node:fs/promises';
import { type Session, withoutFont } from '../render/index.ts';
import { loadColours } from '../theme/index.ts';
import type { CheckJob } from './check-job.ts';
import type { DeckReport, DesignReport } from './deck-report.ts';
import { designFindings } from './design/findings.ts';
import { measureSlides } from './design/measure-slides.ts';
import { measuresOf } from './design/measures.ts';
import { type Finding, reporter, type SourceSpans, sourceSpans } from './finding.ts';
import {
  inspectCompositions,
  inspectPresentation,
  inspectPrint,
  type PageSnapshot,
} from './page/inspect-pages.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { checkUa } from './pdf/ua/check-ua.ts';
import { checkPptx } from './pptx/check-pptx.ts';
import { checkBoxes, checkGlyphs } from './rules/glyphs.ts';
import { checkPdf } from './rules/pdf-rules.ts';
import { checkSlide, type SlideContext, targetsOf } from './rules/slide-rules.ts';
import { type CheckedHandout, handoutFindings } from './sheets/check-handout.ts';
import { checkWords } from './words/check-words.ts';

/** Opens the outputs as a reader would and reports what is wrong with them, whatever was planned. */
export async function checkDeck(job: CheckJob, session: Session): Promise<DeckReport> {
  const { notes, deck, theme } = job;
  const file = readFile(job.pdf);
  const [html, print, pdf] = await Promise.all([
    inspectPresentation(session, job.html, theme.size),
    inspectPrint(session, job.print, theme.size),
    file.then(readPdf),
  ]);
  const spans = sourceSpans(notes.source, deck.slides);
  const words = checkWords(job, { html, pdf }, spans);
  const hasNoFont = withoutFont(deck, theme);
  const glyphs = checkGlyphs(html.foreignCharacters, html.slides, spans, hasNoFont);
  const handout = await handoutOf(job, session, spans, print);
  const office =
    job.pptx === undefined ? [] : checkPptx(await readFile(job.pptx), { ...job, hasNoFont }, spans);
  const drawn = [
    ...checkPage(html, 'HTML', { ...job, hasNoFont }, spans),
    ...checkPage(print, 'print', { ...job, hasNoFont }, spans),
  ];
  return {
    slides: html.slides.length,
    findings: [
      ...withoutRepeats(drawn),
      ...glyphs.findings,
      ...checkBoxes(html.slides, pdf, spans, hasNoFont),
      ...checkPdf(pdf, deck.slides.length, spans),
      ...(await checkUa(await file, reporter(spans, 'PDF'), glyphs.excepted.length > 0)),
      ...words.findings,
      ...office,
      ...(handout?.findings ?? []),
    ],
    excepted: glyphs.excepted,
    scaled: html.slides.flatMap(({ scaled }, at) =>
      scaled === undefined ? [] : [{ slide: at + 1, scale: scaled }],
    ),
    deserted: html.slides.flatMap((slide, at) => (isDeserted(slide) ? [at + 1] : [])),
    words: words.counts,
    ...(handout && { handout: handout.handout }),
  };
}

async function handoutOf(
  { handout, ...job }: CheckJob,
  session: Session,
  spans: SourceSpans,
  { slides }: PageSnapshot,
): Promise<CheckedHandout | undefined> {
  return handout && handoutFindings({ ...job, handout }, session, spans, slides);
}

function checkPage(
  { slides, requests }: PageSnapshot,
  output: Finding['output'],
  { notes, theme, hasNoFont }: CheckJob & Pick<SlideContext, 'hasNoFont'>,
  spans: SourceSpans,
): readonly Finding[] {
  const context = {
    report: reporter(spans, output),
    height: theme.size.height,
    hasNoFont,
    ...targetsOf(notes),
  };
  return [
    ...slides.flatMap((slide, at) => checkSlide(slide, { ...context, number: at + 1 })),
    ...requests.map((url) => context.report('check/network', `${url.slice(0, 80)} is asked for`)),
  ];
}

/** What is wrong in the same words on both pages is reported once. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const reported = new Set(
    findings
      .filter(({ output }) => output === 'HTML')
      .map(({ message }) => message.replace('(HTML)', '(print)')),
  );
  return findings.filter(({ output, message }) => output !== 'print' || !reported.has(message));
}

/** Less than this of the body's height is a slide with a rest on it. */
const quarter = 0.25;

function isDeserted({ isPart, body, words, pictures }: PageSnapshot['slides'][number]): boolean {
  if (!isPart || !body || words.length + pictures.length === 0) return false;
  return body.ink - body.top < quarter * (body.bottom - body.top);
}

/** Opens the presentation and measures how its slides are composed, whatever was planned. */
export async function checkDesign(
  { html, theme, notes, deck }: Pick<CheckJob, 'html' | 'theme' | 'notes' | 'deck'>,
  session: Session,
): Promise<DesignReport> {
  const { contrast } = await loadColours();
  const slides = measureSlides(await inspectCompositions(session, html, theme.size), contrast);
  const measures = measuresOf([slides]);
  return {
    slides,
    measures,
    findings: designFindings(slides, measures, sourceSpans(notes.source, deck.slides)),
  };
}

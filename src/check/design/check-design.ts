import type { Session } from '../../render/index.ts';
import { loadColours } from '../../theme/index.ts';
import type { CheckJob } from '../check-job.ts';
import type { DesignReport } from '../deck-report.ts';
import { sourceSpans } from '../finding.ts';
import { inspectCompositions } from '../page/inspect-pages.ts';
import { designFindings } from './findings.ts';
import { measureSlides } from './measure-slides.ts';
import { measuresOf } from './measures.ts';

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

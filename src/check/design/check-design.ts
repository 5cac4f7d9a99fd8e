import type { Session } from '../../render/index.ts';
import type { CheckJob } from '../check-job.ts';
import type { DesignReport } from '../deck-report.ts';
import { inspectCompositions } from '../page/inspect-pages.ts';
import { measureSlides } from './measure-slides.ts';
import { measuresOf } from './measures.ts';

/** Opens the presentation and measures how its slides are composed, whatever was planned. */
export async function checkDesign(
  { html, theme }: Pick<CheckJob, 'html' | 'theme'>,
  session: Session,
): Promise<DesignReport> {
  const snapshots = await inspectCompositions(session, html, theme.size);
  const slides = measureSlides(snapshots);
  return { slides, measures: measuresOf([slides]) };
}

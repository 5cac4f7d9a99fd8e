// Decks made by hand, to plant faults of design in: a section for each slide, with Marp's frame around it.
import type { CompositionSnapshot } from '../../../src/browser/index.ts';
import { measureSlides, type SlideMeasures } from '../../../src/check/design/measure-slides.ts';
import { measuresOf } from '../../../src/check/design/measures.ts';
import { runInPage, type Session } from '../../../src/render/index.ts';
import { loadColours } from '../../../src/theme/index.ts';

const frame = `
  body { margin: 0 }
  svg { display: block }
  section { position: relative; box-sizing: border-box; width: 1280px; height: 720px; padding: 120px 64px 0; overflow: hidden;
    background: #fff; color: #111; font: 30px/1.3 sans-serif }
  h2 { position: absolute; left: 64px; top: 40px; margin: 0; font-size: 48px; line-height: 1.2 }
  p, ul, pre, table { margin: 0 0 12px }
  header, footer { position: absolute; left: 64px; font-size: 20px }
  header { top: 12px } footer { top: 684px }
`;

/** The slides are shown one below the other, all in the window. */
function snapshotsOf(
  session: Session,
  slides: readonly string[],
  css = '',
): Promise<readonly CompositionSnapshot[]> {
  const sections = slides.map((slide) => {
    const section = slide.startsWith('<section') ? slide : `<section>${slide}</section>`;
    return `<svg data-marpit-svg viewBox="0 0 1280 720" width="1280" height="720"><foreignObject width="1280" height="720">${section}</foreignObject></svg>`;
  });
  return session.withPage(async (page) => {
    await page.setViewport({ width: 1280, height: 720 * slides.length });
    await page.setContent(`<!doctype html><style>${frame}${css}</style>${sections.join('')}`);
    await runInPage(page, 'waitUntilSettled');
    const found: CompositionSnapshot[] = [];
    for (let index = 0; index < slides.length; index++)
      found.push(await runInPage(page, 'inspectComposition', index));
    return found;
  });
}

export async function measureDeck(
  session: Session,
  slides: readonly string[],
  css?: string,
): Promise<readonly SlideMeasures[]> {
  const { contrast } = await loadColours();
  return measureSlides(await snapshotsOf(session, slides, css), contrast);
}

/** The figure of a deck. */
export function figureOf(slides: readonly SlideMeasures[], name: string): number | undefined {
  return measuresOf([slides]).find((one) => one.name === name)?.value;
}

/** Something placed on the slide. */
export function box(style: string, html: string): string {
  return `<div style="position:absolute;${style}">${html}</div>`;
}

export function items(count: number, text: string): string {
  return `<ul>${`<li>${text}</li>`.repeat(count)}</ul>`;
}

/** So many different words. */
export function words(count: number): string {
  return Array.from({ length: count }, (_, at) => `word${at}`).join(' ');
}

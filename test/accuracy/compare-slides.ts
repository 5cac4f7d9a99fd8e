// Every slide's height as the plan predicts it against the browser's, in all bodySizes. The
// page is the one that is printed, before the safety net has had a hand in it.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { compile } from '../../src/compile.ts';
import { type LayoutName, layoutNames } from '../../src/layouts/index.ts';
import { openSession, type Session } from '../../src/render/browser/index.ts';
import { readPicture } from '../../src/render/index.ts';
import { renderPages } from '../../src/render/pages.ts';
import { printDocument } from '../../src/render/print/print-pages.ts';
import {
  type BodySize,
  bodySizes,
  createMeasure,
  readThemeFiles,
  type Theme,
} from '../../src/theme/index.ts';
import { type Heights, readHeights } from './read-heights.ts';

export interface Comparison {
  readonly path: string;
  readonly theme: string;
  readonly size: Size;
  readonly layout: LayoutName;
  readonly bodySize: BodySize;
  /** Counts from 1. */
  readonly slide: number;
  readonly title: string;
  /** Is it the size that the plan gave the slide? */
  readonly planned: boolean;
  /** px. */
  readonly predicted: number;
  readonly rendered: number;
  /** Drawn at this size, something is wider than its place. */
  readonly isTooWide: boolean;
  /** Room below the title, px: as the plan counts on it, and as it is. */
  readonly room: number;
  readonly realRoom: number;
}

export type Size = '16:9' | '4:3';
const sizes: readonly Size[] = ['16:9', '4:3'];

/**
 * In both formats and every bodySize. `planned`: in the layouts that the planner takes. `forced`: in
 * each layout by a hint for all sections; slides that cannot be set in it are left out.
 */
export async function compareSlides(
  paths: readonly string[],
  theme: string,
  layouts: 'planned' | 'forced',
): Promise<Comparison[]> {
  const asked = layouts === 'forced' ? layoutNames : [undefined];
  const jobs = paths.flatMap((path) =>
    sizes.flatMap((size) => asked.map((layout): Job => ({ path, theme, size, layout }))),
  );
  const session = await openSession();
  const found: Comparison[] = [];
  try {
    for (const job of jobs) {
      const compared = await compareDeck(session, job);
      found.push(...compared.filter(({ layout }) => layout === (job.layout ?? layout)));
    }
  } finally {
    await session.close();
  }
  return found;
}

interface Job {
  readonly path: string;
  readonly theme: string;
  readonly size: Size;
  readonly layout: LayoutName | undefined;
}

async function compareDeck(session: Session, job: Job): Promise<Comparison[]> {
  const { path, size } = job;
  const folder = dirname(path);
  const { value } = await compile({
    notes: { path, text: readFileSync(path, 'utf8') },
    hints: { path: 'hints.yaml', text: hintsFor(job) },
    themeFiles: readThemeFiles,
    pictures: (url) => readPicture(url, { folder }),
    folder,
  });
  const { theme, plan, deck } = value;
  const measure = createMeasure(theme, (url) => readPicture(url, { folder }));
  const pages = await renderPages(deck, theme, { pictures: { folder } });
  const html = printDocument(deck, theme, pages);
  const heights = await heightsOf(session, html, theme);
  return plan.slides.flatMap((slide, index) => {
    const { body, layout, bodySize: planned, fill } = slide;
    if (!body) return [];
    const predict = (bodySize: BodySize): number => measure.box(body, theme.content.width, bodySize);
    return bodySizes.flatMap((bodySize): Comparison[] => {
      const real = heights[bodySize][index];
      if (!real) return [];
      return [
        {
          ...{
            path,
            theme: job.theme,
            size,
            layout,
            bodySize,
            slide: index + 1,
            title: slide.title?.text ?? '',
          },
          planned: bodySize === planned,
          predicted: predict(bodySize),
          rendered: real.content,
          isTooWide: real.isTooWide,
          room: Number.isFinite(fill) && fill > 0 ? predict(planned) / fill : real.room,
          realRoom: real.room,
        },
      ];
    });
  });
}

function hintsFor({ theme, size, layout }: Job): string {
  const sections = layout === undefined ? '' : `\nsections: { "**": { layout: ${layout} } }`;
  return `deck: { theme: ${theme}, size: "${size}" }${sections}\n`;
}

async function heightsOf(
  session: Session,
  html: string,
  { size }: Theme,
): Promise<Record<BodySize, readonly Heights[]>> {
  return session.withPage(async (page) => {
    await page.setViewport({ width: size.width, height: size.height });
    await page.emulateMediaType('print');
    await page.setContent(html, { waitUntil: 'load' });
    return (await page.evaluate(readHeights, [...bodySizes])) as Record<BodySize, readonly Heights[]>;
  });
}

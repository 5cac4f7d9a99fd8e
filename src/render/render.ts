import type { HandoutDocument, HandoutLayout, ScaledSlide } from '../browser/index.ts';
import type { Deck } from '../deck/index.ts';
import { type Diagnostic, EnvironmentError } from '../diagnostics/index.ts';
import type { Handout } from '../handout/index.ts';
import type { Theme } from '../theme/index.ts';
import { type Artifact, type Format, needsBrowser, printedFormats, type RenderStage } from './artifact.ts';
import { openSession, type PrintPage, type Session } from './browser/index.ts';
import { type Printer, type Rendered, type RenderJob, UnfinishedRender } from './job.ts';
import { type Pages, renderPages } from './pages.ts';
import { pictureFiles } from './pictures/index.ts';
import { pngPath } from './png-path.ts';
import { holdsPresenterNotes } from './presenter-notes.ts';
import { slideSpan } from './problems.ts';
import { removeStale, writeOutput } from './write-output.ts';

/** The record of one render while it goes on. */
interface Course {
  readonly deck: Deck;
  readonly job: RenderJob;
  readonly artifacts: Artifact[];
  readonly diagnostics: Diagnostic[];
  readonly milliseconds: Partial<Record<RenderStage, number>>;
  picture?: Uint8Array;
}

/**
 * Writes the deck in every format asked for. What needs no browser comes first and is written
 * even when there is none; then an `UnfinishedRender` is thrown.
 */
export async function render(deck: Deck, theme: Theme, job: RenderJob): Promise<Rendered> {
  const course: Course = { deck, job, artifacts: [], diagnostics: [], milliseconds: {} };
  const session = needsBrowser(job.formats) ? startSession(job) : undefined;
  try {
    const pages = await renderLight(deck, theme, course);
    if (session && pages) await renderInBrowser(session.printer, deck, theme, pages, course);
  } catch (error) {
    throw error instanceof EnvironmentError ? new UnfinishedRender(error, course) : error;
  } finally {
    await closeOwn(session);
  }
  const { artifacts, diagnostics, milliseconds, picture } = course;
  return { artifacts, diagnostics, milliseconds, ...(picture && { picture }) };
}

/** What comes out of the browser, and what shows slides at all. */
const shown: ReadonlySet<Format> = new Set(['html', ...printedFormats]);

/** The browser starts while Marp is at work. That it failed is told where it is waited for. */
function startSession({ session, browserPath }: RenderJob): Started {
  const own = session ? undefined : openSession(browserPath === undefined ? {} : { browserPath });
  const printer = Promise.resolve(session ?? (own as Promise<Session>));
  printer.catch(() => undefined);
  return { printer, own };
}

interface Started {
  readonly printer: Promise<Printer>;
  /** The same where nobody else keeps it. */
  readonly own: Promise<Session> | undefined;
}

async function closeOwn(session: Started | undefined): Promise<void> {
  const opened = await session?.own?.catch(() => undefined);
  await opened?.close();
}

async function renderLight(deck: Deck, theme: Theme, course: Course): Promise<Pages | undefined> {
  const { job } = course;
  if (job.formats.includes('marp')) {
    const markdown = job.marpMarkdown ?? deck.markdown;
    await timed(course, 'marp', () => write(course, 'marp', `${job.base}.marp.md`, markdown));
  }
  if (job.formats.includes('notes')) {
    const markdown = job.notesMarkdown ?? '';
    await timed(course, 'presenter-notes', () => write(course, 'notes', `${job.base}.notes.md`, markdown));
  }
  if (!job.formats.some((format) => shown.has(format))) return undefined;
  const pages = await timed(course, 'slides', () => renderPages(deck, theme, pagesOptions(job)));
  course.diagnostics.push(...pages.diagnostics);
  if (job.formats.includes('html')) {
    await timed(course, 'html', async () => {
      const { presentation } = await import('./html/presentation.ts');
      await write(course, 'html', `${job.base}.html`, await presentation(deck, theme, pages));
    });
  }
  return pages;
}

function pagesOptions({ notesFolder, fetched, notes }: RenderJob): Parameters<typeof renderPages>[2] {
  const pictures = { folder: notesFolder, ...(fetched && { fetched }) };
  return { pictures, ...(notes && { notes }) };
}

async function renderInBrowser(
  opening: Promise<Printer>,
  deck: Deck,
  theme: Theme,
  pages: Pages,
  course: Course,
): Promise<void> {
  const { job } = course;
  // Loading takes 0.2 s, in which the browser goes on starting.
  const loading = import('./print/index.ts');
  const sheets = settingOf(theme, pages, course);
  const [session, { openDocument, screenshot, screenshotFirst, printDocument, printPdf }] = await Promise.all(
    [timed(course, 'browser', () => opening), loading, sheets],
  );
  await session.withPage(async (page) => {
    const document = printDocument(deck, theme, pages);
    const scaled = await timed(course, 'fit', () => openDocument(page, document, theme.size));
    course.diagnostics.push(...scaled.map((slide) => scaledWarning(slide, deck, job)));
    if (job.formats.includes('pdf')) {
      const pdf = await timed(course, 'pdf', () => printPdf(page, deck, theme, job.pdfNotes));
      await write(course, 'pdf', `${job.base}.pdf`, pdf);
    }
    if (job.formats.includes('png')) {
      await timed(course, 'png', () =>
        writePictures(screenshot(page, theme, deck.slides.length, job.pngScale ?? 1), deck, course),
      );
    }
    if (job.pictureWidth) course.picture = await screenshotFirst(page, theme, job.pictureWidth);
    if (job.formats.includes('pptx')) await timed(course, 'pptx', () => writePptx(page, deck, theme, course));
    // Last: it takes the slides of the page apart.
    const setting = await sheets;
    if (setting) await timed(course, 'handout', () => writeHandout(page, setting, course));
  });
}

async function writePptx(page: PrintPage, deck: Deck, theme: Theme, course: Course): Promise<void> {
  const { pptx } = await import('./pptx/pptx.ts');
  await write(course, 'pptx', `${course.job.base}.pptx`, await pptx(page, deck, theme));
}

interface Setting {
  readonly handout: Handout;
  readonly document: HandoutDocument;
}

/** What a handout is printed from; nothing when none is asked for. */
async function settingOf(theme: Theme, pages: Pages, { job }: Course): Promise<Setting | undefined> {
  const { formats, handout } = job;
  if (!formats.includes('handout') || !handout) return undefined;
  const { handoutDocument } = await import('./handout/print-handout.ts');
  return { handout, document: await handoutDocument(handout, theme, pages, pagesOptions(job).pictures) };
}

async function writeHandout(page: PrintPage, { handout, document }: Setting, course: Course): Promise<void> {
  const { openHandout, printHandout } = await import('./handout/print-handout.ts');
  const layout = await openHandout(page, document, handout);
  course.diagnostics.push(...layout.shrunk.map((notes) => shrunkWarning(notes, course)));
  const pdf = await printHandout(page, course.deck, handout, layout);
  await write(course, 'handout', `${course.job.base}.handout.pdf`, pdf);
}

async function writePictures(pictures: AsyncIterable<Uint8Array>, deck: Deck, course: Course): Promise<void> {
  const { base, notesFolder } = course.job;
  const path = (number: number): string => pngPath(base, number);
  let number = 0;
  for await (const picture of pictures) {
    number += 1;
    await write(course, 'png', path(number), picture);
  }
  if (course.job.stalePictures === 'keep') return;
  await removeStale(path, number + 1, new Set(pictureFiles(deck, notesFolder)));
}

function scaledWarning({ slide, scale }: ScaledSlide, deck: Deck, { notes }: RenderJob): Diagnostic {
  const title = deck.slides[slide - 1]?.title;
  return {
    code: 'render/scaled',
    severity: 'warning',
    message: `slide ${slide}${title ? `, “${title}”,` : ''} was too full and is scaled to ${Math.floor(scale * 100)} %`,
    span: slideSpan(deck, slide - 1, notes),
    help: 'divide the section with a heading, or with `slides:` in the hints',
  };
}

function shrunkWarning(
  { slide, page, scale }: HandoutLayout['shrunk'][number],
  { deck, job }: Course,
): Diagnostic {
  return {
    code: 'render/scaled',
    severity: 'warning',
    message: `the notes of slide ${slide} hold a piece taller than a page and are scaled to ${Math.floor(scale * 100)} % on page ${page} of the handout`,
    span: slideSpan(deck, slide - 1, job.notes),
    help: 'divide the table row or the listing, or use larger paper',
  };
}

async function write(course: Course, ...[format, path, data]: Parameters<typeof writeOutput>): Promise<void> {
  const written = await (course.job.write ?? writeOutput)(format, path, data);
  const holds = holdsPresenterNotes(format, course.deck, course.job);
  const artifact: Artifact = holds ? { ...written, presenterNotes: true } : written;
  course.artifacts.push(artifact);
  course.job.onProgress?.({ kind: 'artifact', artifact });
}

async function timed<T>(course: Course, stage: RenderStage, work: () => Promise<T>): Promise<T> {
  course.job.onProgress?.({ kind: 'stage', stage });
  const start = performance.now();
  try {
    return await work();
  } finally {
    course.milliseconds[stage] = Math.round(performance.now() - start);
  }
}

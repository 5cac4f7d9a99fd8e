import type { ScaledSlide } from '../browser/index.ts';
import type { Deck } from '../deck/index.ts';
import { type Diagnostic, EnvironmentError } from '../diagnostics/index.ts';
import type { Theme } from '../theme/index.ts';
import type { Artifact, Format, RenderStage } from './artifact.ts';
import { openSession, type PrintPage, type Session } from './browser/index.ts';
import {
  needsBrowser,
  type OutputFormat,
  outputFormats,
  type PreparedWrite,
  pagesOptions,
  type RenderContext,
} from './formats.ts';
import { type PagePrinter, type Rendered, type RenderJob, UnfinishedRender } from './job.ts';
import { type Pages, renderPages } from './pages.ts';
import { slideSpan } from './problems.ts';
import { writeOutput } from './write-output.ts';

/** One render while it goes on, with what it has made so far. */
interface RunningRender extends RenderContext {
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
  const running = startRender(deck, theme, job);
  const session = needsBrowser(job.formats) ? startSession(job) : undefined;
  try {
    const pages = await renderWithoutBrowser(running);
    if (session && pages) await renderInBrowser(session.printer, pages, running);
  } catch (error) {
    throw error instanceof EnvironmentError ? new UnfinishedRender(error, running) : error;
  } finally {
    await closeOwn(session);
  }
  const { artifacts, diagnostics, milliseconds, picture } = running;
  return { artifacts, diagnostics, milliseconds, ...(picture && { picture }) };
}

function startRender(deck: Deck, theme: Theme, job: RenderJob): RunningRender {
  const [artifacts, diagnostics]: [Artifact[], Diagnostic[]] = [[], []];
  const hasNotes = deck.slides.some(({ presenterNotes }) => presenterNotes !== '');
  return {
    ...{ deck, theme, job, artifacts, diagnostics, milliseconds: {} },
    async write(format, path, data) {
      const written = await (job.write ?? writeOutput)(format, path, data);
      const holds = hasNotes && outputFormats[format].holdsPresenterNotes(job);
      const artifact: Artifact = holds ? { ...written, presenterNotes: true } : written;
      artifacts.push(artifact);
      job.onProgress?.({ kind: 'artifact', artifact });
    },
    report: (problems) => void diagnostics.push(...problems),
  };
}

/** The browser starts while Marp is at work. That it failed is reported where it is waited for. */
function startSession({ session, browserPath }: RenderJob): StartedSession {
  const own = session ? undefined : openSession({ browserPath });
  const printer = Promise.resolve(session ?? (own as Promise<Session>));
  printer.catch(() => undefined);
  return { printer, own };
}

interface StartedSession {
  readonly printer: Promise<PagePrinter>;
  /** The same where nobody else keeps it. */
  readonly own: Promise<Session> | undefined;
}

async function closeOwn(session: StartedSession | undefined): Promise<void> {
  const opened = await session?.own?.catch(() => undefined);
  await opened?.close();
}

/** The formats asked for that need the same, in the order of the table. */
function asked<Needs extends OutputFormat['needs']>(
  { job }: RenderContext,
  needs: Needs,
): (readonly [Format, OutputFormat & { readonly needs: Needs }])[] {
  const rows = Object.entries(outputFormats) as [Format, OutputFormat][];
  return rows.flatMap(([name, format]) =>
    job.formats.includes(name) && isNeeding(format, needs) ? [[name, format] as const] : [],
  );
}

function isNeeding<Needs extends OutputFormat['needs']>(
  format: OutputFormat,
  needs: Needs,
): format is OutputFormat & { readonly needs: Needs } {
  return format.needs === needs;
}

/** Returns undefined where no format shows slides. */
async function renderWithoutBrowser(running: RunningRender): Promise<Pages | undefined> {
  const { deck, theme, job } = running;
  for (const [name, format] of asked(running, 'deck')) {
    await timed(running, stageOf(name), () => format.write(running));
  }
  const html = asked(running, 'slides');
  if (html.length === 0 && !needsBrowser(job.formats)) return undefined;
  const pages = await timed(running, 'slides', () => renderPages(deck, theme, pagesOptions(job)));
  running.report(pages.diagnostics);
  for (const [name, format] of html) {
    await timed(running, stageOf(name), () => format.write(running, pages));
  }
  return pages;
}

async function renderInBrowser(
  opening: Promise<PagePrinter>,
  pages: Pages,
  running: RunningRender,
): Promise<void> {
  const { deck, theme, job } = running;
  const formats = asked(running, 'browser').sort(
    ([, a], [, b]) => Number(a.isLast ?? 0) - Number(b.isLast ?? 0),
  );
  // Loading takes 0.2 s, in which the browser goes on starting.
  const loading = import('./print/index.ts');
  const preparing = Promise.all(formats.map(([, format]) => prepared(format, running, pages)));
  const all = [timed(running, 'browser', () => opening), loading, preparing] as const;
  // Where no browser starts, nothing goes on behind the failure.
  const [session, { openDocument, screenshotFirst, printDocument }, writes] = await Promise.all(all).finally(
    () => Promise.allSettled(all),
  );
  await session.withPage(async (page) => {
    const document = printDocument(deck, theme, pages);
    const scaled = await timed(running, 'fit', () => openDocument(page, document, theme.size));
    running.report(scaled.map((slide) => scaledWarning(slide, deck, job)));
    if (job.pictureWidth) running.picture = await screenshotFirst(page, theme, job.pictureWidth);
    for (const [at, [name]] of formats.entries()) {
      await timed(running, stageOf(name), async () => writes[at]?.(page));
    }
  });
}

async function prepared(
  { prepare, write }: OutputFormat & { readonly needs: 'browser' },
  running: RunningRender,
  pages: Pages,
): Promise<PreparedWrite> {
  return prepare ? prepare(running, pages) : (page: PrintPage) => write?.(running, page) ?? Promise.resolve();
}

function stageOf(format: Format): RenderStage {
  return format === 'notes' ? 'presenter-notes' : format;
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

async function timed<T>(running: RunningRender, stage: RenderStage, work: () => Promise<T>): Promise<T> {
  running.job.onProgress?.({ kind: 'stage', stage });
  const start = performance.now();
  try {
    return await work();
  } finally {
    running.milliseconds[stage] = Math.round(performance.now() - start);
  }
}

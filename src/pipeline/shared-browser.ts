import { type Format, needsBrowser, openSession, type PagePrinter, type Session } from '../render/index.ts';

/** One browser for all notes files of a build, started when the first needs it. */
export interface SharedBrowser {
  /** Undefined when none of the formats needs a browser. Rejects when the browser did not start. */
  sessionFor(formats: readonly Format[]): Promise<PagePrinter> | undefined;
  /** After a failure: the next notes file gets a new browser, unless none starts, which is tried once. */
  giveUp(): Promise<void>;
  close(): Promise<void>;
}

export function shareBrowser(browserPath: string | undefined): SharedBrowser {
  let current: Lent | undefined;
  const giveUp = async (): Promise<void> => {
    const given = current;
    if (!given || !(await given.hasStarted)) return;
    if (current === given) current = undefined;
    await given.retire();
  };
  return {
    sessionFor(formats) {
      if (!needsBrowser(formats)) return undefined;
      current ??= lend(openSession({ browserPath }));
      return current.printer;
    },
    giveUp,
    async close() {
      const given = current;
      current = undefined;
      await given?.end();
    },
  };
}

/** A session of which it is known how many pages are in use. */
interface Lent {
  readonly printer: Promise<PagePrinter>;
  readonly hasStarted: Promise<boolean>;
  /** Ends it as soon as nobody prints with it. */
  retire(): Promise<void>;
  end(): Promise<void>;
}

function lend(opening: Promise<Session>): Lent {
  let pages = 0;
  let isRetired = false;
  const end = async (): Promise<void> => (await opening.catch(() => undefined))?.close();
  const withPage = (session: Session): PagePrinter['withPage'] => {
    return async (use) => {
      pages += 1;
      try {
        return await session.withPage(use);
      } finally {
        pages -= 1;
        if (isRetired && pages === 0) await session.close();
      }
    };
  };
  const printer = opening.then((session) => ({ withPage: withPage(session) }));
  const hasStarted = printer.then(
    () => true,
    () => false,
  );
  return {
    printer,
    hasStarted,
    end,
    async retire() {
      isRetired = true;
      if (pages === 0) await end();
    },
  };
}

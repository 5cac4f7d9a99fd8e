import { type Format, openSession, type Session } from '../render/index.ts';

/** One browser for all notes files of a build, started when the first needs it. */
export interface SharedBrowser {
  /** Nothing when none of the formats needs a browser. A failed start is told to whoever waits for it. */
  sessionFor(formats: readonly Format[]): Promise<Session> | undefined;
  /** After a failure: the next notes file gets a new browser. */
  giveUp(): Promise<void>;
  close(): Promise<void>;
}

const printed: ReadonlySet<Format> = new Set(['pdf', 'handout', 'png']);

export function shareBrowser(browserPath: string | undefined): SharedBrowser {
  let opening: Promise<Session> | undefined;
  const close = async (): Promise<void> => {
    const session = await opening?.catch(() => undefined);
    opening = undefined;
    await session?.close();
  };
  return {
    sessionFor(formats) {
      if (!formats.some((format) => printed.has(format))) return undefined;
      opening ??= openSession(browserPath === undefined ? {} : { browserPath });
      return opening;
    },
    giveUp: close,
    close,
  };
}

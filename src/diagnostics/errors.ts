/** What the environment cannot do, to branch on. */
export type EnvironmentCode =
  | 'browser/not-found'
  | 'browser/not-started'
  | 'browser/stopped'
  | 'files/not-read'
  | 'files/not-written'
  | 'files/not-watched'
  | 'output/too-large';

/**
 * The environment cannot do what was asked: no browser, no permission, disk full.
 * Not the user's text and not a bug. Caught in `cli`, exit code 2.
 */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly code: EnvironmentCode;
  /** What the user can do about it, one line or several. */
  readonly remedy: string;

  constructor(code: EnvironmentCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * The call itself asks for something that cannot be: an unknown option, two notes with one
 * output. Nothing was read or written. Exit code 1.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to write instead. */
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

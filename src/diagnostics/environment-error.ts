/**
 * The environment cannot do what was asked: no browser, no permission, disk full.
 * Not the user's text and not a bug. Caught in `cli`, exit code 2.
 */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  /** What the user can do about it, one line or several. */
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

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

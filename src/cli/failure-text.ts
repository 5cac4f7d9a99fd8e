import type { EnvironmentError } from '../diagnostics/index.ts';
import type { UsageError } from '../usage-error.ts';

/** The message, and below it every line of the way out. */
export function failureText({ message, remedy }: UsageError | EnvironmentError): string {
  return `lectern: ${message}\n${remedy.replaceAll(/^(?=.)/gm, '  ')}\n`;
}

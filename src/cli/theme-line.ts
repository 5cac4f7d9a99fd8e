import type { Flags } from './arguments.ts';

/** What a command of themes is called with: the words after its own, and the options. */
export interface ThemeRequestLine {
  readonly name: string | undefined;
  readonly flags: Flags;
}

import type { BuildOptions } from '../built.ts';

/** What all talks of a library have in common. */
export interface Library {
  readonly cwd: string;
  /** Absolute: where the notes are, and where the site is. */
  readonly folder: string;
  readonly site: string;
  readonly options: BuildOptions;
}

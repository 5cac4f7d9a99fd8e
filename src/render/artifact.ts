/** A format that `build` writes, as `--to` names it. */
export const formats = ['html', 'pdf', 'marp', 'png'] as const;
export type Format = (typeof formats)[number];

/** One file that was written. */
export interface Artifact {
  readonly format: Format;
  readonly path: string;
  readonly bytes: number;
}

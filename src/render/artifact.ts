import type { SizeByKind } from './size-by-kind.ts';

/** A format that `build` writes, as `--to` names it. */
export const formats = ['html', 'pdf', 'handout', 'notes', 'marp', 'png', 'pptx'] as const;
export type Format = (typeof formats)[number];

/** What comes out of the browser. */
export const printedFormats: readonly Format[] = ['pdf', 'handout', 'png', 'pptx'];

export function needsBrowser(formats: readonly Format[]): boolean {
  return formats.some((format) => printedFormats.includes(format));
}

/** One file that was written. */
export interface Artifact {
  readonly format: Format;
  readonly path: string;
  readonly bytes: number;
  /** What an HTML file's bytes are for. */
  readonly sizes?: SizeByKind;
  /** The presenter notes are in it: not for everyone. */
  readonly presenterNotes?: true;
}

/** A step of rendering, as progress and timing name it. */
export type RenderStage =
  | 'slides'
  | 'html'
  | 'marp'
  | 'browser'
  | 'fit'
  | 'pdf'
  | 'handout'
  | 'presenter-notes'
  | 'png'
  | 'pptx';

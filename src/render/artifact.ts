/** A format that `build` writes, as `--to` names it. */
export const formats = ['html', 'pdf', 'handout', 'notes', 'marp', 'png', 'pptx', 'pptx-pictures'] as const;
export type Format = (typeof formats)[number];

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
  | 'pptx'
  | 'pptx-pictures';

/** Bytes of an HTML file by what they are for. Their sum is the file's size. */
interface SizeByKind {
  readonly fonts: number;
  readonly pictures: number;
  readonly scripts: number;
  readonly styles: number;
  readonly slides: number;
}

/** One look at the page, in linear time. Fonts and pictures inside styles count as fonts and pictures. */
export function sizeByKind(html: string): SizeByKind {
  const size = { fonts: 0, pictures: 0, scripts: 0, styles: 0 };
  const add = (kind: keyof typeof size, text: string): string => {
    size[kind] += Buffer.byteLength(text);
    return '';
  };
  const rest = html
    .replace(/data:(font|image)\/[\w.+-]+[^"')\s]*/g, (text, type) =>
      add(type === 'font' ? 'fonts' : 'pictures', text),
    )
    .replace(/<script\b[\s\S]*?<\/script>/g, (text) => add('scripts', text))
    .replace(/<style\b[\s\S]*?<\/style>/g, (text) => add('styles', text));
  return { ...size, slides: Buffer.byteLength(rest) };
}

/**
 * The date that files bear. The same slides give the same bytes where `SOURCE_DATE_EPOCH` is set
 * (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function buildDate(): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}

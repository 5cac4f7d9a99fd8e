// The elements that the drawings of contents are made of. Their colours are tokens by name, so that they go with the slide's
// ground, and a picture of the drawing can carry them.
import { escapeHtml } from '../../../escape.ts';
import { px } from '../../chart/chart.ts';

/** Where something is drawn, and in what. Lengths in px. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Of the labels. */
  readonly size: number;
  /** Of what is said in passing: dates, ends of axes. */
  readonly small: number;
  readonly lang: string;
  textWidth(text: string, weight?: 'normal' | 'strong', size?: number): number;
}

/** Its elements, and how much of the sheet's height they take. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

export interface SheetPoint {
  readonly x: number;
  readonly y: number;
}

interface Look {
  readonly size: number;
  readonly weight?: 'strong';
  /** A token; `ink` without it. */
  readonly fill?: 'ink' | 'quiet' | 'highlight';
  readonly anchor?: 'middle' | 'end';
  /** Lines that run behind it end beside its letters. */
  readonly isOver?: true;
}

/** Height of a line, and from the middle of its letters to their baseline, by their size. */
export const lineHeight = 1.22;
export const toBaseline = 0.34;

/** `at` is on the baseline. */
export function label(text: string, at: SheetPoint, look: Look): string {
  return labels([text], at, look);
}

/** One text on lines below each other; `at` is on the baseline of the first. */
export function labels(
  lines: readonly string[],
  at: SheetPoint,
  { size, weight, fill = 'ink', anchor, isOver }: Look,
): string {
  if (lines.join('') === '') return '';
  const bold = weight ? ' font-weight="var(--strong-weight)"' : '';
  const halo = isOver ? ' paint-order="stroke" stroke="var(--ground)" stroke-width="8"' : '';
  const from = anchor ? ` text-anchor="${anchor}"` : '';
  const [only, ...others] = lines.map(escapeHtml);
  const words =
    others.length === 0
      ? only
      : [only, ...others]
          .map(
            (line, row) => `<tspan x="${px(at.x)}" y="${px(at.y + row * size * lineHeight)}">${line}</tspan>`,
          )
          .join('');
  return `<text x="${px(at.x)}" y="${px(at.y)}" font-size="${px(size)}"${bold}${from}${halo} fill="var(--${fill})">${words}</text>`;
}

/** `fill` is a token. */
export function filled(
  { x, y, width, height }: SheetPoint & Readonly<Record<'width' | 'height', number>>,
  fill: 'bar' | 'highlight' | 'field',
): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="var(--${fill})" />`;
}

/** The outline of a box: what is over, or is not there. */
export function frame({
  x,
  y,
  width,
  height,
}: SheetPoint & Readonly<Record<'width' | 'height', number>>): string {
  return `<rect x="${px(x + 1)}" y="${px(y + 1)}" width="${px(Math.max(1, width - 2))}" height="${px(height - 2)}" fill="none" stroke="var(--bar)" stroke-width="2" />`;
}

/** A line from point to point. */
export function stroke(
  points: readonly SheetPoint[],
  token: 'rule' | 'bar' | 'ink' | 'highlight',
  width = 2,
): string {
  const d = points.map(({ x, y }) => `${px(x)} ${px(y)}`).join('L');
  return `<path d="M${d}" fill="none" stroke="var(--${token})" stroke-width="${width}" />`;
}

/** Words in lines of at most this width; undefined where a word is wider. */
export function wrapped(
  text: string,
  width: number,
  { textWidth }: Sheet,
  weight: 'normal' | 'strong' = 'normal',
  size?: number,
): readonly string[] | undefined {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (textWidth(word, weight, size) > width) return undefined;
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, weight, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The title of a drawing at its top, and how much of the height it takes. */
export function titled(title: { readonly text: string } | undefined, { small }: Sheet): Drawn {
  if (!title) return { svg: '', height: 0 };
  return { svg: label(title.text, { x: 0, y: small }, { size: small, fill: 'quiet' }), height: small * 2 };
}

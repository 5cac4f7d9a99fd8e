// Addresses of pictures as file managers give them: with spaces, and with the backslashes of Windows.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import type { TextLine } from '../markdown/source-lines.ts';

const picture =
  /!\[(?:[^[\]\\]|\\.)*\]\(([^()<>"\r\n]*\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?))(?:[ \t]+"[^"\r\n]*")?\)/gi;

/** Such an address between `<` and `>`, with slashes. */
export function pictureEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap(({ text, start, isPlain }) =>
    !isPlain
      ? []
      : [...text.matchAll(picture)].flatMap(({ 0: whole, 1: address = '', index }): Edit[] => {
          const isInCode = (text.slice(0, index).match(/`/g)?.length ?? 0) % 2 === 1;
          if (isInCode || !/[ \\]/.test(address.trim()) || /^[a-z]+:\/\//i.test(address)) return [];
          const from = start + index + whole.indexOf(address, whole.indexOf(']('));
          const parts = ['<', ...withSlashes(address, from), '>'];
          return [{ start: from, end: from + address.length, parts }];
        }),
  );
}

/** The pieces between backslashes, and a slash for each; two in a row are one. */
function withSlashes(address: string, from: number): (string | WrittenRange)[] {
  const parts: (string | WrittenRange)[] = [];
  let done = 0;
  for (const {
    0: { length },
    index,
  } of address.matchAll(/\\+/g)) {
    parts.push({ start: from + done, end: from + index }, '/');
    done = index + length;
  }
  return [...parts, { start: from + done, end: from + address.length }];
}

/** A picture of one pixel, which programs leave in place of one that they could not take along. */
const pixel = /^data:image\/(?:png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB|gif;base64,R0lGOD[ld]hAQABA)/;

export function isPixel(url: string): boolean {
  return pixel.test(url);
}

import type { Notes } from '../notes.ts';

/** A part of the text, and what stands in its place. */
type Blank = Notes['leftOut'][number] & { readonly instead?: string };

/** The text with spaces in place of its parts, which are in order: as long as it was, with the same lines. */
export function blanked(text: string, parts: readonly Blank[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, instead = '' } of parts) {
    const fits = instead.length <= end - start;
    const rest = text.slice(fits ? start + instead.length : start, end).replace(/[^\r\n]/g, ' ');
    pieces.push(text.slice(from, start), fits ? instead : '', rest);
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

import type { Hints } from '../../hints/index.ts';

/** Whether a handout as it is asked for has presenter notes. Six and nine slides a page stand alone. */
export function printsNotes({ handout }: Hints): boolean {
  const { notes = 'presenter', perPage = 3 } = handout;
  return perPage <= 4 && (notes === 'presenter' || notes === 'full');
}

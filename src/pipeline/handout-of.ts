import type { Compiled } from '../compile.ts';
import { type Handout, makeHandout } from '../handout/index.ts';
import type { HandoutHints } from '../hints/index.ts';
import type { BuildOptions } from './built.ts';

/** The handout as the hints ask for it, and before them the call. */
export function handoutOf(
  { plan, notes, hints }: Pick<Compiled, 'plan' | 'notes' | 'hints'>,
  { handout, ink, presenterNotes }: Pick<BuildOptions, 'handout' | 'ink' | 'presenterNotes'>,
): Handout {
  const asked: HandoutHints = { ...hints.handout, ...handout };
  // The notes in full hold what goes to the presenter notes too.
  const tellsTooMuch = presenterNotes === 'leave-out' && asked.notes === 'full';
  const safe: HandoutHints = tellsTooMuch ? { ...asked, notes: 'lines' } : asked;
  return makeHandout({ plan, notes, hints: safe, ...(ink && { ink }) });
}

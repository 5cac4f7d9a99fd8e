import { fold, foldWords, splitOrdinal } from './fold.ts';
import type { Unit } from './units.ts';

/**
 * The units that begin with these words. One whose whole text they are counts for more than
 * those they only begin; "words [2]" is the second that begins with them.
 */
export function findUnits(words: string, units: readonly Unit[]): readonly Unit[] {
  const name = foldWords(words);
  if (name === '') return [];
  const found = beginningWith(name, units);
  const whole = found.filter(({ folded }) => folded === name);
  if (whole.length === 1) return whole;
  return found.length > 0 ? found : byOrdinal(name, units);
}

/** The same for words that are folded already, without numbers. */
export function beginningWith(folded: string, units: readonly Unit[]): readonly Unit[] {
  return units.filter((unit) => unit.folded.startsWith(folded));
}

function byOrdinal(name: string, units: readonly Unit[]): readonly Unit[] {
  const numbered = splitOrdinal(name);
  if (!numbered) return [];
  return beginningWith(fold(numbered.name), units).slice(numbered.ordinal - 1, numbered.ordinal);
}

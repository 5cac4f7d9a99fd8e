import { cutAtWord } from './cut-at-word.ts';
import { findUnits } from './find-unit.ts';
import type { Unit } from './units.ts';

/** As few of its first words as name this unit and no other; its number where the texts are equal. */
export function unitName(unit: Unit, units: readonly Unit[]): string | undefined {
  return candidates(unit, units).find((words) => {
    const found = findUnits(words, units);
    return found.length === 1 && found[0] === unit;
  });
}

function candidates(unit: Unit, units: readonly Unit[]): readonly string[] {
  const openings = [24, 48, 96, 300].map((length) => cutAtWord(unit.text, length));
  const [, , , longest = ''] = openings;
  const number = findUnits(longest, units).indexOf(unit) + 1;
  return [...openings, `${longest} [${number}]`];
}

import { measureFormula } from './formula.ts';
import type { Place } from './place.ts';
import type { Setting } from './setting.ts';

/** KaTeX's own line height, in its font size (1.21 of the text's). */
const lineHeight = 1.2 * 1.21;

/** Letters of other fonts in it may make its line a little taller than KaTeX reckons, em. */
const slack = 0.12;

/** A formula on a line of its own. It is never wrapped; one that is too wide is scaled in the page. */
export function formulaHeight({ number }: Setting, tex: string, { style }: Place): number {
  const pieces = measureFormula(tex, 'display', style.size);
  const above = Math.max(...pieces.map((piece) => piece.above));
  const below = Math.max(...pieces.map((piece) => piece.below));
  return Math.max(above + below + slack * style.size, lineHeight * style.size) + 2 * number('--math-padding');
}

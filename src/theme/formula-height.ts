import { measureFormula } from './formula.ts';
import type { Place } from './place.ts';
import { type Setting, textHeight } from './setting.ts';

/** A formula on a line of its own. It is never wrapped; one that is too wide is scaled in the page. */
export function formulaHeight(setting: Setting, tex: string, { style, width }: Place): number {
  const pieces = measureFormula(tex, 'display', style.size);
  if (!pieces) return textHeight(setting, [{ type: 'text', value: tex }], style, width);
  const above = Math.max(...pieces.map((piece) => piece.above));
  const below = Math.max(...pieces.map((piece) => piece.below));
  return above + below + 2 * setting.number('--math-padding');
}

import type { Theme } from './theme.ts';
import { themeLetters } from './theme-letters.ts';

/** Width of a text on one line in the body's font, px; `size` in px. */
export type TextWidth = (text: string, size: number, weight: 'normal' | 'strong') => number;

/** For what is drawn in a place that has to be known beforehand. */
export function createTextWidth(theme: Theme): TextWidth {
  const { family, weight: normal } = theme.densities.normal.body;
  const strong = theme.numbers.normal.get('--strong-weight') ?? 700;
  const lettersOf = themeLetters(theme);
  return (text, size, weight) => {
    const style = { family, weight: weight === 'strong' ? strong : normal, italic: false, size, tracking: 0 };
    const letters = lettersOf({ ...style, figures: 'tabular' });
    const words = text.split(/ +/);
    const spaces = (words.length - 1) * letters.space('', '');
    return words.reduce((sum, word) => sum + letters.width(word), spaces);
  };
}

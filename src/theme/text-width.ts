import type { Theme } from './theme.ts';
import { themeTextMetrics } from './theme-text-metrics.ts';

/** Width of a text on one line in the body's font, px; `size` in px. */
export type TextWidth = (text: string, size: number, weight: 'normal' | 'strong') => number;

/** For what is drawn in a place that has to be known beforehand. */
export function createTextWidth(theme: Theme): TextWidth {
  const { family, weight: normal } = theme.bodySizes.sm.body;
  const strong = theme.numbers.sm.get('--strong-weight') ?? 700;
  const textMetrics = themeTextMetrics(theme);
  return (text, size, weight) => {
    const style = { family, weight: weight === 'strong' ? strong : normal, italic: false, size, tracking: 0 };
    const letters = textMetrics({ ...style, figures: 'tabular' });
    const words = text.split(/ +/);
    const spaces = (words.length - 1) * letters.space('', '');
    return words.reduce((sum, word) => sum + letters.width(word), spaces);
  };
}

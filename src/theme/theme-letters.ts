import { codeFontOf } from './inline-rules.ts';
import { createLetters, type LettersOf } from './letters.ts';
import type { Theme } from './theme.ts';

/** The letters of a theme, for all that is measured in it. */
export function themeLetters(theme: Theme): LettersOf {
  return createLetters(theme.metrics, codeFontOf(theme));
}

import { codeFontOf } from './inline-rules.ts';
import { createTextMetrics, type TextMetrics } from './text-metrics.ts';
import type { Theme } from './theme.ts';

/** The letters of a theme, for all that is measured in it. */
export function themeTextMetrics(theme: Theme): TextMetrics {
  return createTextMetrics(theme.metrics, codeFontOf(theme));
}

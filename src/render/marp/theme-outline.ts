import type { Theme } from '../../theme/index.ts';

/**
 * A stylesheet with all that Marp needs of the theme to make the slides' HTML: the remarks in its
 * comments (`@theme`, `@size` …; the last one counts) and the slide's size.
 */
export function themeOutline({ name, size, stylesheets }: Theme): string {
  const remarks = stylesheets.flatMap(({ css }) => css.match(/\/\*[\s\S]*?\*\//g) ?? []);
  return `${remarks.join('\n')}
/* @theme ${name} */
section { width: ${size.width}px; height: ${size.height}px }`;
}

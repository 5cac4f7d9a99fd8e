import type { Diagnostic, Span } from '../../diagnostics/index.ts';
import { findDeclaration } from '../cascade.ts';
import type { Theme } from '../theme.ts';
import { contrast, contrastText, cssColour, readableOn } from './colour.ts';
import { bodyContrast } from './palette.ts';
import { tokenRemedy, type WrittenToken } from './written-token.ts';

/** Which colours meet in the layouts: text, and what may be behind it. */
const pairs: readonly (readonly [token: string, behind: readonly string[]])[] = [
  ['text', ['background', 'surface', 'tint']],
  ['muted', ['background', 'surface']],
  ['accent', ['background', 'surface', 'tint']],
  ['on-accent', ['accent-fill']],
  ['on-strong', ['strong']],
  ['on-second', ['second']],
];

/**
 * A warning for each colour of text that cannot be read on what is behind it, by the tokens alone.
 * What a theme's own rules do to single layouts is checked by `lectern theme check`.
 */
export function checkColours(theme: Theme, written: readonly WrittenToken[]): Diagnostic[] {
  const colourOf = (name: string): string | undefined => cssColour(theme.tokens.get(`--${name}`) ?? '');
  return pairs.flatMap(([token, behind]) => {
    const colour = colourOf(token);
    const grounds = behind.flatMap((name) => colourOf(name) ?? []);
    if (!colour || grounds.length === 0) return [];
    const worst = grounds.sort((a, b) => contrast(colour, a) - contrast(colour, b))[0] ?? colour;
    if (contrast(colour, worst) >= bodyContrast) return [];
    const better = readableOn(colour, grounds, bodyContrast);
    const span = whereSet(token, theme, written);
    return [
      {
        code: 'theme/contrast',
        severity: 'warning',
        message: `text in \`${token}\` (${colour}) has a contrast of ${contrastText(colour, worst)} with \`${worst}\` behind it; it needs ${bodyContrast}:1`,
        span,
        help: better
          ? `write \`${tokenRemedy(token, better, span)}\``
          : `no \`${token}\` reads on all of ${grounds.join(', ')}: bring these nearer to one another`,
      },
    ];
  });
}

/** The token's own place, or that of the colours it is mixed from. */
function whereSet(token: string, theme: Theme, written: readonly WrittenToken[]): Span {
  const given = [token, 'text', 'background', 'accent'].flatMap((name) =>
    written.filter((each) => each.name === name).map(({ span }) => span),
  );
  return given[0] ?? findDeclaration(theme, token);
}

import { measureFormula } from './formula.ts';
import type { InlineRules } from './inline-content.ts';
import type { InlineObject } from './inline-object.ts';
import type { LetterStyle } from './letters.ts';
import type { Picture, Pictures } from './picture.ts';
import { familyName } from './text-styles.ts';
import type { Theme } from './theme.ts';

/** Sizes of `small`, `sub` and `sup` that `themes/base.css` sets, in the size of the text around. */
const smallScale = 0.85;
const scriptScale = 0.7;

export function inlineRules(
  theme: Theme,
  numbers: ReadonlyMap<string, number>,
  pictures: Pictures,
): InlineRules {
  const limit = {
    width: theme.content.width,
    height: numbers.get('--picture-height') ?? theme.content.height,
  };
  return {
    codeFont: familyName(theme.tokens.get('--code-font') ?? 'monospace'),
    codeScale: numbers.get('--inline-code-scale') ?? 1,
    codePadding: numbers.get('--inline-code-padding') ?? 0,
    strongWeight: numbers.get('--strong-weight') ?? 700,
    smallScale,
    scriptScale,
    image: (url, alt, style) => inlinePicture(pictures(url), alt, style, limit),
    math: (tex, style) => measureFormula(tex, 'inline', style.size),
  };
}

/** A picture among words stands with its middle at the middle of small letters. */
function inlinePicture(
  picture: Picture,
  alt: string,
  style: LetterStyle,
  limit: { readonly width: number; readonly height: number },
): InlineObject {
  const halfOfSmallLetter = style.size * 0.25;
  if (picture.status !== 'found') {
    return { width: (alt.length + 4) * 0.6 * style.size, above: style.size * 1.2, below: style.size * 0.5 };
  }
  const { width, height } = fitPicture(picture, limit.width, limit.height);
  return { width, above: height / 2 + halfOfSmallLetter, below: height / 2 - halfOfSmallLetter };
}

/** Its natural size, or smaller in proportion; never larger. */
export function fitPicture(
  natural: { readonly width: number; readonly height: number },
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, width / natural.width, height / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}

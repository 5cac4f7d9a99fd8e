import { measureFormula } from './formula.ts';
import type { InlineObject, InlineRules } from './inline-content.ts';
import type { TextFace } from './text-metrics.ts';
import { codeFamily } from './text-styles.ts';
import type { Pictures, Theme } from './theme.ts';

/** Sizes of `small`, `sub` and `sup` that `themes/base.css` sets, in the size of the text around. */
const smallScale = 0.85;
const scriptScale = 0.7;

export function inlineRules(
  theme: Theme,
  numbers: ReadonlyMap<string, number>,
  pictures: Pictures,
): InlineRules {
  const tallest = numbers.get('--picture-height') ?? theme.content.height;
  return {
    codeFont: codeFamily(theme.tokens.get('--code-font')),
    codeScale: numbers.get('--inline-code-scale') ?? 1,
    codePadding: numbers.get('--inline-code-padding') ?? 0,
    strongWeight: numbers.get('--strong-weight') ?? 700,
    smallScale,
    scriptScale,
    ruleWidth: numbers.get('--rule-width') ?? 0,
    image: (url, style) => {
      const picture = pictures(url);
      return picture.status === 'found' ? inlinePicture(picture, style, tallest) : undefined;
    },
    math: (tex, style) => measureFormula(tex, 'inline', style.size),
  };
}

/** A picture stands in a line with its middle at the middle of lowercase letters. */
function inlinePicture(picture: Size, style: TextFace, tallest: number): InlineObject {
  const middleOfLowercase = style.size * 0.25;
  const within = (room: number): InlineObject => {
    const { width, height } = fitPicture(picture, room, tallest);
    const half = height / 2;
    return { width, above: half + middleOfLowercase, below: half - middleOfLowercase, fit: within };
  };
  return within(Number.POSITIVE_INFINITY);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Its natural size, or smaller in proportion; never larger. */
function fitPicture(natural: Size, width: number, height: number): Size {
  const scale = Math.min(1, width / natural.width, height / natural.height);
  return { width: natural.width * scale, height: natural.height * scale };
}

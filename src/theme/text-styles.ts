import type { Diagnostic } from '../diagnostics/index.ts';
import { unescapeCss } from '../escape.ts';
import { type SpaceToken, type StyleName, spaceTokens, styleNames } from '../layouts/index.ts';
import type { Cascade } from './cascade.ts';
import type { Value } from './evaluate.ts';
import { codeSymbolFont, type FontFace, type FontLibrary, matchWeight, symbolFont } from './fonts.ts';
import type { BodySize, TextStyle } from './theme.ts';

const inHeadingFont: ReadonlySet<StyleName> = new Set([
  'title',
  'cover',
  'divider',
  'figure',
  'hero-xxl',
  'hero-xl',
  'hero-lg',
  'hero-md',
  'hero-sm',
  'statement',
  'statement-roomy',
  'quote',
  'quote-roomy',
  'head',
  'date',
  'point',
  'lead',
  'numeral',
]);

type TokenValues = ReadonlyMap<string, Value>;

/**
 * Each text style from `--NAME-size`, `-line`, `-weight`, `-tracking`, `-font` and `-style`.
 * What is not set: the body's weight, no tracking, upright, a line of 1.3 em.
 */
export function readTextStyles(values: TokenValues): Record<StyleName, TextStyle> {
  return Object.fromEntries(styleNames.map((name) => [name, textStyle(name, values)])) as Record<
    StyleName,
    TextStyle
  >;
}

function textStyle(name: StyleName, values: TokenValues): TextStyle {
  const number = (part: string): number | undefined => values.get(`--${name}-${part}`)?.number;
  const size = number('size') ?? values.get('--body-size')?.number ?? 28;
  return {
    family: fontOf(name, values),
    weight: number('weight') ?? values.get('--body-weight')?.number ?? 400,
    italic: /^(?:italic|oblique)/.test(values.get(`--${name}-style`)?.text ?? ''),
    size,
    line: number('line') ?? size * 1.3,
    tracking: number('tracking') ?? 0,
  };
}

function fontOf(name: StyleName, values: TokenValues): string {
  const standard = inHeadingFont.has(name) ? '--heading-font' : '--body-font';
  return familyName((values.get(`--${name}-font`) ?? values.get(standard))?.text ?? 'sans-serif');
}

/** The first family of a `font-family` value, without its quotes and escapes. */
export function familyName(css: string): string {
  const first = /^\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^,]*))/.exec(css);
  return unescapeCss(first?.[1] ?? first?.[2] ?? first?.[3] ?? '').trim();
}

/** The family of code; in a theme that names none, any fixed-width font. */
export function codeFamily(css = 'monospace'): string {
  return familyName(css);
}

/** The distances between boxes, px. */
export function readSpaces(values: TokenValues): Record<SpaceToken, number> {
  return Object.fromEntries(
    spaceTokens.map((name) => [name, values.get(`--space-${name}`)?.number ?? 0]),
  ) as Record<SpaceToken, number>;
}

type Styles = Readonly<Record<BodySize, Readonly<Record<StyleName, TextStyle>>>>;

/** Weights by family: those of the text styles, the strong weight beside each, and the code font. */
function usedWeights(styles: Styles, values: TokenValues): Map<string, Set<number>> {
  const strong = values.get('--strong-weight')?.number ?? 700;
  const used = new Map<string, Set<number>>();
  const add = (family: string, weight: number): void => {
    used.set(family, (used.get(family) ?? new Set()).add(weight).add(strong));
  };
  for (const style of Object.values(styles.sm)) add(style.family, style.weight);
  add(codeFamily(values.get('--code-font')?.text), values.get('--body-weight')?.number ?? 400);
  return used;
}

/** Every face that text of the theme can be set in, upright and italic; those of symbols last. */
export function neededFaces(styles: Styles, values: TokenValues, fonts: FontLibrary): FontFace[] {
  const own = [...usedWeights(styles, values)].flatMap(([family, weights]) => {
    const faces = fonts.faces(family);
    const available = faces.map(({ weight }) => weight);
    const matched = new Set([...weights].map((weight) => matchWeight(weight, available)));
    return faces.filter(({ weight }) => matched.has(weight));
  });
  return [...own, ...fonts.faces(codeSymbolFont), ...fonts.faces(symbolFont)];
}

/** A warning for each family that no file is known for, at the property that names it. */
export function checkFonts(
  styles: Styles,
  found: Cascade,
  values: TokenValues,
  fonts: FontLibrary,
): Diagnostic[] {
  return [...usedWeights(styles, values).keys()]
    .filter((family) => fonts.faces(family).length === 0)
    .map((family) => ({
      code: 'theme/font',
      severity: 'warning',
      message: `there is no file for the font \`${family}\`, so its width is estimated and it may look different elsewhere`,
      span: whereNamed(family, found),
      help: 'add an `@font-face` rule with a `url()` of a font file beside the theme',
    }));
}

function whereNamed(family: string, found: Cascade): Diagnostic['span'] {
  const naming = [...found.values()].flatMap(([winner]) =>
    winner && familyName(winner.value) === family ? [winner.span] : [],
  );
  return naming[0] ?? { path: '', start: 0, end: 0 };
}

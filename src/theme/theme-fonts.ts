import type { Diagnostic } from '../diagnostics/index.ts';
import type { StyleName } from '../layouts/index.ts';
import type { Cascade } from './cascade.ts';
import type { Value } from './evaluate.ts';
import { codeSymbolFont, type FontFace, type FontLibrary, matchWeight, symbolFont } from './fonts.ts';
import { familyName } from './text-styles.ts';
import type { BodySize, TextStyle } from './theme.ts';

type Styles = Readonly<Record<BodySize, Readonly<Record<StyleName, TextStyle>>>>;
type Values = ReadonlyMap<string, Value>;

/** Weights by family: those of the text styles, the strong weight beside each, and the code font. */
function usedWeights(styles: Styles, values: Values): Map<string, Set<number>> {
  const strong = values.get('--strong-weight')?.number ?? 700;
  const used = new Map<string, Set<number>>();
  const add = (family: string, weight: number): void => {
    used.set(family, (used.get(family) ?? new Set()).add(weight).add(strong));
  };
  for (const style of Object.values(styles.sm)) add(style.family, style.weight);
  add(codeFamily(values), values.get('--body-weight')?.number ?? 400);
  return used;
}

/** The family of code; without a theme that says so, any fixed-width font. */
function codeFamily(values: Values): string {
  return familyName(values.get('--code-font')?.text ?? 'monospace');
}

/** Every face that text of the theme can be set in, upright and italic; those of symbols last. */
export function neededFaces(styles: Styles, values: Values, fonts: FontLibrary): FontFace[] {
  const own = [...usedWeights(styles, values)].flatMap(([family, weights]) => {
    const faces = fonts.faces(family);
    const available = faces.map(({ weight }) => weight);
    const matched = new Set([...weights].map((weight) => matchWeight(weight, available)));
    return faces.filter(({ weight }) => matched.has(weight));
  });
  return [...own, ...fonts.faces(codeSymbolFont), ...fonts.faces(symbolFont)];
}

/** A warning for each family that no file is known for, at the property that names it. */
export function checkFonts(styles: Styles, found: Cascade, values: Values, fonts: FontLibrary): Diagnostic[] {
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

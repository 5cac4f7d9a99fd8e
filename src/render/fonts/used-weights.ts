import type { FontFace, Theme } from '../../theme/index.ts';

/** What browsers set bold by themselves where a stylesheet says nothing. */
const boldElements = ['strong', 'b', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Every weight that a rule, a text style or the browser's own stylesheet can ask for. */
export function askedWeights(theme: Theme, html: string): ReadonlySet<number> {
  const css = theme.stylesheets.map((sheet) => sheet.css).join('\n');
  const tokens = [...theme.tokens]
    .filter(([name]) => name.endsWith('-weight'))
    .map(([, value]) => Number(value));
  const styles = Object.values(theme.bodySizes).flatMap((bodySize) => Object.values(bodySize));
  const named = [...css.matchAll(/font(?:-weight)?\s*:[^;}]*?\b([1-9]00|bold)\b/g)];
  const byItself = boldElements.some(
    (name) => html.includes(`<${name}`) && !new RegExp(`\\b${name}\\b`).test(css),
  );
  return new Set([
    400,
    ...tokens.filter((weight) => weight > 0),
    ...styles.map((style) => style.weight),
    ...named.map(([, weight]) => (weight === 'bold' ? 700 : Number(weight))),
    ...(byItself ? [700] : []),
  ]);
}

/**
 * Whether a browser may choose this face for one of the weights. Where a family has not the very
 * weight, its neighbours on both sides stay in.
 */
export function isAsked(face: FontFace, faces: readonly FontFace[], asked: ReadonlySet<number>): boolean {
  const siblings = faces.filter(({ family, italic }) => family === face.family && italic === face.italic);
  const weights = siblings.map(({ weight }) => weight);
  return [...asked].some((weight) => neighbours(weight, weights).includes(face.weight));
}

function neighbours(asked: number, weights: readonly number[]): readonly number[] {
  if (weights.includes(asked)) return [asked];
  const lighter = weights.filter((weight) => weight < asked);
  const heavier = weights.filter((weight) => weight > asked);
  return [
    ...(lighter.length > 0 ? [Math.max(...lighter)] : []),
    ...(heavier.length > 0 ? [Math.min(...heavier)] : []),
  ];
}

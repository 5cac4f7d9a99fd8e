import { createRequire } from 'node:module';
import { formulaLimits } from './formula-limits.ts';
import { ems, type LetterWidth, type MathNode, widthOf } from './formula-width.ts';
import type { InlineObject } from './inline-object.ts';

const require = createRequire(import.meta.url);

interface Katex {
  __renderToHTMLTree(tex: string, options: object): MathNode;
}

/** KaTeX sets formulas this much larger than the text around. */
const formulaScale = 1.21;

/**
 * Sizes of a formula in px, as the pieces a line may be broken between. KaTeX lays out heights
 * itself and is asked for them; it is loaded when the first formula comes. Widths are summed
 * up from its letters. Nothing for TeX that is not valid: that is shown as it was typed.
 */
export function measureFormula(
  tex: string,
  mode: 'inline' | 'display',
  size: number,
): readonly InlineObject[] | undefined {
  const katex = require('katex') as Katex;
  const em = size * formulaScale;
  const options = { ...formulaLimits, displayMode: mode === 'display', strict: false, trust: false };
  const tree = drawn(katex, tex, options);
  const letterWidth: LetterWidth = (letter, as) =>
    lettersOf(drawn(katex, as === 'word' ? `\\text{${letter}}` : letter, options));
  return tree && basesOf(tree).map((base) => asObject(base, em, letterWidth));
}

function drawn(katex: Katex, tex: string, options: object): MathNode | undefined {
  try {
    return katex.__renderToHTMLTree(tex, { ...options, throwOnError: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
}

function basesOf(node: MathNode): MathNode[] {
  if (node.classes?.some((name) => name === 'base' || name === 'katex-base')) return [node];
  return (node.children ?? []).flatMap(basesOf);
}

/** Of a formula that is a letter or two. */
function lettersOf(tree: MathNode | undefined): number | undefined {
  return tree && basesOf(tree).reduce((sum, base) => sum + widthOf(base, () => undefined), 0);
}

function asObject(base: MathNode, em: number, letterWidth: LetterWidth): InlineObject {
  const strut = base.children?.find(
    ({ classes }) => classes?.includes('strut') || classes?.includes('katex-strut'),
  );
  const height = ems(strut?.style?.height);
  const below = -ems(strut?.style?.verticalAlign);
  return { width: widthOf(base, letterWidth) * em, above: (height - below) * em, below: below * em };
}

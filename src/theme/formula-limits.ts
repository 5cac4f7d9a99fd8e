// What is bounded of formulas, which may define macros that grow without end.
import { createRequire } from 'node:module';
import { limits } from '../diagnostics/index.ts';

const require = createRequire(import.meta.url);

interface FormulaLimits {
  readonly maxExpand: number;
  readonly maxSize: number;
  /** What formulas define is kept here, and counted. */
  readonly macros: Record<string, object>;
}

/** What the macros of a deck's formulas have given so far. */
export interface ExpandedTokens {
  count: number;
}

/** The bounds on formulas that have their macros in common, for whoever measures or draws them. */
export function formulaLimits(expanded: ExpandedTokens = { count: 0 }): FormulaLimits {
  return {
    maxExpand: limits.formulaExpansions,
    maxSize: limits.formulaLengthEms,
    macros: countedMacros(expanded),
  };
}

/** Before a formula is measured or drawn: the chemistry of `\ce` and `\pu`, where some TeX asks for it. */
export function loadChemistry(tex: string): void {
  if (/\\(?:ce|pu)(?![a-zA-Z])/.test(tex)) require('katex/contrib/mhchem');
}

/** What is used of that which expands macros in KaTeX. Tokens stand in reverse order. */
interface Gullet {
  popToken(): MacroToken;
  consumeArgs(count: number, delimiters?: unknown): readonly (readonly MacroToken[])[];
  /** Throws where there are too many. */
  countExpansion(count: number): void;
}

interface MacroToken {
  readonly text: string;
}

interface TokenMacro {
  readonly tokens: readonly MacroToken[];
  readonly numArgs: number;
  readonly delimiters?: unknown;
  readonly unexpandable?: boolean;
}

/** KaTeX calls itself for what these open. */
const opensGroup = /^(?:\{|\\(?:left|begin|bgroup|begingroup)\b)/;

/**
 * KaTeX counts how often macros are expanded, never how much they give: one of 5,000 characters, used a hundred
 * times, takes minutes. So what a formula defines counts by its length. And what prints to the terminal does nothing.
 */
function countedMacros(expanded: ExpandedTokens): Record<string, object> {
  const counted = (macro: TokenMacro) => (gullet: Gullet) => {
    const args = gullet.consumeArgs(macro.numArgs, macro.delimiters);
    const tokens = withArguments(macro.tokens, args);
    expanded.count += tokens.length;
    const inside = Math.max(1, tokens.filter(({ text }) => opensGroup.test(text)).length);
    const { formulaDepth, formulaExpansions, formulaTokensOfExpansion } = limits;
    const count = Math.ceil(
      Math.max((inside * formulaExpansions) / formulaDepth, tokens.length / formulaTokensOfExpansion),
    );
    gullet.countExpansion(expanded.count > limits.formulaTokens ? Number.POSITIVE_INFINITY : count);
    return { tokens, numArgs: 0 };
  };
  const gobble = (gullet: Gullet): string => {
    gullet.consumeArgs(1);
    return '';
  };
  const own: Record<string, object> = {
    '\\message': gobble,
    '\\errmessage': gobble,
    '\\show': gobble,
    // A sign that KaTeX's fonts have under another name.
    '\u2022': () => '\\bullet ',
  };
  return new Proxy(own, {
    set: (macros, name, value: TokenMacro | undefined) =>
      Reflect.set(macros, name, value?.tokens && !value.unexpandable ? counted(value) : value),
  });
}

/** `#1` is the first argument, `##` a sign; as KaTeX has checked. */
function withArguments(
  body: readonly MacroToken[],
  args: readonly (readonly MacroToken[])[],
): readonly MacroToken[] {
  if (args.length === 0) return body;
  const tokens: MacroToken[] = [];
  for (let at = body.length - 1; at >= 0; at -= 1) {
    const token = body[at] as MacroToken;
    if (token.text !== '#') tokens.push(token);
    else {
      at -= 1;
      const next = body[at];
      const argument = args[Number(next?.text) - 1] ?? (next ? [next] : []);
      for (let from = argument.length - 1; from >= 0; from -= 1) tokens.push(argument[from] as MacroToken);
    }
  }
  return tokens.reverse();
}

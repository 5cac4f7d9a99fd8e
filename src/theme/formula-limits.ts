import { limits } from '../diagnostics/index.ts';

/** KaTeX's own bounds on one formula, for whoever measures or draws it. */
export const formulaLimits: { readonly maxExpand: number; readonly maxSize: number } = {
  maxExpand: limits.formulaExpansions,
  maxSize: limits.formulaLengthEms,
};

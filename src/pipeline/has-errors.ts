import type { Diagnostic } from '../diagnostics/index.ts';

/** An error stops before `render`; a warning never does. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

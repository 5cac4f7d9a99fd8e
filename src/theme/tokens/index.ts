import type { Checked, Diagnostic } from '../../diagnostics/index.ts';
import type { Theme, ThemeFiles } from '../theme.ts';
import type { SetTokens } from './set-tokens.ts';
import { isFontFile, type WrittenToken } from './token-values.ts';

export { isFontFile, type SetTokens, type WrittenToken };

/** Loads what it takes to compute colours only for a deck that sets a token. */
export async function resolveTokens(
  files: ThemeFiles,
  written: readonly WrittenToken[],
  size: '16:9' | '4:3',
): Promise<Checked<SetTokens>> {
  if (written.length === 0) return { value: { tokens: {} }, diagnostics: [] };
  const { setTokens } = await import('./set-tokens.ts');
  return setTokens(files, written, size);
}

/** Warnings about the deck's own colours; those of the themes in the package are known to be readable. */
export async function checkOwnColours(
  theme: Theme,
  written: readonly WrittenToken[],
  origin: 'package' | 'user',
): Promise<readonly Diagnostic[]> {
  if (origin === 'package' && theme.style === undefined) return [];
  const { checkColours } = await import('./palette.ts');
  return checkColours(theme, written);
}

/** Contrast and colours that have it; loaded by those who compute colours. */
export type Colours = typeof import('./colour.ts');

export function loadColours(): Promise<Colours> {
  return import('./colour.ts');
}

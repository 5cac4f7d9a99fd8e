import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where unpacked browsers, cut fonts and compiled code stay between runs: one folder per user, `LECTERN_CACHE` to have it elsewhere. */
export function cacheFolder(): string {
  const chosen = process.env.LECTERN_CACHE;
  return chosen ? resolve(chosen) : envPaths('lectern', { suffix: '' }).cache;
}

import { readFileSync } from 'node:fs';

/** Read from package.json, two folders up in `src` as in `dist`. */
export function lecternVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';

/** Read from the package's own package.json. */
export function lecternVersion(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}

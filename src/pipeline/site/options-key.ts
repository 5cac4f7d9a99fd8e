import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { packageFile } from '../../package-file.ts';
import type { BuildOptions } from '../built.ts';

/** Of all that shapes every talk of a build alike: Lectern itself and what it was asked for. */
export function optionsKey(options: BuildOptions): string {
  const { formats, handout, ink, presenterNotes, pdfNotes, theme, tokens, remotePictures, hints } = options;
  const asked = [formats, handout, ink, presenterNotes, pdfNotes, theme, tokens, remotePictures, hints];
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };
  return createHash('sha256')
    .update(JSON.stringify([version, asked.map((value) => value ?? null)]))
    .digest('hex')
    .slice(0, 32);
}

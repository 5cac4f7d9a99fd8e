import { packageFile } from '../../package-file.ts';

/** A stylesheet of the handout, in the package. */
export function handoutFile(name: 'page.css' | 'notes.css'): string {
  return packageFile(`themes/handout/${name}`);
}

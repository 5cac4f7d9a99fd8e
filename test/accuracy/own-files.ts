import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Notes written for this comparison, and the example talks. */
export function ownFiles(): string[] {
  return ['test/accuracy/notes', 'slides'].flatMap(notesIn);
}

/** Notes in scripts that no bundled font has: how wide they are depends on the machine. */
export function otherScripts(): string[] {
  return notesIn('test/accuracy/notes-other-scripts');
}

function notesIn(folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => join(root, folder, name));
}

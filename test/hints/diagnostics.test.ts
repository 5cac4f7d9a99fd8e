import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/index.ts';
import { readHints } from '../../src/hints/index.ts';
import { notesFrom } from './notes-from.ts';

const folder = new URL('../fixtures/hints/', import.meta.url);

for (const name of readdirSync(folder)) {
  test(name, async () => {
    const notes = notesFrom(read(`${name}/notes.md`));
    const hints = new URL(`${name}/hints.yaml`, folder);
    const source = existsSync(hints) ? { path: 'hints.yaml', text: read(`${name}/hints.yaml`) } : undefined;
    const { diagnostics } = readHints(source, notes);
    const sources = new Map([notes.source, ...(source ? [source] : [])].map((it) => [it.path, it]));
    const printed = diagnostics.map((it) => `${formatDiagnostic(it, sources)}\n`).join('\n');
    await expect(printed).toMatchFileSnapshot(`../fixtures/hints/${name}/expected.txt`);
  });
}

function read(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

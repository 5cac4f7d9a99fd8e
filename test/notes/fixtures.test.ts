import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/index.ts';
import { parseNotes } from '../../src/notes/index.ts';
import { outline } from './outline.ts';

const folder = new URL('../fixtures/notes/', import.meta.url);

test.each(readdirSync(folder))('%s', async (name) => {
  const path = readdirSync(new URL(name, folder)).find((file) => file.startsWith('notes.')) ?? 'notes.md';
  const source = { path, text: readFileSync(new URL(`${name}/${path}`, folder), 'utf8') };
  const { value, diagnostics } = parseNotes(source);
  const problems = diagnostics.map((found) => formatDiagnostic(found, new Map([[source.path, source]])));
  const text = [outline(value), ...problems].join('\n');
  await expect(text).toMatchFileSnapshot(new URL(`${name}/outline.txt`, folder).pathname);
});

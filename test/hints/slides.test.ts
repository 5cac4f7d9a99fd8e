import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHints } from '../../src/hints/index.ts';
import { parseNotes } from '../../src/notes/index.ts';

const folder = new URL('../../slides/', import.meta.url);

for (const path of readdirSync(folder).filter((name) => name.endsWith('.hints.yaml'))) {
  test(`${path} has no complaint and names the schema`, () => {
    const [hints, notes] = [path, path.replace('.hints.yaml', '.md')].map((name) => ({
      path: name,
      text: readFileSync(new URL(name, folder), 'utf8'),
    }));
    if (!hints || !notes) throw new Error('no files');
    const { diagnostics } = readHints(hints, parseNotes(notes).value);
    expect(diagnostics).toEqual([]);
    expect(hints.text).toMatch(/^# yaml-language-server: \$schema=\S*\/schema\/hints\.json\n/);
  });
}

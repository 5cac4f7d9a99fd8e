// The talks of examples/: what a newcomer builds first.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileFile } from '../../src/pipeline/index.ts';

const folder = join(import.meta.dirname, '../../examples');
const talks = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

test.each(talks)('%s is compiled with its hints, without a complaint', async (name) => {
  const { value, diagnostics, sources } = await compileFile(name, { cwd: folder });
  expect(diagnostics).toEqual([]);
  expect([...sources.keys()].map((path) => path.split(/[\\/]/).at(-1))).toContain(
    name.replace('.md', '.hints.yaml'),
  );
  expect(Math.max(...(value?.plan.slides ?? []).map(({ fill }) => fill))).toBeLessThanOrEqual(1);
});

test('each in a theme of its own, with layouts that the others have not', async () => {
  const compiled = await Promise.all(talks.map((name) => compileFile(name, { cwd: folder })));
  const themes = compiled.map(({ value }) => value?.theme.name);
  expect(new Set(themes).size).toBe(talks.length);
});

// `node scripts/walk.mjs`: the way of one bullet from the notes to the PDF: every function of `src` that it calls in
// Node, by file, and how many there are. What V8 has counted, so nothing is guessed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withSource } from './source-server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lectern-walk-'));
const notes = join(folder, 'tides.md');
writeFileSync(notes, '# Tides\n\n## Harbour\n\n- the water comes twice a day\n');
await withSource(async (load) => {
  const { build } = await load('/src/pipeline/index.ts');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await build([notes], { out: folder, formats: ['pdf'] });
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const files = result.flatMap(({ url, functions }) => {
    const called = functions.filter(({ functionName, ranges }) => functionName && ranges[0].count > 0);
    const [, path] = /\/src\/([^?]+)/.exec(url.replaceAll('\\', '/')) ?? [];
    const isOurs = path && !url.includes('node_modules') && called.length > 0;
    return isOurs ? [{ path, names: called.map(({ functionName }) => functionName) }] : [];
  });
  for (const { path, names } of files) console.log(`${path}: ${names.join(' ')}`);
  console.log(`${files.flatMap(({ names }) => names).length} functions in ${files.length} files`);
}).finally(() => rmSync(folder, { recursive: true, force: true }));

/**
 * `npm run fuzz -- [FOLDER…]`: 10,000 random texts through `compile` and 50 decks through the browser's
 * `check`; the notes of the folders are damaged too. CASES, DECKS and SEED in the environment give other
 * numbers. What fails is written down, as small as it could be made, and the exit code is 1.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withSource } from '../../scripts/source-server.mjs';

const paths = process.argv.slice(2).map((path) => resolve(process.env.INIT_CWD ?? '.', path));
const outDir = mkdtempSync(join(tmpdir(), 'lectern-fuzz-'));
await withSource(async (load) => {
  const { fuzz } = await load('/test/fuzz/fuzz.ts');
  process.exitCode = (await fuzz(paths, outDir)) > 0 ? 1 : 0;
});

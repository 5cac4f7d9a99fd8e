/**
 * `npm run fuzz -- [FOLDER…]`: 10,000 random texts through `compile` and 50 decks through the browser's
 * `check`; the notes of the folders are damaged too. CASES, DECKS and SEED in the environment give other
 * numbers. What fails is written down, as small as it could be made, and the exit code is 1.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createViteServer } from 'vitest/node';
import { browserScripts } from '../../scripts/browser-scripts.mjs';

const paths = process.argv.slice(2).map((path) => resolve(process.env.INIT_CWD ?? '.', path));
const outDir = mkdtempSync(join(tmpdir(), 'lectern-fuzz-'));
const server = await createViteServer({
  root: join(import.meta.dirname, '../..'),
  appType: 'custom',
  plugins: [browserScripts()],
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const { fuzz } = await server.ssrLoadModule('/test/fuzz/fuzz.ts');
  process.exitCode = (await fuzz(paths, outDir)) > 0 ? 1 : 0;
} finally {
  await server.close();
}

/**
 * Compares predicted with rendered heights and writes RESULTS.md: `npm run accuracy -- [FOLDER…]`.
 * The notes in the folders named are compared as well, on lines of their own.
 */
import { createViteServer } from 'vitest/node';
import { browserScripts } from '../../scripts/browser-scripts.mjs';

// Runs TypeScript as the tests do; a browser script stays as it was written.
const server = await createViteServer({
  appType: 'custom',
  plugins: [browserScripts()],
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const { writeResults } = await server.ssrLoadModule('/test/accuracy/write-results.ts');
  await writeResults(process.argv.slice(2));
} finally {
  await server.close();
}

// The modules of `src` and `test` as the tests load them: TypeScript, with each browser script as it was written.
import { join } from 'node:path';
import { createViteServer } from 'vitest/node';
import { browserScripts } from './browser-scripts.mjs';

/** Calls `use` with a function that loads a module, named from the root of the repository: `/src/index.ts`. */
export async function withSource(use) {
  const server = await createViteServer({
    root: join(import.meta.dirname, '..'),
    configFile: false,
    appType: 'custom',
    plugins: [browserScripts()],
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  try {
    return await use((path) => server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
}

import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { browserScripts } from './scripts/browser-scripts.mjs';

const shared = { testTimeout: 30_000, hookTimeout: 60_000, setupFiles: ['test/seed.ts'] };
const slow = 'test/**/*.slow.test.ts';

/** `npm test` runs the project `fast`, `npm run test:all` both; CONTRIBUTING.md says which test is which. */
const config: ViteUserConfig = defineConfig({
  plugins: [browserScripts()],
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...shared, name: 'fast', include: ['test/**/*.test.ts'], exclude: [slow], isolate: false },
      },
      // A matrix is prepared in one go: a minute or two where other programs run beside it.
      { extends: true, test: { ...shared, name: 'slow', include: [slow], hookTimeout: 300_000 } },
    ],
  },
});

export default config;

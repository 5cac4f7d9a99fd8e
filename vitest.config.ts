import { defineConfig, type ViteUserConfig } from 'vitest/config';

const shared = { testTimeout: 30_000, hookTimeout: 60_000 } as const;
const slow = 'test/**/*.slow.test.ts';

/** `npm test` runs the project `fast`, `npm run test:all` both; CONTRIBUTING.md says which test is which. */
const config: ViteUserConfig = defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'fast', include: ['test/**/*.test.ts'], exclude: [slow], isolate: false } },
      { test: { ...shared, name: 'slow', include: [slow] } },
    ],
  },
});

export default config;

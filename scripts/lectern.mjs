#!/usr/bin/env node
/** `npm run lectern -- …` in a checkout: compiles what changed in `src`, then runs it where the user stands. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const program = join(root, 'dist/cli/main.cjs');

if (isStale()) {
  // Its output goes to stderr: stdout belongs to `--json`.
  const { status } = spawnSync('npm', ['run', '-s', 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
if (process.env.npm_lifecycle_event === 'lectern') process.chdir(process.env.INIT_CWD ?? root);
await import(program);

function isStale() {
  const built = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'themes'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  const settings = ['tsconfig.json', 'scripts/bundle.mjs', 'scripts/browser-scripts.mjs'];
  return [...sources, ...settings].some((path) => statSync(join(root, path)).mtimeMs > built);
}

/**
 * `npm run gallery`: one self-contained page with every layout in every built-in theme, and for the
 * README a picture of it. Without a path: `out/gallery.html`. Beside it a deck of every composition with little, medium and
 * much to say, in each of them.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { showAllThemes } from '../dist/program/pipeline.cjs';

const path = resolve(process.argv[2] ?? 'out/gallery.html');
const page = await showAllThemes();
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, page);
process.stdout.write(`${path}: ${(page.length / 1e6).toFixed(1)} MB\n`);

const program = fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url));
const talk = fileURLToPath(new URL('../themes/gallery/compositions.md', import.meta.url));
for (const theme of ['recap', 'midnight', 'paper', 'signal']) {
  const out = join(dirname(path), `compositions-${theme}`);
  execFileSync(process.execPath, [program, 'build', talk, '--theme', theme, '-o', out], { stdio: 'inherit' });
}

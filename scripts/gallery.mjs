/**
 * `npm run gallery`: one self-contained page with every layout in every built-in theme, and for the
 * README a picture of it. Without a path: `out/gallery.html`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { showAllThemes } from '../dist/program/pipeline.cjs';

const path = resolve(process.argv[2] ?? 'out/gallery.html');
const page = await showAllThemes();
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, page);
process.stdout.write(`${path}: ${(page.length / 1e6).toFixed(1)} MB\n`);

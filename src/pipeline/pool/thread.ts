// What a worker thread starts with: the worker itself is loaded with the code that was kept of it.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLoader } from '../../code-cache.ts';
import type * as program from './worker.ts';

const bundle = join(dirname(fileURLToPath(import.meta.url)), '..');
const loader = createLoader(bundle);
const { work } = loader.load(join(bundle, 'program/worker.cjs')) as typeof program;
// A thread is ended from outside, so it keeps its code when most of it has been used.
work(loader.keep);

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notesOf, objectWords } from '../hostile/object-words.ts';

const fixtures: string = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Notes to damage: those of the fixtures, those of words with a trap in them, and those below the paths named. */
export function seedsFrom(paths: readonly string[] = []): readonly string[] {
  const read = [fixtures, ...paths].flatMap(notesBelow).map((path) => readFileSync(path, 'utf8'));
  return [...read, ...objectWords.map(notesOf)];
}

function notesBelow(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => /(?<!\.marp)\.(?:md|txt)$/.test(name)).map((name) => join(path, name));
}

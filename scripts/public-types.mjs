/**
 * Leaves those declarations in `dist/` that `index.d.ts` leads to, and no others. Names are followed through the
 * `index.d.ts` of each folder to the file that declares them: else each would lead to all, and to the types of packages
 * that are not installed with Lectern.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const statement = /(import|export)( type)? \{([^}]*)\} from ['"](\.[^'"]+)['"];/g;

/** `dist` is what `tsc` has written. */
export function keepPublicTypes(dist) {
  const kept = new Set();
  visit(join(dist, 'index.d.ts'), kept);
  for (const name of readdirSync(dist, { recursive: true })) {
    const path = join(dist, name);
    if (name.endsWith('.d.ts') && !kept.has(path)) rmSync(path);
  }
}

function visit(path, kept) {
  if (kept.has(path)) return;
  kept.add(path);
  const text = readFileSync(path, 'utf8').replace(statement, (_, word, type = '', names, from) =>
    direct({ path, word, type, names, from }),
  );
  writeFileSync(path, text);
  for (const [, from] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g))
    visit(target(path, from), kept);
}

/** The same import as one from each file that declares some of its names. */
function direct({ path, word, type, names, from }) {
  const byFile = new Map();
  for (const entry of names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)) {
    const [, isType = '', name, alias = name] = /^(type )?(\w+)(?: as (\w+))?$/.exec(entry);
    const origin = originOf(target(path, from), name);
    const written = `${isType}${origin.name}${origin.name === alias ? '' : ` as ${alias}`}`;
    byFile.set(origin.path, [...(byFile.get(origin.path) ?? []), written]);
  }
  return [...byFile]
    .map(([file, list]) => `${word}${type} { ${list.join(', ')} } from '${specifier(path, file)}';`)
    .join('\n');
}

/** The file that declares a name, and what it is called there. */
function originOf(path, name) {
  for (const [, word, , names, from] of readFileSync(path, 'utf8').matchAll(statement)) {
    if (word !== 'export') continue;
    for (const entry of names.split(',')) {
      const [, inner, outer = inner] = /^\s*(?:type )?(\w+)(?: as (\w+))?\s*$/.exec(entry) ?? [];
      if (outer === name) return originOf(target(path, from), inner);
    }
  }
  return { path, name };
}

function target(path, from) {
  return join(dirname(path), from.replace(/\.[tj]s$/, '.d.ts'));
}

function specifier(path, file) {
  const way = relative(dirname(path), file)
    .replaceAll('\\', '/')
    .replace(/\.d\.ts$/, '.js');
  return way.startsWith('.') ? way : `./${way}`;
}

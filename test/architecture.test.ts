// What may import what. Biome's `noImportCycles` looks at the same files as they are typed.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { expect, test } from 'vitest';

/** A folder or file of `src` imports those above it alone. */
const order = [
  ...['escape.ts', 'package-file.ts', 'sums.ts', 'to-unicode.ts', 'user-file.ts'],
  ...['cache.ts', 'code-cache.ts'],
  ...['browser', 'site'],
  ...['diagnostics', 'office', 'notes', 'layouts', 'theme', 'hints', 'plan', 'deck', 'handout'],
  ...['render', 'check'],
  ...['input', 'compile.ts', 'gallery', 'pipeline', 'index.ts', 'cli'],
];

/** Those that see less than all that is above them. */
const sees: Readonly<Record<string, readonly string[]>> = {
  'cache.ts': [],
  // What runs in the browser has nothing but the browser.
  browser: [],
  site: ['browser', 'escape.ts', 'package-file.ts'],
  cli: ['pipeline', 'diagnostics', 'code-cache.ts', 'escape.ts', 'package-file.ts'],
};

/** No stage before `render` reads or writes; `theme` alone opens the files that a theme is made of. */
const pure = [
  'cache.ts',
  'sums.ts',
  'diagnostics',
  'office',
  'notes',
  'layouts',
  'hints',
  'plan',
  'deck',
  'handout',
  'compile.ts',
];

/**
 * What may read a file past `user-file.ts`, the door for all that notes, hints and themes name: files that come with
 * Lectern, and those that it has made itself. No file of this list takes a path from notes.
 */
const readers: Readonly<Record<string, readonly string[]>> = {
  'the door itself': ['user-file.ts'],
  'files of the package and of packages': [
    ...['cli/help.ts', 'gallery/sample.ts', 'pipeline/site/earlier-build.ts', 'package-file.ts'],
    ...['render/handout/handout-css.ts', 'render/handout/print-handout.ts', 'render/html/presentation.ts'],
    ...[
      'render/marp/emoji.ts',
      'render/marp/render-marp.ts',
      'site/page-html.ts',
      'theme/built-in-themes.ts',
    ],
    ...['theme/bundled-fonts.ts', 'theme/script-fonts.ts'],
  ],
  'the caches, and the browser that was unpacked there': [
    ...['code-cache.ts', 'render/fonts/subset-faces.ts'],
    ...['render/browser/bundled-browser.ts', 'render/browser/launch.ts'],
  ],
  'a PDF that was printed a moment ago': ['check/check-deck.ts', 'check/sheets/check-handout.ts'],
};

/** Whatever of `node:fs` gives the bytes of a file, and what font libraries have for it. */
const reading =
  /\b(?:readFile|readFileSync|createReadStream|open|openSync|openAsBlob|copyFile|copyFileSync|cp|cpSync)\(/;

const root = join(import.meta.dirname, '../src');
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll(sep, '/'),
);
const files = new Map(paths.filter((path) => path.endsWith('.ts')).map((path) => [path, importsOf(path)]));

const partOf = (path: string): string => path.split('/')[0] ?? path;
const isBelow = (part: string, other: string): boolean => order.indexOf(other) < order.indexOf(part);

/** Every import as a line, with the reason why it is not allowed. */
const broken = [...files].flatMap(([path, imports]) =>
  imports.flatMap((to) => {
    const reason = to.startsWith('node:') ? whyNotPlatform(path, to) : whyNot(path, to);
    return reason ? [`src/${path} imports ${to}: ${reason}`] : [];
  }),
);

function whyNot(path: string, to: string): string | undefined {
  const [part, other] = [partOf(path), partOf(to)];
  if (part === other) return undefined;
  const isDoor = to === `${other}/index.ts` || isBrowserScript(to);
  if (to.includes('/') && !isDoor) return `enter ${other}/ through its index.ts`;
  if (!isBelow(part, other)) return `${part} comes before ${other}, and imports go one way`;
  if (sees[part] && !sees[part].includes(other)) return `${part} sees nothing but ${sees[part].join(', ')}`;
  return undefined;
}

/** The text of an entry point for the browser, not its code. */
function isBrowserScript(to: string): boolean {
  return /^browser\/\w[\w-]*\.ts\?script$/.test(to);
}

function whyNotPlatform(path: string, to: string): string | undefined {
  const isIo = /^node:(?:fs|child_process|net|https?|worker_threads)/.test(to);
  if (!isIo || !pure.includes(partOf(path))) return undefined;
  return `${partOf(path)} comes before render and touches no files`;
}

/** Modules of `src` as paths in it, and those of Node. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const names = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'((?:\.|node:)[^']+)'/g)];
  return names.map(([, name = '']) => (name.startsWith('.') ? posix.join(dirname(path), name) : name));
}

/** The first circle that a walk from a file comes to, as the path back to where it began. */
function circleFrom(path: string, way: readonly string[], done: Set<string>): readonly string[] | undefined {
  if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
  if (done.has(path)) return undefined;
  done.add(path);
  for (const to of files.get(path) ?? []) {
    const circle = circleFrom(to, [...way, path], done);
    if (circle) return circle;
  }
  return undefined;
}

test('the order names every folder and file of src', () => {
  const found = new Set([...files.keys()].map(partOf));
  expect([...found].sort()).toEqual([...order].sort());
});

test('imports go one way, through the index.ts of a folder, and stages before render touch no files', () => {
  expect(broken).toEqual([]);
});

test('files are read through one door', () => {
  const isReader = (path: string): boolean => {
    const text = readFileSync(join(root, path), 'utf8').replace(/^\s*(?:\*|\/\/|\/\*\*).*$/gm, '');
    return /from '(?:node:fs(?:\/promises)?|fontkit)'/.test(text) && reading.test(text);
  };
  const found = [...files.keys()].filter(isReader);
  expect(found.sort()).toEqual(Object.values(readers).flat().sort());
});

test('no file imports itself by way of others', () => {
  const done = new Set<string>();
  expect([...files.keys()].flatMap((path) => circleFrom(path, [], done)?.join(' → ') ?? [])).toEqual([]);
});

/** Where each type stands, and each function and value that other files may use. */
function declarations(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of files.keys()) {
    const text = readFileSync(join(root, path), 'utf8');
    const names = text.matchAll(
      /^(?:(?:export )?(?:declare )?(?:abstract )?(?:interface|type|class|enum)|export (?:async )?(?:function\*?|const|let)) (\w+)/gm,
    );
    for (const [, name = ''] of names) found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

test('a name stands for one thing: no two files have a type, or export a function or a value, of the same name', () => {
  const shared = [...declarations()].filter(([, paths]) => new Set(paths).size > 1);
  expect(shared.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).toEqual([]);
});

test('a table that is asked for a word is a Map: an object answers to `constructor` too', () => {
  const asked = [...files.keys()].flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const tables = [
      ...text.matchAll(/^(?:export )?const (\w+)(?:: [^=\n]*\bRecord<string,[^=]*(?:=>[^=]*)?)? = \{$/gm),
    ];
    const isTyped = (declaration: string): boolean => declaration.includes('Record<string,');
    return tables.flatMap(([declaration, name = '']) =>
      new RegExp(isTyped(declaration) ? `\\b${name}\\[` : `\\b${name}\\[[^\\]]* as `).test(text)
        ? [`src/${path}: ${name}`]
        : [],
    );
  });
  expect(asked).toEqual([]);
});

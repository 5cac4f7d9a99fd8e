/**
 * The second half of `npm run build`, after `tsc` has written the types: puts the sources and the
 * packages they use into a few files under `dist/`, and beside them what is the same for every deck.
 * A talk is built in a third of a second; finding and reading a thousand small modules takes longer.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { browserScripts } from './browser-scripts.mjs';
import { keepPublicTypes } from './public-types.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const emoji = join(root, 'node_modules/@twemoji/svg/package.json');
const dist = join(root, 'dist');

/** Packages that are found in `node_modules` at run time, each with the reason. */
const external = [
  /^@marp-team\/marp-cli$/, // makes the presentation page below, and is not loaded once that is made
  /^shiki(\/|$)/, // 8 MB of grammars, of which a deck uses one or two
  /^katex$/, // its fonts are read from the package, and must be those of the same version
  /^wasm-vips$/, // 5 MB of WebAssembly for pictures of more pixels than a slide shows
  /^subset-font$/, // 2 MB with its WebAssembly, for decks whose fonts are large
];

/**
 * satteri's own scripts are in the bundle, which loads faster by 30 ms. One of them finds the native part of the
 * system at run time, as if it stood in its package still.
 */
const satteri = {
  name: 'satteri-native',
  resolveId: (id, importer) =>
    id === '../index.js' && /satteri[\\/]dist[\\/]/.test(importer ?? '') ? '\0satteri-native' : undefined,
  load: (id) =>
    id === '\0satteri-native'
      ? readFileSync(join(root, 'node_modules/satteri/index.js'), 'utf8').replace(
          'createRequire(import.meta.url)',
          "createRequire(createRequire(import.meta.url).resolve('satteri'))",
        )
      : undefined,
};

/** Of the package's tables one is used: as text it is read in a millisecond. */
const gemoji = {
  name: 'gemoji-names',
  load: async (id) =>
    /[\\/]node_modules[\\/]gemoji[\\/]index\.js$/.test(id)
      ? `export const nameToEmoji = JSON.parse(${JSON.stringify(JSON.stringify((await import('gemoji')).nameToEmoji))});`
      : undefined,
};

/** Started by Node; they load the program with the code that was kept of it. */
const starters = await bundle(
  { 'cli/main': 'src/cli/main.ts', 'pool/thread': 'src/pipeline/pool/thread.ts' },
  dist,
  'start',
);
const program = await bundle(
  {
    'program/run': 'src/cli/run.ts',
    'program/worker': 'src/pipeline/pool/worker.ts',
    'program/index': 'src/index.ts',
    // For the project's own scripts, which see what the command line sees.
    'program/pipeline': 'src/pipeline/index.ts',
  },
  dist,
  'chunks',
);
const written = [...starters, ...program];
// For whoever imports the package: names and all, though what is behind them is CommonJS.
const facade = new Map([['index.js', "export * from './program/index.cjs';\n"]]);
const prepared = new Map([...facade, ...(await prepare())]);
for (const [name, content] of prepared) write(name, content);
keepPublicTypes(dist);
removeEarlier(new Set([...written.map(({ fileName }) => fileName), ...prepared.keys()]));

/** What the package holds beside the bundle, by its path in `dist/`. */
async function prepare() {
  const folder = join(dist, `preparing-${process.pid}`);
  try {
    await bundle({ prepare: 'src/render/prepare.ts' }, folder, 'chunks');
    const { preparedFiles } = await import(pathToFileURL(join(folder, 'prepare.cjs')).href);
    const files = [...(await preparedFiles())].map(([name, bytes]) => [`prepared/${name}`, bytes]);
    const fonts = fontFiles();
    const used = [...written.flatMap(({ moduleIds }) => moduleIds), ...fonts.map(({ path }) => path), emoji];
    return new Map([
      ...files,
      ...fonts.map(({ name, path }) => [`prepared/fonts/${name}`, readFileSync(path)]),
      ['licenses.txt', licenses(used)],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files that the built-in themes can ask for: a fifth of what the font packages hold. */
function fontFiles() {
  const families = Object.values(JSON.parse(readFileSync(join(root, 'themes/fonts/index.json'), 'utf8')));
  return families
    .filter(({ files }) => files !== 'here')
    .flatMap(({ slug, subsets, faces }) =>
      Object.keys(subsets).flatMap((subset) =>
        faces.map((face) => {
          const name = `${slug}-${subset}-${face}.woff2`;
          return { name, path: join(root, 'node_modules/@fontsource', slug, 'files', name) };
        }),
      ),
    );
}

/** CommonJS, whose compiled code V8 can keep. */
async function bundle(input, dir, chunks) {
  const build = await rolldown({
    cwd: root,
    platform: 'node',
    plugins: [browserScripts(), satteri, gemoji],
    external,
    // Its paths are for the types.
    tsconfig: false,
    input,
    // What is said with `import()` in one place and with `import` in another.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await build.write({
    dir,
    format: 'cjs',
    // V8 does not let code that was kept import.
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: `${chunks}/[name].cjs`,
    // PowerPoint files need it without the rest of what PDF files do.
    codeSplitting: { groups: [{ name: 'fflate', test: /node_modules\/fflate\// }] },
    // Only white space and comments go: a stack trace keeps its names.
    minify: { compress: false, mangle: false },
  });
  await build.close();
  return output;
}

function write(name, content) {
  const path = join(dist, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** The licence of every package that is in the bundle, as each asks for. */
function licenses(modules) {
  const folders = new Set(
    modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
  );
  const texts = [...folders].map(license).sort();
  return [...new Set(texts)].join(`\n${'-'.repeat(80)}\n\n`);
}

function license(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n').concat('\n');
}

/** Removes what the build before left and this one does not have. The types are the other half's. */
function removeEarlier(current) {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const name = relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    const isOurs = entry.isFile() && !name.endsWith('.d.ts') && !name.startsWith('preparing-');
    if (isOurs && !current.has(name)) rmSync(join(dist, name));
  }
}

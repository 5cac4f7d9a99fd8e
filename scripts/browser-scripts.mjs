/**
 * Makes `import text from '../browser/gallery-page.ts?script'` give the bundled text of that entry point.
 * A plugin for Rolldown, which bundles the program, and for Vite, which runs the tests from `src`.
 */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const suffix = '?script';
const root = fileURLToPath(new URL('../', import.meta.url));

/** By entry point: each is bundled once in a process. */
const bundled = new Map();

export function browserScripts() {
  return {
    name: 'lectern:browser-scripts',
    // Before Vite's own, which would take the file for a module of the program.
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(suffix)) return null;
      const found = await this.resolve(source.slice(0, -suffix.length), importer);
      return found && { id: `${found.id}${suffix}`, moduleSideEffects: false };
    },
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const entry = id.slice(0, -suffix.length);
      if (!bundled.has(entry)) bundled.set(entry, bundle(entry));
      return { code: `export default ${JSON.stringify(await bundled.get(entry))};`, moduleType: 'js' };
    },
  };
}

/** One script that leaves nothing behind in its page but, where the entry point exports, the name `lectern`. */
async function bundle(input) {
  const build = await rolldown({ cwd: root, input, platform: 'browser' });
  // Names are kept, so that a stack trace from a page can be read.
  const minify = { compress: true, mangle: false, codegen: true };
  const generatedCode = { symbols: false };
  const { output } = await build.generate({ format: 'iife', name: 'lectern', generatedCode, minify });
  await build.close();
  const { code } = output[0];
  if (/<\/script/i.test(code)) throw new Error(`${input} holds the end of a script element`);
  return code.trim();
}

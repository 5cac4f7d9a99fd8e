// What is added has its words in the documentation: whoever forgets them finds the name here.
// (`docs/errors.md` is held against the codes in test/cli/errors-page.test.ts.)
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compositionsOf, layoutNames, layouts } from '../src/layouts/index.ts';
import { outputFormats } from '../src/render/index.ts';
import { builtInThemes } from '../src/theme/index.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const readme = read('README.md');
const themesReadme = read('themes/README.md');
/** The tokens of the tables of themes/README.md, without their dashes. */
const tokens = [...themesReadme.matchAll(/^\| ((?:`--[\w-]+` ?)+)\|/gm)].flatMap(([, names = '']) =>
  [...names.matchAll(/--([\w-]+)/g)].map(([, name = '']) => name),
);

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

/** Every key of the hints file, whatever it stands in. */
function keysOf(schema: Schema): readonly string[] {
  const { properties = {}, additionalProperties: others, items } = schema;
  const inside = [
    ...Object.values(properties),
    ...(typeof others === 'object' ? [others] : []),
    ...(items ? [items] : []),
  ];
  return [...Object.keys(properties), ...inside.flatMap(keysOf)];
}

test('README.md lists every layout', () => {
  const list = /The layouts: `([^`]+)`/.exec(readme)?.[1]?.split(/\s+/) ?? [];
  expect(list).toEqual([...layoutNames]);
});

test('README.md names the file of every output format', () => {
  const endings = Object.values(outputFormats).map(({ ending }) => `\`talk${ending}\``);
  expect(endings.filter((name) => !readme.includes(name))).toEqual([]);
});

test('docs/hints.md or docs/handout.md explains every key of the hints file', () => {
  const pages = read('docs/hints.md') + read('docs/handout.md');
  const keys = keysOf(JSON.parse(read('schema/hints.json')) as Schema);
  expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(pages))).toEqual([]);
});

test('themes/README.md has a row for every theme, and the pages for users name it', async () => {
  const themes = await builtInThemes();
  const pages = [readme, read('docs/themes.md')];
  expect(themes.filter((name) => !pages.every((page) => page.includes(`\`${name}\``)))).toEqual([]);
  expect(themes.filter((name) => !themesReadme.includes(`| \`${name}\` |`))).toEqual([]);
});

test('themes/README.md names every composition', () => {
  const names = Object.values(layouts).flatMap((layout) => compositionsOf(layout).map(({ name }) => name));
  const missing = [...new Set(names)].filter((name) => !new RegExp(`[\`.]${name}\``).test(themesReadme));
  expect(missing.filter((name) => name !== 'plain')).toEqual([]);
});

test('every token of themes/README.md has a value in base.css, two pictures, and a place in new themes', () => {
  expect(tokens.length).toBeGreaterThan(20);
  const declared = new Set([...read('themes/base.css').matchAll(/--([\w-]+)\s*:/g)].map(([, name]) => name));
  expect(tokens.filter((name) => !declared.has(name))).toEqual([]);
  const pictured = new Set(
    readdirSync(join(root, 'themes/pictures')).map((file) => file.replace(/\.\w+$/, '')),
  );
  const shown = [...themesReadme.matchAll(/pictures\/([\w-]+)\.png/g)].map(([, name = '']) => name);
  expect(shown.filter((name) => !pictured.has(name))).toEqual([]);
  const written = read('src/gallery/new-theme.ts');
  expect(tokens.filter((name) => !written.includes(`'${name}'`))).toEqual([]);
});

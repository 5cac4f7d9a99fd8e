import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readTheme, readThemeFiles, resolveTokens, type WrittenToken } from '../../src/theme/index.ts';

const fonts = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/sofia-sans/package.json')),
  'files',
);

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-fonts-'));
  for (const name of names) await copyFile(join(fonts, name), join(folder, name));
  return folder;
}

async function read(value: string, folder: string) {
  const token: WrittenToken = {
    name: 'body-font',
    value,
    span: { path: 'talk.hints.yaml', start: 1, end: 2 },
    folder,
  };
  const files = await readThemeFiles({ theme: 'recap', folder, fontFiles: [token] });
  const tokens = await resolveTokens(files.value, [token], '16:9');
  const theme = readTheme(files.value, { size: '16:9', ...tokens.value });
  const diagnostics = [...files.diagnostics, ...tokens.diagnostics, ...theme.diagnostics];
  return { theme: theme.value, diagnostics };
}

test('a font by its file is embedded and measured, with the weights and the italic beside it', async () => {
  const folder = await folderWith(
    'sofia-sans-latin-400-normal.woff2',
    'sofia-sans-latin-700-normal.woff2',
    'sofia-sans-latin-400-italic.woff2',
  );
  const { theme, diagnostics } = await read('./sofia-sans-latin-400-normal.woff2', folder);
  expect(diagnostics).toEqual([]);
  const { family } = theme.bodySizes.sm.body;
  const own = theme.fonts.filter(({ path }) => path.startsWith(folder));
  expect(own.map(({ weight, italic }) => `${weight}${italic ? ' italic' : ''}`).sort()).toEqual([
    '400',
    '400 italic',
    '700',
  ]);
  expect(own.every((face) => face.family === family)).toBe(true);
  expect(theme.metrics(family, 400, false)?.advance(0x41)).toBeGreaterThan(0.4);
});

test('a file that is not there, or is no font, is one error with its place', async () => {
  const folder = await folderWith();
  await writeFile(join(folder, 'text.ttf'), 'no font');
  for (const [value, help] of [
    ['nope.ttf', 'there is no file'],
    ['text.ttf', 'it is no font'],
  ] as const) {
    const { diagnostics } = await read(value, folder);
    expect(diagnostics).toMatchObject([{ code: 'theme/font', severity: 'error', span: { start: 1 } }]);
    expect(diagnostics[0]?.help).toContain(help);
  }
});

test('a font whose licence bits forbid embedding is refused', async () => {
  const folder = await folderWith();
  const name = 'restricted.ttf';
  await writeFile(join(folder, name), restricted(await plainFont()));
  const { diagnostics } = await read(name, folder);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.help).toContain('forbid embedding');
});

/** KaTeX ships uncompressed fonts, whose tables can be changed in place. */
async function plainFont(): Promise<Buffer> {
  const require = createRequire(import.meta.url);
  return readFile(join(dirname(require.resolve('katex/package.json')), 'dist/fonts/KaTeX_Main-Regular.ttf'));
}

/** `OS/2.fsType` is 8 bytes into its table; 2 is "restricted licence embedding". */
function restricted(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * tables; at += 16) {
    if (font.toString('latin1', at, at + 4) === 'OS/2') font.writeUInt16BE(2, font.readUInt32BE(at + 8) + 8);
  }
  return font;
}

// What notes and themes name is read through one door: a regular file, of a bounded size, in the folder it has to be in.
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/diagnostics/index.ts';
import { build } from '../../src/index.ts';
import { manifestName, readManifest } from '../../src/pipeline/site/manifest.ts';
import { fontCss } from '../../src/render/fonts/font-css.ts';
import { subsetFaces } from '../../src/render/fonts/subset-faces.ts';
import { readUserFile } from '../../src/user-file.ts';
import { folderWith, lectern } from '../cli/lectern.ts';
import { plainFont } from '../render/own-font.ts';

const secret = 'CANARY-OUTSIDE-THE-FOLDER';
const hasPipes = process.platform !== 'win32';

function pipeIn(folder: string, name: string): string {
  spawnSync('mkfifo', [join(folder, name)]);
  return join(folder, name);
}

describe.skipIf(!hasPipes)('what is no regular file is told at once', () => {
  const folder = folderWith({
    'talk.md': '# Talk\n\n## One\n\n- a\n',
    'big.css': 'x'.repeat(limits.themeBytes + 1),
  });
  pipeIn(folder, 'pipe');
  pipeIn(folder, 'pipe.css');
  pipeIn(folder, 'pipe.ttf');
  pipeIn(folder, 'pipe.png');
  symlinkSync('loop', join(folder, 'loop'));
  symlinkSync('loop.css', join(folder, 'loop.css'));
  symlinkSync('/dev/zero', join(folder, 'zero.css'));
  symlinkSync('/dev/zero', join(folder, 'zero.ttf'));
  symlinkSync('/dev/zero', join(folder, 'zero.png'));

  test.each([
    ['notes', 'pipe', {}, 'input/unreadable'],
    ['notes', 'loop', {}, 'input/unreadable'],
    ['notes', '/dev/zero', {}, 'input/unreadable'],
    ['hints', 'talk.md', { hints: '/dev/zero' }, 'input/unreadable'],
    ['hints', 'talk.md', { hints: 'pipe' }, 'input/unreadable'],
    ['theme', 'talk.md', { theme: './pipe.css' }, 'theme/unreadable'],
    ['theme', 'talk.md', { theme: './loop.css' }, 'theme/unreadable'],
    ['theme', 'talk.md', { theme: './zero.css' }, 'theme/unreadable'],
    ['theme', 'talk.md', { theme: './big.css' }, 'theme/unreadable'],
    ['font', 'talk.md', { tokens: { 'body-font': './pipe.ttf' } }, 'theme/font'],
    ['font', 'talk.md', { tokens: { 'body-font': './zero.ttf' } }, 'theme/font'],
  ])('as %s: %s %o', async (_, notes, options, code) => {
    const start = performance.now();
    const { diagnostics, failures } = await build(notes, { cwd: folder, formats: ['html'], ...options });
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
    expect(diagnostics[0]?.help).toBeTruthy();
    expect(failures).toEqual([]);
  });

  test('a font that has become something else since the theme was read', async () => {
    const face = { family: 'A', weight: 400, italic: false, ranges: [], path: join(folder, 'zero.ttf') };
    expect(() => fontCss([face])).toThrow('it is a device, a pipe or a socket');
    await expect(subsetFaces([face], new Set([65]))).rejects.toThrow('it is a device, a pipe or a socket');
    const font = folderWith({ 'own.ttf': plainFont() });
    const outside = { ...face, path: join(font, 'own.ttf'), within: folder };
    expect(() => fontCss([outside])).toThrow('a symbolic link leads out of its folder');
    expect(fontCss([{ ...outside, within: undefined }])).toContain('url(data:font/ttf');
  });

  test('the manifest of a library that is a pipe is none', () => {
    const site = folderWith({});
    pipeIn(site, manifestName);
    expect(readManifest(site).talks.size).toBe(0);
  });

  test('pictures and fonts of a stylesheet too', async () => {
    const files = folderWith({
      'talk.md': '# Talk\n\n![p](pipe.png) ![z](zero.png)\n',
      'own.css':
        '@import "recap";\n@font-face { font-family: A; src: url(pipe.ttf) }\nsection { background: url(pipe.png) }\n',
    });
    for (const name of ['pipe.png', 'pipe.ttf']) pipeIn(files, name);
    symlinkSync('/dev/zero', join(files, 'zero.png'));
    const { diagnostics } = await build('talk.md', { cwd: files, formats: ['html'], theme: './own.css' });
    expect(diagnostics.map((one) => one.code).sort()).toEqual([
      'notes/picture-missing',
      'notes/picture-missing',
      'theme/font',
    ]);
  });
});

test.skipIf(!hasPipes)('a library whose picture becomes a pipe is built again', async () => {
  const folder = folderWith({ 'talks/talk.md': '# Talk\n\n![p](p.png)\n' });
  pipeIn(join(folder, 'talks'), 'p.png');
  for (let time = 0; time < 2; time += 1) {
    const { buildSite } = await import('../../src/pipeline/index.ts');
    const { failures } = await buildSite('talks', { cwd: folder, outDir: 'site', formats: ['html'] });
    expect(failures).toEqual([]);
  }
});

describe('a theme in the folder of the notes', () => {
  const outside = folderWith({
    'inner.css': `/* ${secret} */ section { --canary: "${secret}" }`,
    'own.ttf': plainFont(),
  });

  async function builtWith(
    files: Record<string, string | Buffer>,
    links: Record<string, string>,
    hints = '',
  ) {
    const folder = folderWith({ 'talk.md': `---\n${hints}---\n\n# Talk\n\n## One\n\n- a\n`, ...files });
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
    const result = await build('talk.md', {
      cwd: folder,
      formats: ['html'],
      ...(hints === '' && { theme: './own.css' }),
    });
    const path = result.notes[0]?.outputs[0]?.path;
    return {
      codes: result.diagnostics.map(({ code }) => code),
      html: path ? readFileSync(path, 'utf8') : '',
    };
  }

  const named = 'lectern: { deck: { theme: ./own.css } }\n';
  const css = '@import "recap";\n@import "inner";\n';

  test.each(['', named])('imports nothing through a link that leads out: %s', async (hints) => {
    const { codes, html } = await builtWith(
      { 'own.css': css },
      { 'inner.css': join(outside, 'inner.css') },
      hints,
    );
    expect(codes).toEqual(['theme/outside']);
    expect(html).toBe('');
  });

  test('imports what lies beside it, and may be a link itself', async () => {
    const inner = { 'inner.css': 'section { --own: "inside" }' };
    expect((await builtWith({ 'own.css': css, ...inner }, {}, named)).codes).toEqual([]);
    const elsewhere = folderWith({ 'own.css': css, ...inner });
    const linked = { 'own.css': join(elsewhere, 'own.css'), 'inner.css': join(elsewhere, 'inner.css') };
    expect((await builtWith({}, linked)).codes).toEqual([]);
  });

  test('has no font through a link that leads out, when the front matter names it', async () => {
    const face = '@import "recap";\n@font-face { font-family: Own; src: url(own.ttf) }\n';
    const link = { 'own.ttf': join(outside, 'own.ttf') };
    expect((await builtWith({ 'own.css': face }, link, named)).codes).toEqual(['theme/font']);
    expect((await builtWith({ 'own.css': face }, link)).codes).toEqual([]);
  });

  test('a font that lies beside the named one as a link that leads out does not come along', async () => {
    const { readFontFiles } = await import('../../src/theme/tokens/font-files.ts');
    const folder = folderWith({ 'one.ttf': plainFont() });
    symlinkSync(join(outside, 'own.ttf'), join(folder, 'two.ttf'));
    const span = { path: '', start: 0, end: 0 };
    const { fonts } = readFontFiles([
      { name: 'body-font', value: './one.ttf', folder, span, within: folder },
    ]);
    const paths = fonts.families?.().flatMap((family) => fonts.faces(family).map(({ path }) => path));
    expect(paths).toEqual([join(folder, 'one.ttf')]);
  });
});

test('files of the system that say they are empty are read to their end, and no further than the limit', () => {
  if (process.platform !== 'linux') return;
  expect(readUserFile('/proc/self/status', { limit: 1e6 })).toBeInstanceOf(Uint8Array);
  expect(readUserFile('/proc/self/status', { limit: 10 })).toMatchObject({ kind: 'too-large' });
  expect(readUserFile('/proc/self/status', { limit: 10, part: 'head' })).toHaveLength(10);
});

test.skipIf(!hasPipes).each([
  ['that is a link to itself', 'loop.md'],
  ['with a name too long for the disk', `${'x'.repeat(300)}.md`],
])('notes %s are told without a stack', async (_, name) => {
  const folder = folderWith({ 'talk.md': '# Talk\n' });
  symlinkSync('loop.md', join(folder, 'loop.md'));
  const { code, stderr } = await lectern(folder, [name, '-o', 'out']);
  expect(stderr).toContain('1 error in 1 file');
  expect(code).toBe(1);
});

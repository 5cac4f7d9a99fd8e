import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { fontEnvironment } from '../../src/render/browser/font-environment.ts';
import { fontFiles } from './open-pdf.ts';
import { temporaryFolder } from './talk.ts';

const program = fileURLToPath(new URL('../../scripts/lectern.mjs', import.meta.url));

test.skipIf(process.platform !== 'linux')('a system with a font, however deep, is left as it is', () => {
  const [profile, fonts] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(fonts, 'truetype/dejavu'), { recursive: true });
  expect(Object.keys(fontEnvironment(profile, [fonts, '/missing']))).toEqual(['FONTCONFIG_FILE']);
  writeFileSync(join(fonts, 'truetype/dejavu/DejaVuSans.ttf'), '');
  expect(fontEnvironment(profile, ['/missing', fonts])).toEqual({});
});

test('settings of the user’s own are left as they are', () => {
  vi.stubEnv('FONTCONFIG_FILE', '/mine.conf');
  expect(fontEnvironment(temporaryFolder(), [])).toEqual({});
  vi.unstubAllEnvs();
});

/** Runs a command where the folders of fonts are empty: as root, in a view of the files of its own. */
const withoutFonts = (folder: string, command: string): ReturnType<typeof spawnSync> =>
  spawnSync('unshare', ['-m', 'sh', '-ec', `mount --bind ${folder} /usr/share/fonts\n${command}`]);
const canHide = withoutFonts(temporaryFolder(), 'true').status === 0;

test.skipIf(!canHide)('a PDF has its words where the system has no font', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'tides.md'), '# Tides\n\n- springs\n- neaps\n');
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const command = `cd ${folder}; HOME=${folder} XDG_CACHE_HOME=${process.env.XDG_CACHE_HOME ?? `${process.env.HOME}/.cache`} node ${program} build tides.md --to pdf -q`;
  expect(withoutFonts(empty, command)).toMatchObject({ status: 0 });
  const fonts = await fontFiles(readFileSync(join(folder, 'tides.pdf')));
  expect(fonts.some((name) => name.startsWith('RadioCanadaBig'))).toBe(true);
});

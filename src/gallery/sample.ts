// The talk that themes are shown and checked with: each layout at least once.
import { readFile } from 'node:fs/promises';
import { type Compiled, compile } from '../compile.ts';
import type { Checked } from '../diagnostics/index.ts';
import { packageFile } from '../package-file.ts';
import { readPicture } from '../render/index.ts';
import { readThemeFiles, type ThemeRequest } from '../theme/index.ts';
import { aboutTheme } from './about-theme.ts';

export const sampleFolder: string = packageFile('themes/gallery/');

export type SlideSize = '16:9' | '4:3';

/** Its problems are those of the theme. */
export async function compileSample(theme: ThemeRequest, size: SlideSize): Promise<Checked<Compiled>> {
  const [notes, written] = await Promise.all([read('talk.md'), read('talk.hints.yaml')]);
  const hints = { ...written, text: written.text.replace(/^deck:$/m, `deck:\n  size: ${size}`) };
  const { value, diagnostics } = await compile({
    notes,
    hints,
    themeFiles: readThemeFiles,
    pictures: (url) => readPicture(url, { folder: sampleFolder }),
    theme,
    folder: sampleFolder,
  });
  const run = { compiled: value, hints, size };
  return { value, diagnostics: diagnostics.map((problem) => aboutTheme(problem, run)) };
}

async function read(name: string): Promise<{ path: string; text: string }> {
  const path = `${sampleFolder}${name}`;
  return { path, text: await readFile(path, 'utf8') };
}

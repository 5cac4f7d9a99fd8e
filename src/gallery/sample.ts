// The talk that themes are shown and checked with: each layout at least once.
import { readFile } from 'node:fs/promises';
import { type Compiled, compile } from '../compile.ts';
import type { Checked } from '../diagnostics/index.ts';
import { packageFile } from '../package-file.ts';
import { readPicture } from '../render/index.ts';
import { readThemeFiles, type ThemeRequest } from '../theme/index.ts';

export const sampleFolder: string = packageFile('themes/gallery/');

export type SlideSize = '16:9' | '4:3';

export async function compileSample(theme: ThemeRequest, size: SlideSize): Promise<Checked<Compiled>> {
  const [notes, hints] = await Promise.all([read('talk.md'), read('talk.hints.yaml')]);
  return compile({
    notes,
    hints: { ...hints, text: hints.text.replace(/^deck:$/m, `deck:\n  size: ${size}`) },
    themeFiles: readThemeFiles,
    pictures: (url) => readPicture(url, { folder: sampleFolder }),
    theme,
    folder: sampleFolder,
  });
}

async function read(name: string): Promise<{ path: string; text: string }> {
  const path = `${sampleFolder}${name}`;
  return { path, text: await readFile(path, 'utf8') };
}

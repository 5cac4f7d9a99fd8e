import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fontCss } from '../../src/render/fonts/index.ts';
import type { Theme } from '../../src/theme/index.ts';

const project: string = fileURLToPath(new URL('../../', import.meta.url));
const marp: string = join(
  dirname(createRequire(import.meta.url).resolve('@marp-team/marp-cli/package.json')),
  'marp-cli.js',
);

/** Runs `marp --theme-set themes` on Markdown files, as someone would who has no Lectern; gives the HTML files. */
export async function runPlainMarp(paths: readonly string[]): Promise<readonly string[]> {
  const args = [
    marp,
    '--no-stdin',
    '--no-config-file',
    '--theme-set',
    join(project, 'themes'),
    '--',
    ...paths,
  ];
  await promisify(execFile)(process.execPath, args, { cwd: dirname(paths[0] ?? '') });
  return paths.map((path) => path.replace(/\.md$/, '.html'));
}

/** The same page with the theme's fonts, as on a machine where they are installed. */
export function withFonts(path: string, theme: Theme): string {
  const page = readFileSync(path, 'utf8');
  const target = path.replace(/\.html$/, '.fonts.html');
  writeFileSync(
    target,
    page.replace('</head>', () => `<style>${fontCss(theme.fonts)}</style></head>`),
  );
  return target;
}

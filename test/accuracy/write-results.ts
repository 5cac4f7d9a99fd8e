import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { builtInThemes, defaultTheme } from '../../src/theme/index.ts';
import { type Comparison, compareSlides } from './compare-slides.ts';
import { otherScripts, ownFiles } from './own-files.ts';
import { formatResults, lineName, ownNotes } from './results.ts';
import { difference } from './summary.ts';

const file = new URL('./RESULTS.md', import.meta.url);

/** Compares the repository's notes and those of the folders or files given, and writes RESULTS.md. */
export async function writeResults(paths: readonly string[]): Promise<void> {
  const results = new Map<string, readonly Comparison[]>();
  const compare = async (
    notes: string,
    files: readonly string[],
    theme: string,
    layouts: 'planned' | 'forced',
  ): Promise<void> => {
    const slides = await compareSlides(files, theme, layouts);
    results.set(lineName(notes, theme, layouts), slides);
    printWorst(lineName(notes, theme, layouts), slides);
  };
  for (const [notes, files] of sourcesOf(paths)) {
    for (const theme of await builtInThemes()) await compare(notes, files, theme, 'planned');
    await compare(notes, files, defaultTheme, 'forced');
  }
  const layouts = results.get(lineName(ownNotes, defaultTheme, 'forced')) ?? [];
  writeFileSync(file, formatResults(results, layouts));
}

function sourcesOf(paths: readonly string[]): [string, readonly string[]][] {
  const own: [string, readonly string[]][] = [
    [ownNotes, ownFiles()],
    [`${ownNotes} in other scripts`, otherScripts()],
  ];
  if (paths.length === 0) return own;
  return [...own, [paths.map((path) => basename(resolve(path))).join(', '), paths.flatMap(notesIn)]];
}

function notesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.(?:md|markdown|txt)$/.test(name));
  return names.sort().map((name) => join(path, name));
}

const shownAtMost = 12;

/** The slides that were predicted worst, the too low ones first. */
function printWorst(name: string, slides: readonly Comparison[]): void {
  process.stdout.write(`${name}: ${slides.length} slides\n`);
  const wrong = slides.filter((slide) => Math.abs(difference(slide)) > 1);
  wrong.sort((a, b) => difference(a) - difference(b));
  for (const slide of wrong.slice(0, shownAtMost)) {
    const { path, size, layout, bodySize, slide: number, title } = slide;
    const px = difference(slide).toFixed(1).padStart(8);
    process.stdout.write(`${px}  ${basename(path)} ${size} ${layout} ${bodySize} slide ${number} ${title}\n`);
  }
}

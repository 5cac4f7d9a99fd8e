// The talk that themes are shown and checked with: each layout at least once.

import { readFile } from 'node:fs/promises';
import { type Compiled, compile } from '../compile.ts';
import type { Checked, Diagnostic, Source } from '../diagnostics/index.ts';
import { packageFile } from '../package-file.ts';
import {
  openPrint,
  type PictureOptions,
  printText,
  readPicture,
  runInPage,
  type Session,
} from '../render/index.ts';
import { findDeclaration, readThemeFiles, type ThemeRequest } from '../theme/index.ts';

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

/** The sample talk as it was compiled in a theme at a size of slide. */
interface SampleRun {
  readonly compiled: Compiled;
  readonly hints: Source;
  readonly size: string;
}

/**
 * A problem of the sample talk as one of the theme it was compiled in: the talk fits the built-in themes, and its files
 * are not the user's. Problems of the theme itself stay as they are.
 */
function aboutTheme(problem: Diagnostic, run: SampleRun): Diagnostic {
  const { compiled, hints, size } = run;
  const { path, start } = problem.span;
  const inNotes = path === compiled.notes.source.path;
  if (!inNotes && path !== hints.path) return problem;
  const span = findDeclaration(compiled.theme, 'body-size');
  if (problem.code === 'hints/layout-unsuited') return { ...noRoom(start, run), span };
  const heading = inNotes
    ? compiled.notes.source.text
        .slice(0, start)
        .match(/^#+ .*$/gm)
        ?.at(-1)
    : undefined;
  const where = heading ? ` under “${heading.replace(/^#+ /, '')}”` : '';
  return { ...problem, message: `in the sample talk${where} at ${size}: ${problem.message}`, span };
}

/** A line of the sample's hints has a section and its layout. */
function noRoom(start: number, { compiled, hints, size }: SampleRun): Omit<Diagnostic, 'span'> {
  const { text } = hints;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1).split('\n', 1)[0] ?? '';
  const [, section, layout] = /^ *(.+?): \{ layout: ([\w-]+)/.exec(line) ?? [];
  const used = compiled.deck.slides.find((slide) => slide.section.at(-1) === section)?.layout;
  return {
    code: 'theme/clip',
    severity: 'warning',
    message: `the layout \`${layout}\` at ${size} has no room for “${section}” of the sample talk, which took \`${used}\``,
    help: 'smaller text or narrower margins make room; a talk with as much on a slide gets that other layout, and loses nothing',
  };
}

/** Every layout of a theme as a picture. */
export interface GalleryTheme {
  readonly name: string;
  readonly slides: readonly GallerySlide[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface GallerySlide {
  readonly layout: string;
  readonly title: string;
  /** The section of the sample talk that it was made of, for the hint. */
  readonly section: string;
  /** WebP, as a data URI. */
  readonly picture: string;
}

/** The sample talk in a theme, as screenshots of its slides at 1280×720. */
export async function screenshotTheme(request: ThemeRequest, session: Session): Promise<GalleryTheme> {
  const { value, diagnostics } = await compileSample(request, '16:9');
  const { deck, theme } = value;
  const all = deck.slides.map((_, at) => at + 1);
  const pictures = await screenshotSlides(value, all, { folder: sampleFolder }, session);
  const slides = deck.slides.map(({ layout, title, section }, at) => ({
    layout,
    title,
    section: section.at(-1) ?? '',
    picture: pictures[at] ?? '',
  }));
  return { name: theme.name, slides, diagnostics };
}

/** Slides of a deck, by their numbers from 1, as they are printed: WebP, as data URIs. */
export async function screenshotSlides(
  { deck, theme }: Pick<Compiled, 'deck' | 'theme'>,
  numbers: readonly number[],
  pictures: PictureOptions,
  session: Session,
): Promise<readonly string[]> {
  const html = await printText(deck, theme, { pictures });
  return session.withPage(async (page) => {
    await openPrint(page, html, theme.size);
    const shown: string[] = [];
    for (const number of numbers) {
      await runInPage(page, 'scrollDownTo', (number - 1) * theme.size.height);
      const image = await page.screenshot({ type: 'webp', quality: 88, encoding: 'base64' });
      shown.push(`data:image/webp;base64,${image}`);
    }
    return shown;
  });
}

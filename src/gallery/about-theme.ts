import type { Compiled } from '../compile.ts';
import type { Diagnostic, Source } from '../diagnostics/index.ts';
import { findDeclaration } from '../theme/index.ts';

/** The sample talk as it was compiled in a theme at a size of slide. */
export interface SampleRun {
  readonly compiled: Compiled;
  readonly hints: Source;
  readonly size: string;
}

/**
 * A problem of the sample talk as one of the theme it was compiled in: the talk fits the built-in themes, and its files
 * are not the user's. Problems of the theme itself stay as they are.
 */
export function aboutTheme(problem: Diagnostic, run: SampleRun): Diagnostic {
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

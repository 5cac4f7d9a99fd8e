import { statSync } from 'node:fs';
import { type BuildCache, createCache } from '../../cache.ts';
import type { Diagnostic, Source } from '../../diagnostics/index.ts';
import { presentationText, writeOutput } from '../../render/index.ts';
import type { BuildOptions } from '../built.ts';
import { compileFile, hasErrors } from '../compile-file.ts';
import { inputsOf } from '../inputs-of.ts';
import type { Output } from '../name-outputs.ts';
import { withoutPresenterNotes } from '../render-inputs.ts';

/** What one look at the notes gave. */
export interface Rebuilt {
  /** The presentation; undefined when the notes have an error. */
  readonly html: string | undefined;
  readonly slides: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Absolute paths of the files it was made of, and of those it could be made of. */
  readonly inputs: readonly string[];
  readonly milliseconds: number;
}

/** Compiles and renders notes, and writes the HTML; after an error the earlier file stays. */
export async function rebuild(
  { notes, base }: Output,
  options: BuildOptions,
  cache: BuildCache,
): Promise<Rebuilt> {
  const start = performance.now();
  cache.nextBuild();
  const compiled = await compileFile(notes, { ...options, cache });
  const file = options.presenterNotes === 'leave-out' ? withoutPresenterNotes(compiled) : compiled;
  const { value, diagnostics, sources, folder, fetched } = file;
  const inputs = inputsOf(file, options.cwd ?? process.cwd());
  const gathered = { diagnostics, sources, inputs };
  if (!value || hasErrors(diagnostics)) {
    return { html: undefined, slides: 0, ...gathered, milliseconds: performance.now() - start };
  }
  const pictures = { folder, fetched };
  const made = await presentationText(value.deck, value.theme, {
    pictures,
    notes: value.notes.source,
    cache,
  });
  await writeOutput('html', `${base}.html`, made.html);
  return {
    html: made.html,
    slides: value.deck.slides.length,
    ...gathered,
    diagnostics: [...diagnostics, ...made.diagnostics],
    milliseconds: performance.now() - start,
  };
}

/** What earlier builds found out, which holds while theme, fonts and pictures are as they were. */
interface KeptCache {
  readonly cache: BuildCache;
  readonly surroundings: string;
  readonly inputs: readonly string[];
}

export function emptyCache(): KeptCache {
  return { cache: createCache(), surroundings: stampsOf([]), inputs: [] };
}

/** The cache; an empty one once a file that is neither notes nor hints has changed. */
export function stillValid(kept: KeptCache): KeptCache {
  return stampsOf(kept.inputs) === kept.surroundings ? kept : emptyCache();
}

/** `since` is when the build began: what changed after it may have been read before it did. */
export function keepCache(cache: BuildCache, inputs: readonly string[], since: number): KeptCache {
  const isCertain = inputs.every((path) => (stampOf(path)[0] ?? 0) < since - clockSlack);
  return { cache, inputs, surroundings: isCertain ? stampsOf(inputs) : '' };
}

/** ms; file systems keep coarser time than clocks do. */
const clockSlack = 20;

function stampsOf(paths: readonly string[]): string {
  return JSON.stringify(paths.map((path) => [path, stampOf(path)]));
}

function stampOf(path: string): readonly number[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? [stats.mtimeMs, stats.size, stats.ino] : [];
}

import type { BuildCache } from '../../cache/index.ts';
import type { Diagnostic, Source } from '../../diagnostics/index.ts';
import { presentationText, writeOutput } from '../../render/index.ts';
import type { BuildOptions } from '../built.ts';
import { compileFile } from '../compile-file.ts';
import { hasErrors } from '../has-errors.ts';
import { inputsOf } from '../inputs-of.ts';
import type { Output } from '../name-outputs.ts';
import { withoutPresenterNotes } from '../without-presenter-notes.ts';

/** What one look at the notes gave. */
export interface Rebuilt {
  /** The presentation; nothing when the notes have an error. */
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
  const pictures = { folder, ...(fetched && { fetched }) };
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

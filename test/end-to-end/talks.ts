// The talks that the project shows itself with, built as `lectern build` does, on one browser.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Compiled } from '../../src/compile.ts';
import { type CompiledFile, compileFile, marpMarkdown } from '../../src/pipeline/index.ts';
import { type Format, type Rendered, render, type Session } from '../../src/render/index.ts';

const project: string = fileURLToPath(new URL('../../', import.meta.url));

export interface Talk {
  readonly compiled: Compiled;
  readonly rendered: Rendered;
  readonly diagnostics: CompiledFile['diagnostics'];
  /** Path of the outputs without their ending. */
  readonly base: string;
  /** What the author wrote. */
  readonly notes: string;
}

/** `hints`: `undefined` for the file beside the notes, `null` for none. */
export async function buildTalk(
  path: string,
  hints: string | null | undefined,
  base: string,
  session: Session,
  formats: readonly Format[] = ['html', 'pdf', 'marp'],
): Promise<Talk> {
  const file = await compileFile(path, { cwd: project, hints });
  if (!file.value) throw new Error(`${path} cannot be read`);
  const markdown = await marpMarkdown(file, dirname(base));
  const job = {
    formats,
    base,
    notesFolder: file.folder,
    session,
    ...(markdown && { marpMarkdown: markdown }),
  };
  const rendered = await render(file.value.deck, file.value.theme, job);
  const notes = file.value.notes.source.text;
  return { compiled: file.value, rendered, diagnostics: file.diagnostics, base, notes };
}

/** Words as a search would find them: case, quotes and white space do not count. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      // A PDF cannot tell the letter U+02BC from an apostrophe where a font has one glyph for both.
      .replaceAll('\u02bc', '’')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Words of `wanted` that `text` does not hold, or holds less often. */
export function missingWords(wanted: string, text: string): readonly string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(text)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(wanted).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

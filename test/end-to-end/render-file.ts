import { join } from 'node:path';
import { compileFile } from '../../src/pipeline/index.ts';
import { handoutOf } from '../../src/pipeline/render-inputs.ts';
import { render, type Session } from '../../src/render/index.ts';

/** Writes the PDF and the handout of notes in a folder, beside them. */
export async function renderFile(folder: string, name: string, session: Session): Promise<void> {
  const { value, diagnostics } = await compileFile(name, { cwd: folder });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  await render(value.deck, value.theme, {
    formats: ['pdf', 'handout'],
    handout: handoutOf(value, {}),
    base: join(folder, name.replace(/\.md$/, '')),
    notesFolder: folder,
    session,
  });
}

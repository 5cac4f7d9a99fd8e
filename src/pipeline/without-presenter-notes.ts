import { printDeck } from '../deck/index.ts';
import type { Plan } from '../plan/index.ts';
import { readPicture } from '../render/index.ts';
import type { CompiledFile } from './compile-file.ts';

/** The same deck for everyone: no output can hold what only the speaker is to read. */
export function withoutPresenterNotes(file: CompiledFile): CompiledFile {
  const { value, folder, fetched } = file;
  if (!value) return file;
  const plan: Plan = {
    ...value.plan,
    slides: value.plan.slides.map((slide) => ({ ...slide, presenterNotes: [] })),
  };
  const pictures = { folder, ...(fetched && { fetched }) };
  const deck = printDeck(plan, { pictures: (url) => readPicture(url, pictures) });
  return { ...file, value: { ...value, plan, deck } };
}

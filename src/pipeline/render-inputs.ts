import type { Compiled } from '../compile.ts';
import { printDeck, printPresenterNotes } from '../deck/index.ts';
import { type Handout, makeHandout } from '../handout/index.ts';
import type { HandoutHints } from '../hints/index.ts';
import type { Plan } from '../plan/index.ts';
import { addressFrom, diagramPrinter, readPicture } from '../render/index.ts';
import type { BuildOptions } from './built.ts';
import type { CompiledFile } from './compile-file.ts';

/** The handout as the hints ask for it, and before them the call. */
export function handoutOf(
  { plan, notes, hints }: Pick<Compiled, 'plan' | 'notes' | 'hints'>,
  { handout, ink, presenterNotes }: Pick<BuildOptions, 'handout' | 'ink' | 'presenterNotes'>,
): Handout {
  const asked: HandoutHints = { ...hints.handout, ...handout };
  // The notes in full hold what goes to the presenter notes too.
  const tellsTooMuch = presenterNotes === 'leave-out' && asked.notes === 'full';
  const safe: HandoutHints = tellsTooMuch ? { ...asked, notes: 'lines' } : asked;
  return makeHandout({ plan, notes, hints: safe, ...(ink && { ink }) });
}

/**
 * The deck as it stands in a file of its own in `from`, for plain Marp: that looks for pictures from
 * there, not from the folder of the notes, and draws no diagrams, which are pictures here.
 */
export async function marpMarkdown(file: CompiledFile, from: string): Promise<string | undefined> {
  const { value } = file;
  if (!value) return undefined;
  const diagram = await diagramPrinter(value.deck, value.theme);
  return printDeck(value.plan, {
    pictures: (url) => readPicture(url, file),
    pictureUrl: (url) => addressFrom(from, url, file),
    ...(diagram && { diagram }),
  }).markdown;
}

/** The presenter notes as a Markdown file of their own in `from`; empty when the notes could not be read. */
export function notesMarkdown(file: CompiledFile, from: string): string {
  if (!file.value) return '';
  return printPresenterNotes(file.value.plan, {
    pictures: (url) => readPicture(url, file),
    pictureUrl: (url) => addressFrom(from, url, file),
  });
}

/** The same deck for everyone: no output can hold what only the speaker is to read. */
export function withoutPresenterNotes(file: CompiledFile): CompiledFile {
  const { value } = file;
  if (!value) return file;
  const plan: Plan = {
    ...value.plan,
    slides: value.plan.slides.map((slide) => ({ ...slide, presenterNotes: [] })),
  };
  const deck = printDeck(plan, { pictures: (url) => readPicture(url, file) });
  return { ...file, value: { ...value, plan, deck } };
}

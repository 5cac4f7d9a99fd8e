import { printPresenterNotes } from '../deck/index.ts';
import { addressFrom, readPicture } from '../render/index.ts';
import type { CompiledFile } from './compile-file.ts';

/** The presenter notes as a Markdown file of their own in `from`; empty when the notes could not be read. */
export function notesMarkdown({ value, folder, fetched }: CompiledFile, from: string): string {
  const options = { folder, ...(fetched && { fetched }) };
  if (!value) return '';
  return printPresenterNotes(value.plan, {
    pictures: (url) => readPicture(url, options),
    pictureUrl: (url) => addressFrom(from, url, options),
  });
}

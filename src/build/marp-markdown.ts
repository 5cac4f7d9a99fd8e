import { printDeck } from '../deck/index.ts';
import { addressFrom, readPicture } from '../render/index.ts';
import type { CompiledFile } from './compile-file.ts';

/**
 * The deck as it stands in a file of its own in `from`: plain Marp looks for pictures from there,
 * not from the folder of the notes.
 */
export function marpMarkdown({ value, folder, fetched }: CompiledFile, from: string): string | undefined {
  const options = { folder, ...(fetched && { fetched }) };
  return (
    value &&
    printDeck(value.plan, {
      pictures: (url) => readPicture(url, options),
      pictureUrl: (url) => addressFrom(from, url, options),
    }).markdown
  );
}

import { printDeck } from '../deck/index.ts';
import { addressFrom, diagramPrinter, readPicture } from '../render/index.ts';
import type { CompiledFile } from './compile-file.ts';

/**
 * The deck as it stands in a file of its own in `from`, for plain Marp: that looks for pictures from
 * there, not from the folder of the notes, and draws no diagrams, which are pictures here.
 */
export async function marpMarkdown(
  { value, folder, fetched }: CompiledFile,
  from: string,
): Promise<string | undefined> {
  if (!value) return undefined;
  const options = { folder, ...(fetched && { fetched }) };
  const diagram = await diagramPrinter(value.deck, value.theme);
  return printDeck(value.plan, {
    pictures: (url) => readPicture(url, options),
    pictureUrl: (url) => addressFrom(from, url, options),
    ...(diagram && { diagram }),
  }).markdown;
}

import { strToU8, type ZipOptions, zipSync } from 'fflate';

export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A zip archive whose bytes depend on its entries alone. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  return zipSync(Object.fromEntries(entries.map(({ name, content }) => [name, packed(content)])), {
    // The first day there is in a zip archive, which has the local time: so it is the same everywhere.
    mtime: '1980-01-01T00:00',
  });
}

/** Texts are compressed, pictures are already. */
function packed(content: ZipEntry['content']): [Uint8Array, ZipOptions] {
  return typeof content === 'string' ? [strToU8(content), { level: 6 }] : [content, { level: 0 }];
}

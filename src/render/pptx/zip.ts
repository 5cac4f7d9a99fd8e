import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A zip archive without dates, so that the same files give the same bytes. Texts are compressed, pictures are already. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { facts, data } = packed(entry);
    const name = Buffer.from(entry.name, 'latin1');
    const header = Buffer.concat([words(0x04034b50), facts, lengths(name), name]);
    directory.push(
      Buffer.concat([
        words(0x02014b50),
        shorts(20),
        facts,
        lengths(name),
        shorts(0, 0, 0),
        words(0, offset),
        name,
      ]),
    );
    pieces.push(header, data);
    offset += header.length + data.length;
  }
  const index = Buffer.concat(directory);
  const count = entries.length;
  const end = Buffer.concat([
    words(0x06054b50),
    shorts(0, 0, count, count),
    words(index.length, offset),
    shorts(0),
  ]);
  return Buffer.concat([...pieces, index, end]);
}

/** An entry's data, and the part of its header that both places have (APPNOTE 4.3.7, 4.3.12). */
function packed({ content }: ZipEntry): { facts: Buffer; data: Buffer } {
  const plain = Buffer.from(content);
  const isText = typeof content === 'string';
  const data = isText ? deflateRawSync(plain) : plain;
  const method = isText ? 8 : 0;
  // The first day there is in a zip archive: 1 January 1980.
  const [time, day] = [0, 0x21];
  const sizes = words(crc32(plain), data.length, plain.length);
  return { facts: Buffer.concat([shorts(20, 0, method, time, day), sizes]), data };
}

function lengths(name: Buffer): Buffer {
  return shorts(name.length, 0);
}

function words(...numbers: readonly number[]): Buffer {
  const buffer = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) buffer.writeUInt32LE(number, index * 4);
  return buffer;
}

function shorts(...numbers: readonly number[]): Buffer {
  const buffer = Buffer.alloc(numbers.length * 2);
  for (const [index, number] of numbers.entries()) buffer.writeUInt16LE(number, index * 2);
  return buffer;
}

// A zip archive (APPNOTE.TXT 6.3), read by its directory, from whomever it comes: names that lead out of it, sizes that
// are not true and more than was asked for are reasons to take none of it.
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipLimits {
  readonly entries: number;
  /** Of all entries together, unpacked. */
  readonly unpackedBytes: number;
}

/** Why an archive was not read, as a person would say it. */
export interface UnreadZip {
  readonly reason: string;
}

/** The files of an archive by name. Never throws for what the bytes may be. */
export function readZip(bytes: Buffer, limits: ZipLimits): ReadonlyMap<string, Buffer> | UnreadZip {
  const directory = readDirectory(bytes);
  if (!directory) return { reason: 'it is no zip archive' };
  if (directory.length > limits.entries) return { reason: `it holds ${directory.length} files` };
  const size = directory.reduce((sum, entry) => sum + entry.size, 0);
  if (size > limits.unpackedBytes) return { reason: `it unpacks to ${(size / 1e6).toFixed(0)} MB` };
  const files = new Map<string, Buffer>();
  for (const entry of directory) {
    if (entry.name.endsWith('/')) continue;
    if (isUnsafe(entry.name)) return { reason: `the name of a file in it leads elsewhere: ${entry.name}` };
    if (files.has(entry.name)) return { reason: `two files in it have one name: ${entry.name}` };
    const content = unpack(bytes, entry);
    if (!content) return { reason: `a file in it is damaged: ${entry.name}` };
    files.set(entry.name, content);
  }
  return files;
}

interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
}

const [endSignature, entrySignature, localSignature] = [0x06054b50, 0x02014b50, 0x04034b50];
/** Bytes of the end of the directory, and of a comment behind it. */
const [endBytes, longestComment] = [22, 0xffff];

function readDirectory(bytes: Buffer): readonly DirectoryEntry[] | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const entries: DirectoryEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end) return undefined;
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      // A file under a password counts as one that cannot be unpacked.
      method: bytes.readUInt16LE(at + 8) & 1 ? -1 : bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      local: bytes.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at--) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  return undefined;
}

/** An archive is nowhere, so a name has no way out of a folder, no drive and no root. */
function isUnsafe(name: string): boolean {
  return name === '' || /^[/\\]|[\0\\:]|(?:^|\/)\.{0,2}(?:\/|$)/.test(name);
}

/** Undefined where the bytes are not what the directory says of them. No more is unpacked than it says. */
function unpack(
  bytes: Buffer,
  { method, checksum, packed, size, local }: DirectoryEntry,
): Buffer | undefined {
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localSignature) return undefined;
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(start, start + packed);
  const content = method === 0 ? data : method === 8 ? inflated(data, size) : undefined;
  return content?.length === size && crc32(content) === checksum ? content : undefined;
}

function inflated(data: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    // What zlib says of data that is damaged or larger than was said.
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return undefined;
    throw error;
  }
}

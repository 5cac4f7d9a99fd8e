// Cut fonts stay in the user's cache folder: a deck that is built again finds all of them. It only
// saves time. What is damaged or missing is made again, and where nothing can be kept nothing is.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** SHA-256, in bytes. It stands before what is kept. */
const checksumLength = 32;

/** What is kept under this name; `make` is asked where there is none, and its answer kept. */
export async function stored(folder: string, name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const path = join(folder, name);
  const kept = await read(path);
  if (kept) return kept;
  const made = await make();
  await keep(folder, path, made);
  return made;
}

/** Removes what was made longer ago than `days`, used since or not: that bounds the folder's size. */
export async function removeOld(folder: string, days = 90): Promise<void> {
  const oldest = Date.now() - days * 24 * 60 * 60 * 1000;
  const names = await readdir(folder).catch(nothingKept);
  for (const name of names ?? []) {
    const path = join(folder, name);
    const { mtimeMs } = (await stat(path).catch(nothingKept)) ?? { mtimeMs: oldest };
    if (mtimeMs < oldest) await rm(path, { force: true }).catch(nothingKept);
  }
}

async function read(path: string): Promise<Buffer | undefined> {
  const entry = await readFile(path).catch(nothingKept);
  const content = entry?.subarray(checksumLength);
  return content && checksum(content).equals(entry?.subarray(0, checksumLength) ?? content)
    ? content
    : undefined;
}

/** Under a name of its own first: builds at the same time do not meet, and nothing is half written. */
async function keep(folder: string, path: string, content: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(temporary, Buffer.concat([checksum(content), content]));
    await rename(temporary, path);
  } catch (error) {
    nothingKept(error);
    await rm(temporary, { force: true }).catch(nothingKept);
  }
}

function checksum(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

/** A folder that is missing, full, write-protected or no folder: the build goes on without it. */
function nothingKept(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === undefined) throw error;
}

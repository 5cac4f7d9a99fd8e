// What makes an unpacked browser trustworthy: it is ours, and every file has the size it was written with.
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Without it a folder is not whole. */
export const manifestName = 'manifest.json';

/** Bytes by path inside the folder. Written last, so a folder without it was never finished. */
type Manifest = Readonly<Record<string, number>>;

export function writeManifest(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sizes = files.map((file) => {
    const path = join(file.parentPath, file.name);
    return [path.slice(folder.length + 1), lstatSync(path).size] as const;
  });
  writeFileSync(join(folder, manifestName), JSON.stringify(Object.fromEntries(sizes), null, 2), {
    mode: 0o600,
  });
}

/** False for a folder that is missing, unfinished, damaged, or belongs to somebody else. */
export function isWhole(folder: string): boolean {
  const manifest = readManifest(folder);
  if (!manifest || !isOurs(folder)) return false;
  return Object.entries(manifest).every(([name, size]) => {
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return stat?.isFile() && stat.size === size;
  });
}

function readManifest(folder: string): Manifest | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? (manifest as Manifest) : undefined;
  } catch {
    // Missing or not JSON: either way the folder has to be made anew.
    return undefined;
  }
}

function isOurs(folder: string): boolean {
  const stat = lstatSync(folder);
  const user = process.getuid?.();
  return stat.isDirectory() && (user === undefined || stat.uid === user) && (stat.mode & 0o022) === 0;
}

import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Deck } from '../../deck/index.ts';
import { nearest } from '../../diagnostics/index.ts';
import { isInside, isOutside } from '../../user-file.ts';

/** Where an address leads, without a look inside the file. */
export type Location =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'data' | 'remote' | 'missing' | 'outside' | 'unreadable' };

/**
 * `folder` is the border: nothing outside is read, not even to see whether it is there, and a
 * symbolic link does not lead out.
 */
export function locatePicture(url: string, folder: string): Location {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'data') return { kind: 'data' };
  if (scheme === 'http' || scheme === 'https' || url.startsWith('//')) return { kind: 'remote' };
  const name = scheme === 'file' ? pathOf(url) : url;
  if (name === undefined || (scheme && scheme !== 'file')) return { kind: 'unreadable' };
  const paths = readings(name).map((reading) => resolve(folder, reading));
  if (paths.length === 0) return { kind: 'missing' };
  const inside = paths.filter((path) => isInside(path, folder));
  if (inside.length === 0) return { kind: 'outside' };
  const path = inside.find(isFile);
  if (!path) return { kind: 'missing' };
  return isOutside(path, folder) ? { kind: 'outside' } : { kind: 'file', path };
}

/** Every path inside the folder that an address may mean, there or not. */
export function possiblePaths(url: string, folder: string): readonly string[] {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  if ((scheme && scheme !== 'file') || url.startsWith('//')) return [];
  const name = scheme ? pathOf(url) : url;
  const paths = readings(name ?? '').map((reading) => resolve(folder, reading));
  return paths.filter((path) => isInside(path, folder));
}

/** A name may be meant as it stands, percent-encoded, or with a query that a web server would read. */
function readings(name: string): readonly string[] {
  const withoutQuery = name.replace(/[?#].*$/s, '');
  return [...new Set([name, decoded(name), withoutQuery, decoded(withoutQuery)])].filter(
    (reading) => reading !== '',
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}

function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    // A `file:` address of another machine, or not well formed: it names no file here.
    return undefined;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A name that no file can have, or a folder we may not enter: nothing to show.
    return false;
  }
}

/** Absolute paths of the files that the deck shows. */
export function pictureFiles({ pictures }: Pick<Deck, 'pictures'>, folder: string): readonly string[] {
  return pictures.flatMap((url) => {
    const location = locatePicture(url, folder);
    return location.kind === 'file' ? [location.path] : [];
  });
}

/**
 * The address that a file in `from` has for a picture of the notes, percent-encoded as in a URL.
 * Pictures that are in no file, remote ones and those inside the address, keep theirs.
 */
export function addressFrom(from: string, url: string, { folder }: { readonly folder: string }): string {
  const location = locatePicture(url, folder);
  if (location.kind !== 'file') return url;
  const way = relative(from, location.path);
  // On Windows nothing but an absolute path leads to another drive.
  if (isAbsolute(way)) return pathToFileURL(location.path).href;
  return way.split(sep).map(encodeURIComponent).join('/');
}

const pictureName = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** Entries of a folder, and folders, that are looked through for a similar name. */
const mostEntries = { names: 2000, folders: 50 } as const;

/** The address of the picture that a missing one is most likely to be: in the folder that is named, else anywhere a step below the notes. */
export function nearestPicture(url: string, folder: string): string | undefined {
  const [path] = possiblePaths(url, folder);
  if (path === undefined) return undefined;
  const there = dirname(path);
  const beside = nearest(basename(path), picturesIn(there, folder));
  if (beside !== undefined) return addressIn(folder, join(there, beside));
  const folders = [
    folder,
    ...namesIn(folder, folder)
      .slice(0, mostEntries.folders)
      .map((name) => join(folder, name)),
  ];
  const elsewhere = new Map(
    folders.flatMap((one) => picturesIn(one, folder).map((name) => [join(one, name), name] as const)),
  );
  const same = nearest(basename(path), elsewhere.values());
  const found = [...elsewhere].find(([, name]) => name === same);
  return found && addressIn(folder, found[0]);
}

function addressIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

function picturesIn(path: string, folder: string): readonly string[] {
  return namesIn(path, folder).filter((name) => pictureName.test(name));
}

/** Nothing outside of the notes' folder is listed. */
function namesIn(path: string, folder: string): readonly string[] {
  if (path !== folder && (!isInside(path, folder) || isOutside(path, folder))) return [];
  try {
    return readdirSync(path).sort().slice(0, mostEntries.names);
  } catch {
    // No folder, or one that we may not enter: it names nothing.
    return [];
  }
}

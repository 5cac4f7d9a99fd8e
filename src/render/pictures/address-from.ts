import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { locatePicture } from './locate-picture.ts';
import type { PictureOptions } from './read-picture.ts';

/**
 * The address that a file in `from` has for a picture of the notes, percent-encoded as in a URL.
 * Pictures that are in no file, remote ones and those inside the address, keep theirs.
 */
export function addressFrom(from: string, url: string, { folder }: PictureOptions): string {
  const location = locatePicture(url, folder);
  if (location.kind !== 'file') return url;
  const way = relative(from, location.path);
  // On Windows nothing but an absolute path leads to another drive.
  if (isAbsolute(way)) return pathToFileURL(location.path).href;
  return way.split(sep).map(encodeURIComponent).join('/');
}

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Picture } from '../../theme/index.ts';
import { dataUri } from './data-uri.ts';
import { type FetchedPictures, remoteKey } from './fetch-pictures.ts';
import { type Location, locatePicture } from './locate-picture.ts';
import { type PictureType, pictureType } from './picture-type.ts';

export interface PictureOptions {
  /** The notes' folder: pictures in it and below are read, none elsewhere. */
  readonly folder: string;
  /** What `fetchPictures` brought; without it every remote picture stays `remote`. */
  readonly fetched?: FetchedPictures;
}

/** Sizes stand in the first bytes; photographs with much metadata in front need more than most. */
const headBytes = 512 * 1024;

/** What is known of the picture at `url`, an address as it stands in the notes. Never throws. */
export function readPicture(url: string, options: PictureOptions): Picture {
  const location = locatePicture(url, options.folder);
  if (location.kind === 'remote' && !isFetched(url, options)) return { status: 'remote' };
  if (location.kind === 'missing' || location.kind === 'outside') return { status: location.kind };
  const bytes = headOf(url, location, options);
  if (!bytes) return { status: location.kind === 'remote' ? 'missing' : 'unreadable' };
  const type = pictureType(bytes);
  return type ? { status: 'found', width: type.width, height: type.height } : { status: 'unreadable' };
}

/** The whole picture as a `data:` address; `undefined` for one that cannot be shown. */
export function pictureUri(url: string, options: PictureOptions): string | undefined {
  const location = locatePicture(url, options.folder);
  const bytes = location.kind === 'file' ? readWhole(location.path) : headOf(url, location, options);
  const type: PictureType | undefined = bytes && pictureType(bytes);
  return bytes && type && dataUri(type.mime, bytes);
}

function isFetched(url: string, { fetched }: PictureOptions): boolean {
  return fetched?.has(remoteKey(url)) ?? false;
}

function headOf(url: string, location: Location, { fetched }: PictureOptions): Uint8Array | undefined {
  if (location.kind === 'data') return dataBytes(url);
  if (location.kind === 'remote') return fetched?.get(remoteKey(url));
  return location.kind === 'file' ? readHead(location.path) : undefined;
}

function dataBytes(url: string): Uint8Array | undefined {
  const [, meta, content] = /^data:([^,]*),(.*)$/is.exec(url) ?? [];
  if (meta === undefined || content === undefined) return undefined;
  return /;\s*base64\s*$/i.test(meta) ? Buffer.from(content, 'base64') : percentDecoded(content);
}

function percentDecoded(content: string): Uint8Array | undefined {
  try {
    return Buffer.from(decodeURIComponent(content));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function readHead(path: string): Uint8Array | undefined {
  return reading(() => {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(headBytes);
      return head.subarray(0, readSync(file, head, 0, headBytes, 0));
    } finally {
      closeSync(file);
    }
  });
}

function readWhole(path: string): Uint8Array | undefined {
  return reading(() => readFileSync(path));
}

/** A file that is there and may not be read is as good as one in a wrong format. */
function reading(read: () => Uint8Array): Uint8Array | undefined {
  try {
    return read();
  } catch (error) {
    if (
      ['EACCES', 'EPERM', 'EISDIR', 'ENOENT', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '')
    ) {
      return undefined;
    }
    throw error;
  }
}

import { statSync } from 'node:fs';
import { disableTypes, imageSize } from 'image-size';
import { limits } from '../../diagnostics/index.ts';
import type { Picture } from '../../theme/index.ts';
import { readUserFile, type UnreadFile } from '../../user-file.ts';
import { type FetchedPictures, remoteKey } from './fetch-pictures.ts';
import { type Location, locatePicture, nearestPicture } from './locate-picture.ts';
import { expandsTooFar, svgSize } from './svg.ts';

export interface PictureOptions {
  /** The notes' folder: pictures in it and below are read, none elsewhere. */
  readonly folder: string;
  /** What `fetchPictures` brought; without it every remote picture stays `remote`. */
  readonly fetched?: FetchedPictures | undefined;
}

/** Sizes stand in the first bytes; screenshots with much metadata in front need more than most. */
const headBytes = 512 * 1024;

/** What is known of the picture at `url`, an address as it stands in the notes. Never throws. */
export function readPicture(url: string, options: PictureOptions): Picture {
  const location = locatePicture(url, options.folder);
  if (location.kind === 'remote' && !isFetched(url, options)) return { status: 'remote' };
  if (location.kind === 'outside') return { status: 'outside' };
  if (location.kind === 'missing') {
    const near = nearestPicture(url, options.folder);
    return { status: 'missing', ...(near !== undefined && { near }) };
  }
  const bytes = headOf(url, location, options);
  if (!bytes) return { status: location.kind === 'remote' ? 'missing' : 'unreadable' };
  const type = pictureType(bytes);
  if (!type) return { status: 'unreadable' };
  if (isTooLarge(type, location, bytes, options)) return { status: 'too-large' };
  return { status: 'found', width: type.width, height: type.height };
}

/** A picture as it lies in its file. */
export interface PictureData {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
}

/** The whole picture; `undefined` for one that cannot be shown. */
export function pictureData(url: string, options: PictureOptions): PictureData | undefined {
  const location = locatePicture(url, options.folder);
  const head = headOf(url, location, options);
  const type = head && pictureType(head);
  if (!head || !type || isTooLarge(type, location, head, options)) return undefined;
  const bytes = location.kind === 'file' ? readWhole(location.path, options.folder) : head;
  return bytes && { bytes, type };
}

/** The same as a `data:` address. */
export function pictureUri(url: string, options: PictureOptions): string | undefined {
  const data = pictureData(url, options);
  return data && dataUri(data.type.mime, data.bytes);
}

/** `bytes` may be the beginning of a file alone. A drawing has no pixels, but elements. */
function isTooLarge(
  { mime, width, height }: PictureType,
  location: Location,
  bytes: Uint8Array,
  { folder }: PictureOptions,
): boolean {
  const size = location.kind === 'file' ? sizeOf(location.path) : bytes.length;
  if (mime !== svgType) return size > limits.pictureBytes || width * height > limits.picturePixels;
  if (size > limits.svgBytes) return true;
  const whole = location.kind === 'file' ? readWhole(location.path, folder) : bytes;
  return whole !== undefined && expandsTooFar(Buffer.from(whole).toString('utf8'));
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function isFetched(url: string, { fetched }: PictureOptions): boolean {
  return fetched?.has(remoteKey(url)) ?? false;
}

function headOf(
  url: string,
  location: Location,
  { fetched, folder }: PictureOptions,
): Uint8Array | undefined {
  if (location.kind === 'data') return dataBytes(url);
  if (location.kind === 'remote') return fetched?.get(remoteKey(url));
  return location.kind === 'file' ? readHead(location.path, folder) : undefined;
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

function readHead(path: string, folder: string): Uint8Array | undefined {
  return bytesOf(readUserFile(path, { limit: headBytes, within: folder, part: 'head' }));
}

function readWhole(path: string, folder: string): Uint8Array | undefined {
  return bytesOf(readUserFile(path, { limit: limits.pictureBytes, within: folder }));
}

/** A file that is there and may not be read is as good as one in a wrong format. */
function bytesOf(file: Uint8Array | UnreadFile): Uint8Array | undefined {
  return file instanceof Uint8Array ? file : undefined;
}

const svgType = 'image/svg+xml';

/** Formats that every browser shows, by `image-size`'s name. */
const mimeTypes: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['bmp', 'image/bmp'],
]);

export interface PictureType {
  readonly mime: string;
  /** Natural size in px, turned as the camera says. */
  readonly width: number;
  readonly height: number;
}

// It looks for a root of SVG from every `<svg` in a file, to the end each time.
disableTypes(['svg']);

/** Read from the first bytes of a file; `undefined` for what no browser shows. */
export function pictureType(head: Uint8Array): PictureType | undefined {
  const drawing = svgSize(head);
  if (drawing) return { mime: svgType, ...drawing };
  try {
    const { type = '', width, height, orientation = 1 } = imageSize(head);
    const mime = mimeTypes.get(type);
    if (!mime || !(width > 0) || !(height > 0)) return undefined;
    // EXIF orientations from 5 on lie on their side.
    return orientation >= 5 ? { mime, width: height, height: width } : { mime, width, height };
  } catch {
    // The library throws for every file it does not know.
    return undefined;
  }
}

/** Bytes of a known type as an address. */
export function dataUri(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;
}

import { imageSize } from 'image-size';

/** Formats that every browser shows, by `image-size`'s name. */
const mimeTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    png: 'image/png',
    jpg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    avif: 'image/avif',
    svg: 'image/svg+xml',
    bmp: 'image/bmp',
  }),
);

export interface PictureType {
  readonly mime: string;
  /** Natural size in px, turned as the camera says. */
  readonly width: number;
  readonly height: number;
}

/** What browsers give an SVG that does not say its size. */
const unsizedSvg: PictureType = { mime: 'image/svg+xml', width: 300, height: 150 };

/** Read from the first bytes of a file; `undefined` for what no browser shows. */
export function pictureType(head: Uint8Array): PictureType | undefined {
  try {
    const { type = '', width, height, orientation = 1 } = imageSize(head);
    const mime = mimeTypes.get(type);
    if (!mime || !(width > 0) || !(height > 0)) return undefined;
    // EXIF orientations from 5 on lie on their side.
    return orientation >= 5 ? { mime, width: height, height: width } : { mime, width, height };
  } catch {
    // The library throws for every file it does not know, and for SVG without a size.
    return looksLikeSvg(head) ? unsizedSvg : undefined;
  }
}

function looksLikeSvg(head: Uint8Array): boolean {
  const text = Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i.test(text);
}

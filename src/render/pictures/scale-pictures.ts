// A screenshot of 40 million pixels is shown by two million of them: the rest would only make the
// outputs heavy and the browser slow. Loaded for pictures that large alone.
import type Vips from 'wasm-vips';
import { limits } from '../../diagnostics/index.ts';
import type { PictureType } from './read-picture.ts';

export interface Scaler {
  /** The picture at three times the size of a slide at most; as it is where that is small enough. */
  scale(bytes: Uint8Array, type: PictureType): Promise<Uint8Array>;
  /** Ends what `scale` started. */
  close(): void;
}

export function createScaler(): Scaler {
  let loading: Promise<typeof Vips> | undefined;
  let loaded: typeof Vips | undefined;
  return {
    async scale(bytes, type) {
      const save = savers.get(type.mime);
      if (!save || type.width * type.height <= limits.scaledFromPixels) return bytes;
      loading ??= loadVips();
      loaded = await loading;
      return scaleDown(loaded, bytes, save);
    },
    close() {
      loaded?.shutdown();
    },
  };
}

async function loadVips(): Promise<typeof Vips> {
  const { default: load } = await import('wasm-vips');
  return load({ dynamicLibraries: [] });
}

/** Formats that come out as they went in. Drawings have no pixels, and animations would stand still. */
const savers: ReadonlyMap<string, (image: Vips.Image) => Uint8Array> = new Map(
  Object.entries({
    'image/jpeg': (image) => image.jpegsaveBuffer({ Q: 85 }),
    'image/png': (image) => image.pngsaveBuffer(),
    'image/webp': (image) => image.webpsaveBuffer({ Q: 85 }),
  }),
);

/** Turned as the camera says, with its colour profile. A picture that is damaged stays as it is: browsers show what there is. */
function scaleDown(
  vips: typeof Vips,
  bytes: Uint8Array,
  save: (image: Vips.Image) => Uint8Array,
): Uint8Array {
  const { pictureWidth: width, pictureHeight: height } = limits;
  try {
    const image = vips.Image.thumbnailBuffer(bytes, width, { height, size: 'down' });
    try {
      return save(image);
    } finally {
      image.delete();
    }
  } catch (error) {
    if (error instanceof Error && /unable to (?:call|read|load)|VipsForeign|Unsupported/i.test(error.message))
      return bytes;
    throw error;
  }
}

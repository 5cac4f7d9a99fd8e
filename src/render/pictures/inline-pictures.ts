import type Vips from 'wasm-vips';
import { EnvironmentError, limits } from '../../diagnostics/index.ts';
import { escapeHtml } from '../../escape.ts';
import { unescapeHtml } from '../html-text.ts';
import { dataUri, type PictureOptions, type PictureType, pictureData } from './read-picture.ts';

/** An address that shows nothing and asks nobody. */
const nothing = 'data:,';

const imageSource = /(<img\b[^>]*?\ssrc=")([^"]*)(")/g;
const backgroundSource = /(url\(&quot;)(.*?)(&quot;\))/g;

/**
 * Puts the pictures themselves where the slides name them, scaled down to what a slide can show.
 * SVG goes into `img` only, where its scripts do not run. What cannot be shown is never left as an
 * address that a browser would fetch. Throws an `EnvironmentError` when all together are too much.
 */
export async function inlinePictures(html: string, options: PictureOptions): Promise<string> {
  const sources = [...html.matchAll(imageSource), ...html.matchAll(backgroundSource)].map(
    ([, , source = '']) => source,
  );
  const uris = await readAll(sources, options);
  const inline = (_whole: string, before: string, source: string, after: string): string =>
    before + escapeHtml(uris.get(source) ?? nothing) + after;
  return html.replace(imageSource, inline).replace(backgroundSource, inline);
}

/** Each once, one after the other: unpacked they are large. */
async function readAll(
  sources: readonly string[],
  options: PictureOptions,
): Promise<ReadonlyMap<string, string>> {
  const uris = new Map<string, string>();
  const scaler = createScaler();
  let size = 0;
  try {
    for (const source of sources) {
      const uri = uris.get(source) ?? (await uriOf(unescapeHtml(source), options, scaler));
      uris.set(source, uri);
      size += uri.length;
      if (size > limits.allPicturesBytes) throw tooMuch();
    }
  } finally {
    scaler.close();
  }
  return uris;
}

async function uriOf(url: string, options: PictureOptions, scaler: Scaler): Promise<string> {
  if (url.startsWith('data:')) return url;
  const data = pictureData(url, options);
  return data ? dataUri(data.type.mime, await scaler.scale(data.bytes, data.type)) : nothing;
}

function tooMuch(): EnvironmentError {
  return new EnvironmentError(
    'output/too-large',
    `The pictures of the slides hold more than ${limits.allPicturesBytes / 1e6} MB together`,
    'Show fewer or smaller pictures: a file as large as that opens nowhere.',
  );
}

/**
 * A picture behind every slide stands in the page once: as a property that the slides name. `html`
 * is Marp's, where each slide has it in its `style`.
 */
export function shareBackgrounds(html: string): { readonly html: string; readonly css: string } {
  const names = new Map<string, string>();
  const shared = html.replace(/url\(&quot;(data:image\/[^&"]*)&quot;\)/g, (_, data: string) => {
    const name = names.get(data) ?? `--background-picture-${names.size + 1}`;
    names.set(data, name);
    return `var(${name})`;
  });
  const css = [...names].map(([data, name]) => `:root { ${name}: url("${data}") }\n`).join('');
  return { html: shared, css };
}

// A screenshot of 40 million pixels is shown by two million of them: the rest would only make the
// outputs heavy and the browser slow. Loaded for pictures that large alone.

interface Scaler {
  /** The picture at three times the size of a slide at most; as it is where that is small enough. */
  scale(bytes: Uint8Array, type: PictureType): Promise<Uint8Array>;
  /** Ends what `scale` started. */
  close(): void;
}

function createScaler(): Scaler {
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
  // What it says of a picture, on standard error, may hold words of the picture's maker.
  const preRun = (module: { ENV: Record<string, string> }): void => {
    module.ENV.VIPS_WARNING = '0';
  };
  return load({ dynamicLibraries: [], preRun });
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
    // What is thrown inside the library, and not by its JavaScript, is no `Error`.
    if (!(error instanceof Error)) return bytes;
    if (/unable to (?:call|read|load)|VipsForeign|Unsupported/i.test(error.message)) return bytes;
    throw error;
  }
}

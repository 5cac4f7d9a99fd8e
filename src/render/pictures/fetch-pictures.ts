import { limits } from '../../diagnostics/index.ts';
import { locatePicture } from './locate-picture.ts';

/** Pictures from the network, by `remoteKey`; `undefined` for one that did not come. */
export type FetchedPictures = ReadonlyMap<string, Uint8Array | undefined>;

/** The same address however it is spelt: Markdown percent-encodes on its way to HTML. */
export function remoteKey(url: string): string {
  const absolute = url.startsWith('//') ? `https:${url}` : url;
  return URL.canParse(absolute) ? new URL(absolute).href : absolute;
}

/** Fetches those of `urls` that are remote, each once, at most 25 MB and 20 s each. Never throws. */
export async function fetchPictures(urls: Iterable<string>): Promise<FetchedPictures> {
  const remote = [...urls].filter((url) => locatePicture(url, '/').kind === 'remote');
  const keys = [...new Set(remote.map(remoteKey))];
  const answers = await Promise.all(keys.map(async (key) => [key, await fetchOne(key)] as const));
  return new Map(answers);
}

async function fetchOne(url: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limits.fetchMilliseconds) });
    return response.ok && response.body ? await readLimited(response.body) : undefined;
  } catch {
    // No network, no such server, no time: for the deck they are the same, the picture is missing.
    return undefined;
  }
}

async function readLimited(body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > limits.fetchedBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

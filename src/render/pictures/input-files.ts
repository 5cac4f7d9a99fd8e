// Which files a deck's pictures are read from, those included that are not there yet: what they
// hold decides whether a deck is still the one that was built.
import { dirname } from 'node:path';
import type { Stylesheet } from '../../theme/index.ts';
import { address } from './inline-stylesheet.ts';
import { possiblePaths } from './locate-picture.ts';

/** Absolute paths that the addresses may mean; none outside the folder. */
export function pictureInputs(urls: readonly string[], folder: string): readonly string[] {
  return urls.flatMap((url) => possiblePaths(url, folder));
}

/** The same for what a stylesheet names with `url()`. */
export function stylesheetInputs({ css, path }: Stylesheet): readonly string[] {
  const urls = [...css.matchAll(address)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
  return pictureInputs(urls, dirname(path));
}

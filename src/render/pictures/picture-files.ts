import type { Deck } from '../../deck/index.ts';
import { locatePicture } from './locate-picture.ts';

/** Absolute paths of the files that the deck shows. */
export function pictureFiles({ pictures }: Pick<Deck, 'pictures'>, folder: string): readonly string[] {
  return pictures.flatMap((url) => {
    const location = locatePicture(url, folder);
    return location.kind === 'file' ? [location.path] : [];
  });
}

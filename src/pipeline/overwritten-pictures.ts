import { existsSync, realpathSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/index.ts';
import { picturesIn } from '../input/index.ts';
import { pictureFiles, pngPath } from '../render/index.ts';
import type { CompiledFile } from './compile-file.ts';

/** An error for each picture of the notes that has the name of a slide's own PNG. */
export function overwrittenPictures({ value, folder }: CompiledFile, base: string): readonly Diagnostic[] {
  if (!value) return [];
  const { deck, notes } = value;
  const targets = deck.slides.map((_, at) => pngPath(base, at + 1)).filter((path) => existsSync(path));
  const lost = new Map(targets.map((path) => [realpathSync(path), path]));
  if (lost.size === 0) return [];
  return deck.pictures.flatMap((url) => {
    const path = pictureFiles({ pictures: [url] }, folder).map((file) => lost.get(realpathSync(file)))[0];
    const place = picturesIn(notes).find((picture) => picture.url === url);
    const span = { path: notes.source.path, start: place?.start ?? 0, end: place?.end ?? 0 };
    return path === undefined ? [] : [problem(path, span)];
  });
}

function problem(path: string, span: Diagnostic['span']): Diagnostic {
  return {
    code: 'notes/picture-overwritten',
    severity: 'error',
    message: `a picture of a slide would be written over ${path}, which the notes show`,
    span,
    help: 'build into another folder with -o, or rename the picture',
  };
}

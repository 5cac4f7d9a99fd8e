import { dirname, resolve } from 'node:path';
import type { Compiled } from '../../compile.ts';
import type { Section } from '../../notes/index.ts';
import type { Talk, TalkPicture } from '../../site/index.ts';
import type { BuiltFile } from '../build-file.ts';
import { inside } from './inside.ts';
import type { Library } from './library.ts';

/** What the page says of a talk that was built; nothing when its notes could not be read. */
export function talkOf(file: BuiltFile, library: Library): Talk | undefined {
  const { value } = file.file;
  if (!value) return undefined;
  const { notes, plan } = value;
  const { title, subtitle, speaker, affiliation, event, date, lang, dir } = plan.deck;
  return {
    title,
    ...(subtitle && { subtitle }),
    ...(speaker && { speaker }),
    ...(affiliation && { affiliation }),
    ...(event && { event }),
    ...(date && { date }),
    tags: (notes.title.tags ?? []).map(({ text }) => text),
    lang,
    dir,
    slides: plan.slides.length,
    sections: titlesOf(notes.sections),
    folder: inside(library.folder, dirname(resolve(library.cwd, file.built.path))),
    files: file.built.outputs
      .filter(({ format, path }) => format !== 'png' || path.endsWith('.001.png'))
      .map(({ format, path }) => ({ format, path: inside(library.site, path) })),
    picture: pictureOf(file, value),
  };
}

function titlesOf(sections: readonly Section[]): readonly string[] {
  const titles = sections.flatMap(({ titleText, sections: below }) => [
    titleText,
    ...below.map((section) => section.titleText),
  ]);
  return titles.filter((title) => title !== '').slice(0, sectionsAtMost);
}

/** A search by subject needs no more, and a page of 500 talks is no place for all of them. */
const sectionsAtMost = 30;

function pictureOf({ picture }: BuiltFile, { theme }: Compiled): TalkPicture {
  const { width, height } = theme.size;
  if (picture) {
    return { kind: 'screenshot', webp: Buffer.from(picture).toString('base64'), width, height };
  }
  const token = (name: string, otherwise: string): string => theme.tokens.get(name) ?? otherwise;
  const text = token('--text', '#1d1b18');
  const colours = {
    background: token('--background', '#ffffff'),
    text,
    muted: token('--muted', text),
    accent: token('--accent', text),
  };
  return { kind: 'card', colours, width, height };
}

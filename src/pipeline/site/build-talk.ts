import { dirname, relative, resolve, sep } from 'node:path';
import type { Compiled } from '../../compile.ts';
import type { Section } from '../../notes/index.ts';
import type { Talk, TalkPicture } from '../../site/index.ts';
import { type BuildTools, type BuiltFile, buildFile } from '../build-file.ts';
import type { BuildOptions } from '../built.ts';
import { hashInputs, inputsOf } from '../inputs-of.ts';
import type { Output } from '../name-outputs.ts';
import type { TalkRecord } from './manifest.ts';

/** One talk of a library, to be built. Plain data but for the listener in the options. */
export interface TalkRequest {
  readonly output: Output;
  readonly library: Library;
  readonly key: string;
}

export interface BuiltTalk extends Pick<BuiltFile, 'built' | 'sources'> {
  /** Not there when the notes have an error: what was built before stays. */
  readonly record: TalkRecord | undefined;
}

/** The talk at the top of the page is shown about so large; the others have two pixels a px. */
const pictureWidth = 720;

/** Builds one talk; returns the record for the manifest too. */
export async function buildTalk(
  { output, library, key }: TalkRequest,
  tools: BuildTools,
): Promise<BuiltTalk> {
  const { options, cwd, site } = library;
  const formats = options.formats ?? ['html', 'pdf', 'handout'];
  const file = await buildFile(output, { options, formats, ...tools, pictureWidth });
  const { built, sources } = file;
  const talk = talkOf(file, library);
  if (!talk || built.outputs.length === 0) return { built, sources, record: undefined };
  const record: TalkRecord = {
    key: mayBeKept(file) ? key : '',
    inputs: hashInputs(inputsOf(file.file, cwd), file.file.folder),
    outputs: built.outputs.map(({ format, path, bytes, presenterNotes }) => ({
      format,
      path: inside(site, path),
      bytes,
      ...(presenterNotes && { presenterNotes }),
    })),
    talk,
    diagnostics: built.diagnostics,
    cwd: relative(library.folder, cwd),
    path: output.notes,
  };
  return { built, sources, record };
}

/** A talk that something went wrong with, or that came in part from the network, is built again. */
function mayBeKept({ built, file }: BuiltFile): boolean {
  return !built.failure && built.lost.length === 0 && !file.fetched;
}

/** The page's entry for a talk that was built; undefined when its notes could not be read. */
function talkOf(file: BuiltFile, library: Library): Talk | undefined {
  const { value } = file.file;
  if (!value) return undefined;
  const { notes, plan, hints } = value;
  const writtenDate = hints.deck.date ?? notes.title.date?.text;
  const { title, subtitle, speaker, affiliation, event, date, lang, dir } = plan.deck;
  return {
    title,
    ...(subtitle && { subtitle }),
    ...(speaker && { speaker }),
    ...(affiliation && { affiliation }),
    ...(event && { event }),
    ...(date && { date }),
    ...(writtenDate && { writtenDate }),
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

/** The way from a folder to a path, with slashes on every system. */
function inside(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** What all talks of a library have in common. */
export interface Library {
  readonly cwd: string;
  /** Absolute: where the notes are, and where the site is. */
  readonly folder: string;
  readonly site: string;
  readonly options: BuildOptions;
}

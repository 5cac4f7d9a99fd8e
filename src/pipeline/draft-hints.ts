import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ListItem } from 'mdast';
import type { Checked } from '../diagnostics/index.ts';
import { initHints, type SectionChoice } from '../hints/index.ts';
import { type Block, type Notes, plainText, type Section } from '../notes/index.ts';
import { packageFile } from '../package-file.ts';
import type { Plan, Slide } from '../plan/index.ts';
import { type CompiledFile, compileFile } from './compile-file.ts';

interface DraftOptions {
  readonly cwd?: string | undefined;
  /** The folder where the text will stand; that of the notes when not given. */
  readonly folder?: string | undefined;
}

/** The text of a hints file that states the automatic choices, ready to edit. Writes nothing. */
export async function draftHints(
  path: string,
  { cwd, folder }: DraftOptions = {},
): Promise<Checked<string | undefined> & Pick<CompiledFile, 'sources'>> {
  const { value, diagnostics, sources } = await compileFile(path, { cwd, hints: null });
  const schema = schemaAddress(resolve(cwd ?? '.', folder ?? dirname(path)));
  return {
    value: value && initHints(value.notes, sectionChoices(value.notes, value.plan), schema),
    diagnostics,
    sources,
  };
}

/** What was chosen for each section that has slides of its own, in order. */
function sectionChoices(notes: Notes, plan: Plan): readonly SectionChoice[] {
  const slides = new Map<Section, Slide[]>();
  for (const slide of plan.slides) {
    const section = slide.spans[0] && sectionAt(slide.spans[0].start, notes.sections);
    if (section) slides.set(section, [...(slides.get(section) ?? []), slide]);
  }
  return [...slides].map(([section, own]) => ({ section, slides: slideChoices(section, own) }));
}

/** The innermost section around an offset. */
function sectionAt(offset: number, sections: readonly Section[]): Section | undefined {
  const around = sections.find(({ span }) => span.start <= offset && offset < span.end);
  return around && (sectionAt(offset, around.sections) ?? around);
}

/** A slide that begins with nothing that a hint can take goes with the one before. */
function slideChoices(section: Section, slides: readonly Slide[]): SectionChoice['slides'] {
  const own = slides.map((slide) => ({ slide, take: openings(section, slide) }));
  const named = own.filter(({ take }, at) => at === 0 || take.length > 0);
  return named.map(({ slide: { title, layout, reason }, take }) => ({
    title: title?.text.replace(/\s+/gu, ' ').trim() ?? '',
    layout,
    take,
    reason,
  }));
}

/** The opening words of the section's items and blocks that are on the slide. */
function openings(section: Section, { spans }: Slide): readonly string[] {
  const starts = new Set(spans.map(({ start }) => start));
  const units = section.blocks.flatMap((block): readonly (Block | ListItem)[] =>
    block.type === 'list' ? block.children : [block],
  );
  return units.flatMap((unit) => {
    if (!starts.has(unit.position?.start.offset ?? -1)) return [];
    const words = plainText(unit.type === 'listItem' ? unit.children.slice(0, 1) : [unit]).trim();
    return words === '' ? [] : [words];
  });
}

const inPackage = 'schema/hints.json';

/**
 * How a hints file in `folder` names the schema that comes with Lectern, so that editors find it without a network.
 * Where Lectern is installed in the project around the folder, or the folder is in a checkout of Lectern, a relative
 * path, which holds on other machines too; else the address of the file on this one.
 */
function schemaAddress(folder: string): string {
  const installed = join('node_modules/lectern', inPackage);
  const project = foldersAround(folder).find((path) => existsSync(join(path, installed)));
  if (project !== undefined) return relativePath(folder, join(project, installed));
  const isInCheckout = isAround(packageFile('.'), folder);
  return isInCheckout
    ? relativePath(folder, packageFile(inPackage))
    : pathToFileURL(packageFile(inPackage)).href;
}

/** From the inside out. */
function foldersAround(folder: string): readonly string[] {
  const outer = dirname(folder);
  return outer === folder ? [folder] : [folder, ...foldersAround(outer)];
}

function isAround(outer: string, folder: string): boolean {
  const way = relative(outer, folder);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}

function relativePath(folder: string, path: string): string {
  const way = relative(folder, path).split(sep).join('/');
  return way.startsWith('.') ? way : `./${way}`;
}

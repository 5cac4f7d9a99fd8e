import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Compiled, compile } from '../../src/compile.ts';
import { type Checked, formatDiagnostic, type Source } from '../../src/diagnostics/index.ts';
import type { Slide } from '../../src/plan/index.ts';
import { type Picture, readThemeFiles } from '../../src/theme/index.ts';

export const casesFolder: string = fileURLToPath(new URL('../fixtures/decks/', import.meta.url));
export const caseNames: readonly string[] = readdirSync(casesFolder);

export interface Case {
  readonly compiled: Checked<Compiled>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A folder of notes, and of hints if it has some; the notes are its Markdown that is no output. */
export async function compileCase(name: string): Promise<Case> {
  const folder = join(casesFolder, name);
  const notesName = readdirSync(folder).find((file) => /(?<!\.marp)\.md$/.test(file)) ?? 'notes.md';
  const source = (file: string): Source => ({ path: file, text: readFileSync(join(folder, file), 'utf8') });
  const notes = source(notesName);
  const hints = existsSync(join(folder, 'hints.yaml')) ? source('hints.yaml') : undefined;
  const compiled = await compile({ notes, hints, themeFiles: readThemeFiles, pictures: pictureOf, folder });
  return { compiled, sources: new Map([notes, ...(hints ? [hints] : [])].map((it) => [it.path, it])) };
}

/** The name of a picture says what it is: `quay-1600x900.png`. */
function pictureOf(url: string): Picture {
  if (/^https?:/.test(url)) return { status: 'remote' };
  const [, width, height] = /-(\d+)x(\d+)\./.exec(url) ?? [];
  return width && height
    ? { status: 'found', width: Number(width), height: Number(height) }
    : { status: 'missing' };
}

/** One line a slide: number, layout, bodySize, fill to a tenth, title, section when it is another, reason. */
export function explained({ compiled }: Case): string {
  const lines = compiled.value.plan.slides.map((slide, index) => slideLine(slide, index + 1));
  return `${lines.join('\n')}\n`;
}

function slideLine({ layout, bodySize, title, section, fill, reason }: Slide, number: number): string {
  const part = title?.part ? ` (${title.part.number}/${title.part.of})` : '';
  const name = title ? `${title.text}${part}` : '–';
  const within = section.at(-1) === title?.text ? section.slice(0, -1) : section;
  const place = within.length > 0 ? ` in ${within.join(' > ')}` : '';
  const tenths = `${Math.round(fill * 10) * 10} %`;
  return `${number}  ${layout} ${bodySize} ${tenths}  ${name}${place}  – ${reason}`;
}

/** Every problem as people read it, in the order of the notes; empty when there is none. */
export function problems({ compiled, sources }: Case): string {
  const inOrder = [...compiled.diagnostics].sort((a, b) => a.span.start - b.span.start);
  return inOrder.map((it) => `${formatDiagnostic(it, sources)}\n`).join('\n');
}

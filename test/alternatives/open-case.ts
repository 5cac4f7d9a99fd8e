import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Alternative,
  type Alternatives,
  type CompiledFile,
  compileFile,
  findAlternatives,
} from '../../src/pipeline/index.ts';

export const casesFolder: string = fileURLToPath(new URL('../fixtures/alternatives/', import.meta.url));
export const caseNames: readonly string[] = readdirSync(casesFolder);

export interface OpenCase {
  readonly folder: string;
  readonly file: CompiledFile;
  /** Of every slide, in order. */
  readonly all: readonly Alternatives[];
}

/** A copy of the case in a folder of its own, with the alternatives of every slide. */
export async function openCase(name: string): Promise<OpenCase> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lectern-alternatives-')));
  cpSync(join(casesFolder, name), folder, { recursive: true });
  rmSync(join(folder, 'expected.txt'), { force: true });
  const file = await compileFile('talk.md', { cwd: folder });
  const all: Alternatives[] = [];
  for (const at of (file.value?.plan.slides ?? []).keys())
    all.push(await findAlternatives(file, at + 1, { cwd: folder }));
  return { folder, file, all };
}

/** The hint put into the hints file as the page says, and the notes compiled from the files. */
export function paste(folder: string, text: string, { hint, hintsPath }: Alternative): Promise<CompiledFile> {
  const [first, last] = hint.lines ?? [0, 0];
  const lines = text === '' ? [] : text.trimEnd().split('\n');
  const added = hint.text.trimEnd().split('\n');
  if (hint.kind === 'create' || hint.kind === 'append') lines.push(...added);
  else if (hint.kind === 'insert') lines.splice(last, 0, ...added);
  else lines.splice(first - 1, last - first + 1, ...added);
  writeFileSync(join(folder, hintsPath), `${lines.join('\n')}\n`);
  return compileFile('talk.md', { cwd: folder });
}

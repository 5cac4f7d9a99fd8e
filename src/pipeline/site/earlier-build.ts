import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Source } from '../../diagnostics/index.ts';
import { readSource } from '../../input/index.ts';
import type { Output } from '../name-outputs.ts';
import type { BuiltTalk } from './build-talk.ts';
import { areSame } from './hash-inputs.ts';
import type { Library } from './library.ts';
import type { OutputRecord, TalkRecord } from './manifest.ts';

/** The talk as the last build left it, its warnings included; nothing when it has to be built again. */
export function earlierBuild(
  record: TalkRecord,
  output: Output,
  library: Library,
  key: string,
): BuiltTalk | undefined {
  const { cwd, site } = library;
  if (record.key !== key || !pointsFromHere(record, output, library)) return undefined;
  if (!record.outputs.every((file) => isThere(file, site))) return undefined;
  if (!areSame(record.inputs, dirname(resolve(cwd, output.notes)))) return undefined;
  const outputs = record.outputs.map((file) => ({ ...file, path: resolve(site, file.path) }));
  const { diagnostics } = record;
  const none = { slides: [], ledger: [], lost: [], milliseconds: {} };
  const built = { path: output.notes, outputs, diagnostics, ...none, unchanged: true as const };
  return { built, sources: sourcesOf(record, cwd), record };
}

/** The places that its warnings name must be found from where the user stands now. */
function pointsFromHere(
  { diagnostics, cwd, path }: TalkRecord,
  { notes }: Output,
  library: Library,
): boolean {
  return diagnostics.length === 0 || (cwd === relative(library.folder, library.cwd) && path === notes);
}

function isThere({ path, bytes }: OutputRecord, site: string): boolean {
  return statSync(resolve(site, path), { throwIfNoEntry: false })?.size === bytes;
}

function sourcesOf({ diagnostics }: TalkRecord, cwd: string): ReadonlyMap<string, Source> {
  const paths = new Set(
    diagnostics
      .flatMap(({ span, related = [] }) => [span, ...related.map((one) => one.span)])
      .map(({ path }) => path),
  );
  return new Map(
    [...paths].flatMap((path) => {
      const { value } = readSource(path, cwd);
      return value ? [[path, value] as const] : [];
    }),
  );
}

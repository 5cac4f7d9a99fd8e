import { relative } from 'node:path';
import { type BuildTools, type BuiltFile, buildFile } from '../build-file.ts';
import { inputsOf } from '../inputs-of.ts';
import type { Output } from '../name-outputs.ts';
import { hashInputs } from './hash-inputs.ts';
import { inside } from './inside.ts';
import type { Library } from './library.ts';
import type { TalkRecord } from './manifest.ts';
import { talkOf } from './talk-of.ts';

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

/** Builds one talk and says what to remember of it. */
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

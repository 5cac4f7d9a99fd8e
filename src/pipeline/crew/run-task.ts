import type { Format } from '../../render/index.ts';
import { type BuildTools, buildFile } from '../build-file.ts';
import type { BuildOptions } from '../built.ts';
import type { Output } from '../name-outputs.ts';
import { type BuiltTalk, buildTalk, type TalkRequest } from '../site/build-talk.ts';

/** One notes file to be built, by itself or as a talk of a library. Plain data but for the options' listener. */
export type Task =
  | {
      readonly kind: 'notes';
      readonly output: Output;
      readonly options: BuildOptions;
      readonly formats: readonly Format[];
    }
  | { readonly kind: 'talk'; readonly request: TalkRequest };

export async function runTask(task: Task, tools: BuildTools): Promise<BuiltTalk> {
  if (task.kind === 'talk') return buildTalk(task.request, tools);
  const { output, options, formats } = task;
  const { built, sources } = await buildFile(output, { options, formats, ...tools });
  return { built, sources, record: undefined };
}

/** The formats it is built in. */
export function formatsOf(task: Task): readonly Format[] {
  const formats = task.kind === 'talk' ? task.request.library.options.formats : task.formats;
  return formats ?? ['html', 'pdf', 'handout'];
}

/** Without what cannot leave the thread. */
export function plainTask(task: Task): Task {
  if (task.kind === 'notes') return { ...task, options: plainOptions(task.options) };
  const { library } = task.request;
  return {
    kind: 'talk',
    request: { ...task.request, library: { ...library, options: plainOptions(library.options) } },
  };
}

function plainOptions({ onEvent, cache, ...options }: BuildOptions): BuildOptions {
  return options;
}

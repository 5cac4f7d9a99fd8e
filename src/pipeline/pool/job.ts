import type { Format } from '../../render/index.ts';
import { type BuildTools, buildFile } from '../build-file.ts';
import type { BuildOptions } from '../built.ts';
import type { Output } from '../name-outputs.ts';
import { type BuiltTalk, buildTalk, type TalkRequest } from '../site/build-talk.ts';

/** One notes file to be built, by itself or as a talk of a library. Plain data but for the options' listener. */
export type Job =
  | {
      readonly kind: 'notes';
      readonly output: Output;
      readonly options: BuildOptions;
      readonly formats: readonly Format[];
    }
  | { readonly kind: 'talk'; readonly request: TalkRequest };

export async function runJob(job: Job, tools: BuildTools): Promise<BuiltTalk> {
  if (job.kind === 'talk') return buildTalk(job.request, tools);
  const { output, options, formats } = job;
  const { built, sources } = await buildFile(output, { options, formats, ...tools });
  return { built, sources, record: undefined };
}

/** The formats it is built in. */
export function formatsOf(job: Job): readonly Format[] {
  const formats = job.kind === 'talk' ? job.request.library.options.formats : job.formats;
  return formats ?? ['html', 'pdf', 'handout'];
}

/** Without what cannot leave the thread. */
export function withoutListeners(job: Job): Job {
  if (job.kind === 'notes') return { ...job, options: plainOptions(job.options) };
  const { library } = job.request;
  const options = plainOptions(library.options);
  return { kind: 'talk', request: { ...job.request, library: { ...library, options } } };
}

function plainOptions({ onEvent, cache, ...options }: BuildOptions): BuildOptions {
  return options;
}

/**
 * What a worker thread and the main one send each other. The worker compiles, renders and works
 * on PDF files; the browser and the disk stay with the main thread, of which the worker requests what they do.
 */

import { type EnvironmentCode, EnvironmentError } from '../../diagnostics/index.ts';
import type { Format, PrintPage } from '../../render/index.ts';
import { type BuildTools, buildFile } from '../build-file.ts';
import type { BuildOptions, BuildStep } from '../built.ts';
import type { Output } from '../name-outputs.ts';
import { type BuiltTalk, buildTalk, type TalkRequest } from '../site/build-talk.ts';

/** `jobId` names the job that a message belongs to: a worker has two at a time. */
export type ToWorker =
  | { readonly kind: 'start'; readonly jobId: number; readonly job: Job }
  | { readonly kind: 'response'; readonly id: number; readonly outcome: Outcome };

export type FromWorker =
  | { readonly kind: 'step'; readonly jobId: number; readonly step: BuildStep }
  | { readonly kind: 'request'; readonly jobId: number; readonly id: number; readonly request: WorkerRequest }
  | { readonly kind: 'done'; readonly jobId: number; readonly outcome: Outcome };

export type WorkerRequest =
  | {
      readonly kind: 'write';
      readonly format: Format;
      readonly path: string;
      readonly data: string | Uint8Array;
    }
  | { readonly kind: 'open-page' }
  | { readonly kind: 'call-page'; readonly method: keyof PrintPage; readonly args: readonly unknown[] }
  | { readonly kind: 'close-page'; readonly reason: 'finished' | 'failed' }
  | { readonly kind: 'discard-browser' };

/** The result of a job. Its failure is apart, as no class survives the way. */
export interface SentTalk {
  readonly talk: BuiltTalk;
  readonly failure: ErrorData | undefined;
}

/** What work gave, or how it failed. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly error: ErrorData };

/** An error as plain data; `environment` is there for an `EnvironmentError`. */
interface ErrorData {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly environment: { readonly code: EnvironmentCode; readonly remedy: string } | undefined;
}

export async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { kind: 'value', value: await work() };
  } catch (error) {
    return { kind: 'error', error: errorData(error) };
  }
}

/** Throws what was thrown in the other thread. */
export function resultOf(outcome: Outcome): unknown {
  if (outcome.kind === 'error') throw errorFrom(outcome.error);
  return outcome.value;
}

export function errorData(thrown: unknown): ErrorData {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { name, message, stack } = error;
  const environment =
    error instanceof EnvironmentError ? { code: error.code, remedy: error.remedy } : undefined;
  return { name, message, stack, environment };
}

/** The error again, with the stack it had in the other thread. */
export function errorFrom({ name, message, stack, environment }: ErrorData): Error {
  const error = environment
    ? new EnvironmentError(environment.code, message, environment.remedy)
    : Object.assign(new Error(message), { name });
  if (stack !== undefined) error.stack = stack;
  return error;
}

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

/**
 * What a worker thread and the main one say to each other. The worker compiles, renders and works
 * on PDF files; the browser and the disk stay with the main thread, which the worker asks.
 */
import type { Artifact, Format, PrintPage } from '../../render/index.ts';
import type { BuildStep } from '../built.ts';
import type { BuiltTalk } from '../site/build-talk.ts';
import type { Task } from './run-task.ts';

/** `at` is the number of the task that a message belongs to: a worker has more than one. */
export type ToWorker =
  | { readonly kind: 'task'; readonly at: number; readonly task: Task }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer };

export type FromWorker =
  | { readonly kind: 'step'; readonly at: number; readonly step: BuildStep }
  | { readonly kind: 'wish'; readonly at: number; readonly id: number; readonly wish: Wish }
  | { readonly kind: 'done'; readonly at: number; readonly answer: Answer };

export type Wish =
  | {
      readonly kind: 'write';
      readonly format: Format;
      readonly path: string;
      readonly data: string | Uint8Array;
    }
  | { readonly kind: 'open-page' }
  | { readonly kind: 'use-page'; readonly method: PageMethod; readonly args: readonly unknown[] }
  | { readonly kind: 'close-page'; readonly outcome: 'fine' | 'failed' }
  | { readonly kind: 'give-up' };

/** What printing asks of a page. */
export const pageMethods: readonly PageMethod[] = [
  'setViewport',
  'emulateMediaType',
  'setContent',
  'evaluate',
  'pdf',
  'screenshot',
];
export type PageMethod = keyof PrintPage;

export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** An error as plain data; `remedy` makes it one of the environment. */
export interface Problem {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly remedy: string | undefined;
}

/** The result of a task: what the environment could not do is told apart, as no class survives the way. */
export interface SentTalk {
  readonly talk: BuiltTalk;
  readonly failure: Problem | undefined;
}

/** The answer to `write`. */
export type Written = Artifact;

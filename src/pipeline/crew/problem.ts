import { EnvironmentError } from '../../diagnostics/index.ts';
import type { Answer, Problem } from './messages.ts';

export function problemOf(error: unknown): Problem {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const remedy = error instanceof EnvironmentError ? error.remedy : undefined;
  return { name, message, stack, remedy };
}

/** The error again, with the stack it had in the other thread. */
export function errorOf({ name, message, stack, remedy }: Problem): Error {
  const error = remedy === undefined ? new Error(message) : new EnvironmentError(message, remedy);
  if (remedy === undefined) Object.assign(error, { name });
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** What `work` gave, or how it failed. */
export async function answerOf(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { kind: 'value', value: await work() };
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error) };
  }
}

export function given(answer: Answer): unknown {
  if (answer.kind === 'problem') throw errorOf(answer.problem);
  return answer.value;
}

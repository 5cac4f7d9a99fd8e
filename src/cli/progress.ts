import type { BuildEvent } from '../pipeline/index.ts';
import type { Io } from './io.ts';
import { shownPath } from './shown-path.ts';
import { stageWords } from './stage-words.ts';
import { startEstimate } from './time-left.ts';
import { timeText } from './wording.ts';

/** Says on stderr what a build is doing, and takes the line away again with `clear`. */
export interface Progress {
  show(event: BuildEvent): void;
  clear(): void;
}

export const silent: Progress = { show: () => undefined, clear: () => undefined };

/** One line that is rewritten where a person looks, a line per finished file where a log is kept. */
export function startProgress(io: Io): Progress {
  return io.stderr.isTTY ? rewrittenLine(io) : finishedLines(io);
}

function rewrittenLine({ stderr }: Io): Progress {
  const left = startEstimate();
  const clear = (): void => void stderr.write('\r\u001b[2K');
  return {
    clear,
    show(event) {
      const time = left(event);
      if (event.kind !== 'working') return;
      const text = `${counter(event)}${time}${event.path}: ${stageWords[event.stage]} …`;
      clear();
      stderr.write(text.slice(0, (stderr.columns ?? 80) - 1));
    },
  };
}

function finishedLines({ stderr, cwd }: Io): Progress {
  return {
    clear: () => undefined,
    show(event) {
      const text = finishedLine(event, cwd);
      if (text !== undefined) stderr.write(`${counter(event)}${text}\n`);
    },
  };
}

/** A picture of every slide would be too many lines. */
function finishedLine(event: BuildEvent, cwd: string): string | undefined {
  if (event.kind === 'done' && event.outputs.length === 0) return `${event.path}: nothing written`;
  if (event.kind !== 'wrote' || event.output.format === 'png') return undefined;
  return `wrote ${shownPath(event.output.path, cwd)} after ${timeText(event.milliseconds)}`;
}

/** "[2/5] ", where there is more than one file. */
function counter({ number, of }: BuildEvent): string {
  return of > 1 ? `[${number}/${of}] ` : '';
}

import { terminalText } from '../escape.ts';
import type { BuildEvent, BuildStage } from '../pipeline/index.ts';
import type { Io } from './io.ts';
import { shownPath, timeText } from './wording.ts';

/** Shows on stderr what a build is doing; `clear` removes the line. */
interface Progress {
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
      const text = `${counter(event)}${time}${terminalText(event.path)}: ${stageWords[event.stage]} …`;
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
  if (event.kind === 'done' && event.outputs.length === 0)
    return `${terminalText(event.path)}: nothing written`;
  if (event.kind !== 'wrote' || event.output.format === 'png') return undefined;
  return `wrote ${shownPath(event.output.path, cwd)} after ${timeText(event.milliseconds)}`;
}

/** "[2/5] ", where there is more than one file. */
function counter({ number, of }: BuildEvent): string {
  return of > 1 ? `[${number}/${of}] ` : '';
}

/** What each stage does, for the progress line. */
const stageWords: Readonly<Record<BuildStage, string>> = {
  read: 'reading',
  notes: 'reading the notes',
  hints: 'matching the hints',
  theme: 'reading the theme',
  plan: 'planning the slides',
  deck: 'writing the deck',
  slides: 'setting the slides',
  html: 'writing the HTML',
  marp: 'writing the Marp Markdown',
  browser: 'starting the browser',
  fit: 'checking that everything fits',
  pdf: 'printing the PDF',
  handout: 'laying out the handout',
  'presenter-notes': 'writing the presenter notes',
  png: 'taking the pictures',
  pptx: 'making the PowerPoint file',
  'pptx-pictures': 'making the PowerPoint file of pictures',
};

/**
 * Estimates how long the rest of many notes files will take, from how long those before took: "about
 * 3 min left, ". Empty before there is an estimate, or when little time is left.
 */
export function startEstimate(now: () => number = () => performance.now()): (event: BuildEvent) => string {
  const start = now();
  return ({ number, of }) => {
    const done = number - 1;
    if (done < filesBefore) return '';
    const seconds = (((now() - start) / done) * (of - done)) / 1000;
    return seconds < worthAWord ? '' : `about ${rounded(seconds)} left, `;
  };
}

/** A browser has to start first, so the first files say too much. */
const filesBefore = 3;
const worthAWord = 5;

function rounded(seconds: number): string {
  if (seconds < 55) return `${Math.ceil(seconds / 5) * 5} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

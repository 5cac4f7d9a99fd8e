import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { terminalLines } from '../escape.ts';
import {
  type BrowserDescription,
  cacheFolder,
  defaultFontFiles,
  describeBrowser,
  existingPart,
} from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { colorOf, type ExitCode, exitCodes, type Io, nodeProblem } from './io.ts';
import { painter } from './print-diagnostics.ts';
import { count } from './wording.ts';

/** One line of the report. `remedy` is there when something is missing. */
interface ReportLine {
  readonly subject: string;
  readonly text: string;
  readonly remedy?: string;
}

/** `lectern doctor`: what building needs, each with its remedy. Starts the browser to see that it runs. */
export async function doctorCommand({ flags }: { readonly flags: Flags }, io: Io): Promise<ExitCode> {
  const outDir = resolve(io.cwd, flags.values.get('out') ?? '.');
  const browserPath = flags.values.get('browser-path');
  const browser = await describeBrowser({ browserPath });
  const findings = [
    checkNode(process.version),
    await checkFonts(),
    checkFolder('output', outDir, 'choose another folder with -o, or allow writing there'),
    checkFolder(
      'temporary',
      tmpdir(),
      'the browser keeps its profile there: set TMPDIR to a folder of yours',
    ),
    checkCache(browser),
    checkBrowser(browser),
  ];
  for (const finding of findings) io.stdout.write(findingText(finding, io));
  return findings.some(({ remedy }) => remedy) ? exitCodes.environment : exitCodes.fine;
}

function checkNode(version: string): ReportLine {
  const problem = nodeProblem(version);
  return { subject: 'Node', text: version.slice(1), ...(problem && { remedy: problem }) };
}

async function checkFonts(): Promise<ReportLine> {
  const files = await defaultFontFiles();
  const lost = files.filter((path) => !isAllowed(path, constants.R_OK));
  const text = `${count(files.length, 'file')} of the default theme`;
  if (lost.length === 0) return { subject: 'fonts', text };
  return {
    subject: 'fonts',
    text: `${lost.length} of ${text} cannot be read: ${lost[0]}`,
    remedy: 'install again: npm install',
  };
}

/** A folder that is not there yet is made: the nearest above it counts. */
function checkFolder(subject: string, folder: string, remedy: string): ReportLine {
  const { path, kind } = existingPart(folder);
  if (kind === 'file') return { subject, text: `${path} is a file`, remedy };
  if (isAllowed(path, constants.W_OK)) return { subject, text: folder };
  return { subject, text: `${path} cannot be written`, remedy };
}

/** Needed to unpack the bundled browser. Cut fonts stay there too, but a build does without. */
function checkCache({ status }: BrowserDescription): ReportLine {
  const finding = checkFolder(
    'cache',
    cacheFolder(),
    'the bundled browser is unpacked there: set LECTERN_CACHE to a folder of yours',
  );
  if (status !== 'ready' || !finding.remedy) return finding;
  return { subject: finding.subject, text: `${finding.text}, and need not be: the browser is there` };
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    // Why it is not allowed makes no difference to the remedy.
    return false;
  }
}

function checkBrowser({ origin, path, version, sandbox, problem, remedy }: BrowserDescription): ReportLine {
  const text = problem ?? [version, origin, path, `sandbox ${sandbox}`].filter(Boolean).join('\n');
  return { subject: 'browser', text, ...(remedy !== undefined && { remedy }) };
}

function findingText({ subject, text, remedy }: ReportLine, io: Io): string {
  const paint = painter(colorOf(io.stdout, io.env));
  const verdict = remedy === undefined ? paint('green', 'ok     ') : paint('red', 'problem');
  const lines = [
    ...terminalLines(text).split('\n'),
    ...(remedy === undefined
      ? []
      : terminalLines(remedy)
          .split('\n')
          .map((line) => paint('cyan', line))),
  ];
  const [first = '', ...rest] = lines;
  return `${[`${verdict}   ${subject.padEnd(9)}   ${first}`, ...rest.map((line) => ' '.repeat(22) + line)].join('\n')}\n`;
}

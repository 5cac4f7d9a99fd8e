import { styleText } from 'node:util';
import {
  type Diagnostic,
  type EnvironmentError,
  formatDiagnostic,
  type Paint,
  positionOf,
  type Source,
  type Span,
  type UsageError,
} from '../diagnostics/index.ts';
import { terminalLines, terminalText } from '../escape.ts';
import { colorOf, type Io } from './io.ts';
import { count } from './wording.ts';

/**
 * Problems on stderr: errors first, then by file and place, and a line that counts them. After an error of the
 * command line itself, which nothing is built with, warnings wait for the next run.
 */
export function printDiagnostics(
  all: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
  io: Io,
): void {
  if (all.length === 0) return;
  const diagnostics = withoutRepeats(all).filter(isOfThisRun);
  const color = colorOf(io.stderr, io.env);
  const { shown, counted } = withoutFlood(inReadingOrder(diagnostics));
  const blocks = shown.map((diagnostic) => formatDiagnostic(diagnostic, sources, color));
  io.stderr.write(`${[...blocks, ...counted, closingLine(diagnostics)].join('\n\n')}\n`);
}

/** Ten decks do not say ten times what is wrong with an option. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ span, message }: Diagnostic, at: number): string =>
    isOption(span.path) ? `${span.path} ${message}` : String(at);
  return [...new Map(diagnostics.map((one, at) => [key(one, at), one])).values()];
}

function isOfThisRun({ severity }: Diagnostic, _: number, all: readonly Diagnostic[]): boolean {
  return severity === 'error' || !all.some((one) => one.severity === 'error' && isOption(one.span.path));
}

/** Where an option is meant the place is its name: `--token`. */
function isOption(path: string): boolean {
  return /^--[a-z-]+$/.test(path);
}

/** Warnings with the same code in the same file that are shown in full. Every error is. */
const warningsOfAKind = 5;

interface Shown {
  readonly shown: readonly Diagnostic[];
  readonly counted: readonly string[];
}

/** A list of 200 remote pictures must not hide the one warning of another kind. */
function withoutFlood(diagnostics: readonly Diagnostic[]): Shown {
  const kinds = new Map<string, number>();
  const shown = diagnostics.filter(({ severity, code, span }) => {
    if (severity === 'error') return true;
    const kind = `more like these in ${terminalText(span.path)} [${code}]`;
    const number = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, number);
    return number <= warningsOfAKind;
  });
  const floods = [...kinds].filter(([, number]) => number > warningsOfAKind);
  const lines = floods.map(([kind, number]) => `${number - warningsOfAKind} ${kind}`);
  return { shown, counted: lines.length > 0 ? [[...lines, 'all of them: --json'].join('\n')] : [] };
}

function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.severity, b.severity) || compare(a.span.path, b.span.path) || a.span.start - b.span.start,
  );
}

/** The same in every locale; "error" comes before "warning". */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** "2 errors, 1 warning in 1 file"; options are no files. */
function closingLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const files = new Set(diagnostics.map(({ span }) => span.path).filter((path) => !isOption(path))).size;
  const counts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  return `${counts.filter(Boolean).join(', ')}${files > 0 ? ` in ${count(files, 'file')}` : ''}`;
}

export function painter(color: 'color' | 'plain'): Paint {
  return color === 'color'
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
}

/** The message, and below it every line of the way out. What a browser says has several lines; none begins where our own do. */
export function failureText({ message, remedy }: UsageError | EnvironmentError): string {
  return `lectern: ${terminalLines(message).replaceAll('\n', '\n  ')}\n${terminalLines(remedy).replaceAll(/^(?=.)/gm, '  ')}\n`;
}

/** A problem for programs: where it starts, lines and columns from 1. No place when it is about a whole file. */
export interface DiagnosticJson extends PlaceJson {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly (PlaceJson & { readonly message: string })[];
}

interface PlaceJson {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

export function diagnosticJson(
  { code, severity, message, span, help, related }: Diagnostic,
  sources: ReadonlyMap<string, Source>,
): DiagnosticJson {
  const more = related?.map((one) => ({ ...placeJson(one.span, sources), message: one.message }));
  return {
    ...placeJson(span, sources),
    code,
    severity,
    message,
    ...(help !== undefined && { help }),
    ...(more && { related: more }),
  };
}

function placeJson(span: Span, sources: ReadonlyMap<string, Source>): PlaceJson {
  const source = sources.get(span.path);
  if (!source) return { path: span.path };
  const { line, column } = positionOf(source, span);
  return { path: span.path, line, column };
}

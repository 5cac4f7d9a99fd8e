import { UsageError } from '../diagnostics/index.ts';
import { terminalJson, terminalText } from '../escape.ts';
import {
  type CheckedNotes,
  type CheckResult,
  check,
  type DeckReport,
  type DesignFinding,
  type DesignReport,
  designText,
  type Finding,
  findingText,
  goalText,
  hasErrors,
  measureText,
} from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { compileFlags, handoutFlags } from './build-flags.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { type DiagnosticJson, diagnosticJson, printDiagnostics } from './print-diagnostics.ts';
import { alignColumns, count, timeText } from './wording.ts';

/** `lectern check`: what is wrong with the outputs, a line a finding; a line a file that sums up. */
export async function checkCommand(
  { paths, flags }: { readonly paths: readonly string[]; readonly flags: Flags },
  io: Io,
): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError('check needs notes', 'write lectern check talk.md');
  const { values, switches } = flags;
  const result = await check(paths, {
    ...compileFlags(flags, io),
    outDir: values.get('out'),
    browserPath: values.get('browser-path'),
    design: switches.has('design'),
    handout: handoutFlags(flags),
    ink: switches.has('ink-saver') ? 'saved' : 'theme',
  });
  const diagnostics = [...result.unplaced, ...result.notes.flatMap((one) => one.diagnostics)];
  printDiagnostics(diagnostics, result.sources, io);
  if (switches.has('json')) io.stdout.write(`${terminalJson(checkJson(result))}\n`);
  else io.stdout.write(report(result));
  const isFine = !hasErrors(diagnostics) && findingsOf(result).length === 0;
  const hasRemarks = designFindingsOf(result).length > 0 || diagnostics.length > 0;
  if (switches.has('strict') && hasRemarks) return exitCodes.input;
  return isFine ? exitCodes.fine : exitCodes.input;
}

function report(result: CheckResult): string {
  const lines = findingsOf(result).map(
    (finding) => `${terminalText(findingText(finding, result.sources))}\n`,
  );
  const design = designFindingsOf(result).map((finding) => `${designText(finding, result.sources)}\n`);
  return [...lines, ...design, ...result.notes.map(designTable), checkSummary(result)].join('');
}

function designFindingsOf({ notes }: CheckResult) {
  return notes.flatMap(({ design }) => design?.findings ?? []);
}

/** The figures of a deck, each with its goal; `*` marks what misses it. */
function designTable({ path, design }: CheckedNotes): string {
  if (!design) return '';
  const rows = design.measures.map((one) => [
    `  ${one.name}`,
    `${measureText(one)}${one.isMet ? '' : ' *'}`,
    goalText(one),
  ]);
  return `${path}: the design\n${alignColumns(rows)}`;
}

function findingsOf({ notes }: CheckResult) {
  return notes.flatMap(({ report }) => report?.findings ?? []);
}

/** What `lectern check --json` prints. */
interface CheckJson {
  readonly notes: readonly CheckedJson[];
  /** Problems that belong to no notes file: a path that does not exist. */
  readonly diagnostics: readonly DiagnosticJson[];
  readonly milliseconds: number;
}

/** What the check found, where the notes could be built, and what the build had to say. */
type CheckedJson = Partial<Omit<DeckReport, 'findings'>> & {
  readonly path: string;
  readonly findings?: readonly FindingJson[];
  /** With `--design` alone. */
  readonly design?: DesignJson;
  readonly diagnostics: readonly DiagnosticJson[];
  readonly milliseconds: number;
};

type DesignJson = Omit<DesignReport, 'findings'> & {
  readonly findings: readonly (DiagnosticJson & Pick<DesignFinding, 'slide'>)[];
};

type FindingJson = DiagnosticJson & Pick<Finding, 'output' | 'slide'>;

function checkJson({ notes, unplaced, sources, milliseconds }: CheckResult): CheckJson {
  return {
    notes: notes.map(({ path, report, design, diagnostics, milliseconds: own }) => ({
      path,
      ...(report && { ...report, findings: report.findings.map((one) => findingJson(one, sources)) }),
      ...(design && { design: designJson(design, sources) }),
      diagnostics: diagnostics.map((one) => diagnosticJson(one, sources)),
      milliseconds: own,
    })),
    diagnostics: unplaced.map((one) => diagnosticJson(one, sources)),
    milliseconds,
  };
}

function designJson(design: DesignReport, sources: CheckResult['sources']): DesignJson {
  const findings = design.findings.map((one) => ({
    ...diagnosticJson(one, sources),
    ...(one.slide !== undefined && { slide: one.slide }),
  }));
  return { ...design, findings };
}

function findingJson(finding: Finding, sources: CheckResult['sources']): FindingJson {
  const { output, slide } = finding;
  return { ...diagnosticJson(finding, sources), output, ...(slide !== undefined && { slide }) };
}

/** A line a notes file, and how long it took; empty when nothing was checked. */
function checkSummary({ notes, milliseconds }: CheckResult): string {
  const rows = notes.flatMap(summaryRow);
  if (rows.length === 0) return '';
  return `${alignColumns(rows)}checked in ${timeText(milliseconds)}\n`;
}

function summaryRow({ path, report, design }: CheckedNotes): readonly (readonly string[])[] {
  if (!report) return [];
  const { slides, findings, words, scaled, deserted, excepted, handout } = report;
  const remarks = [
    scaled.length > 0 && `${scaled.length} scaled (${percent(scaled.length, slides)})`,
    handout &&
      handout.scaled.length > 0 &&
      `${count(handout.scaled.length, 'piece')} of the notes scaled in the handout`,
    handout?.smallest && `handout from ${handout.smallest.pt} pt`,
    deserted.length > 0 &&
      `${deserted.length} nearly empty after a split (${percent(deserted.length, slides)})`,
    excepted.length > 0 && `${count(excepted.length, 'character')} of scripts without an embedded font`,
    design && design.findings.length > 0 && `${count(design.findings.length, 'remark')} on the design`,
  ];
  const verdict = findings.length === 0 ? 'nothing found' : count(findings.length, 'finding');
  return [
    [
      path,
      count(slides, 'slide'),
      count(words.notes, 'word'),
      [verdict, ...remarks].filter(Boolean).join(', '),
    ],
  ];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

import type { CheckResult, DeckReport, Finding } from '../pipeline/index.ts';
import { type DiagnosticJson, diagnosticJson } from './diagnostic-json.ts';

/** What `lectern check --json` prints. */
export interface CheckJson {
  readonly notes: readonly CheckedJson[];
  /** Problems that belong to no notes file: a path that does not exist. */
  readonly diagnostics: readonly DiagnosticJson[];
  readonly milliseconds: number;
}

/** What the check found, where the notes could be built, and what the build had to say. */
type CheckedJson = Partial<Omit<DeckReport, 'findings'>> & {
  readonly path: string;
  readonly findings?: readonly FindingJson[];
  readonly diagnostics: readonly DiagnosticJson[];
  readonly milliseconds: number;
};

type FindingJson = DiagnosticJson & Pick<Finding, 'output' | 'slide'>;

export function checkJson({ notes, unplaced, sources, milliseconds }: CheckResult): CheckJson {
  return {
    notes: notes.map(({ path, report, diagnostics, milliseconds: own }) => ({
      path,
      ...(report && { ...report, findings: report.findings.map((one) => findingJson(one, sources)) }),
      diagnostics: diagnostics.map((one) => diagnosticJson(one, sources)),
      milliseconds: own,
    })),
    diagnostics: unplaced.map((one) => diagnosticJson(one, sources)),
    milliseconds,
  };
}

function findingJson(finding: Finding, sources: CheckResult['sources']): FindingJson {
  const { output, slide } = finding;
  return { ...diagnosticJson(finding, sources), output, ...(slide !== undefined && { slide }) };
}

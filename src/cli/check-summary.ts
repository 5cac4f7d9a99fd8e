import type { CheckedNotes, CheckResult } from '../pipeline/index.ts';
import { columns, count, timeText } from './wording.ts';

/** A line a notes file, and how long it took; nothing when nothing was checked. */
export function checkSummary({ notes, milliseconds }: CheckResult): string {
  const rows = notes.flatMap(summaryRow);
  if (rows.length === 0) return '';
  return `${columns(rows)}checked in ${timeText(milliseconds)}\n`;
}

function summaryRow({ path, report }: CheckedNotes): readonly (readonly string[])[] {
  if (!report) return [];
  const { slides, findings, words, scaled, deserted, excepted, handout } = report;
  const remarks = [
    scaled.length > 0 && `${scaled.length} scaled (${percent(scaled.length, slides)})`,
    handout &&
      handout.scaled.length > 0 &&
      `${count(handout.scaled.length, 'piece')} of the notes scaled in the handout`,
    deserted.length > 0 &&
      `${deserted.length} nearly empty after a split (${percent(deserted.length, slides)})`,
    excepted.length > 0 && `${count(excepted.length, 'character')} of scripts without an embedded font`,
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

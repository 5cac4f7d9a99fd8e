import type { Finding, ReportFinding } from '../../finding.ts';
import { annotationConditions } from './conditions/annotations.ts';
import type { Condition, Fault } from './conditions/condition.ts';
import { documentConditions } from './conditions/document.ts';
import { fontConditions } from './conditions/fonts.ts';
import { structureConditions } from './conditions/structure.ts';
import { readUa } from './read-ua.ts';
import type { UaFile } from './ua-file.ts';

/** In the order of their numbers. */
export const conditions: readonly Condition[] = [
  ...documentConditions,
  ...structureConditions,
  ...fontConditions,
  ...annotationConditions,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * What keeps the file from being PDF/UA-1 (ISO 14289-1), as far as a program can see; one finding for each condition.
 * `hasFontless`: the build names characters of the deck that no font has, so a sign without a character is no news.
 */
export async function checkUa(
  bytes: Uint8Array,
  report: ReportFinding,
  hasFontless: boolean,
): Promise<readonly Finding[]> {
  return uaFindings(await readUa(bytes), report, hasFontless);
}

export function uaFindings(file: UaFile, report: ReportFinding, hasFontless = false): readonly Finding[] {
  return conditions.flatMap(({ id, says, find, code = 'check/tags', isOfSigns }) => {
    if (isOfSigns && hasFontless) return [];
    const faults = find(file);
    const [first] = faults;
    return first ? [report(code, `${says}${placeOf(first, faults)} (Matterhorn ${id})`)] : [];
  });
}

function placeOf({ page, what }: Fault, { length }: readonly Fault[]): string {
  const named = what === undefined ? '' : `: ${what}`;
  const at = page === undefined ? '' : ` on page ${page + 1}`;
  return `${named}${at}${length > 1 ? `, and ${length - 1} more` : ''}`;
}

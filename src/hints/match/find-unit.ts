import type { Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { fold, foldWords, splitOrdinal } from './fold.ts';
import type { Unit } from './units.ts';

/**
 * The units that begin with these words. One whose whole text they are counts for more than
 * those they only begin; "words [2]" is the second that begins with them.
 */
export function findUnits(words: string, units: readonly Unit[]): readonly Unit[] {
  const name = foldWords(words);
  if (name === '') return [];
  const found = beginningWith(name, units);
  const whole = found.filter(({ folded }) => folded === name);
  if (whole.length === 1) return whole;
  return found.length > 0 ? found : byOrdinal(name, units);
}

/**
 * The same for words that are folded already, without numbers. When nothing begins so, quotation marks
 * do not count, because YAML takes those around a text away; and a table may be named by its head row.
 */
export function beginningWith(folded: string, units: readonly Unit[]): readonly Unit[] {
  const exact = units.filter((unit) => unit.folded.startsWith(folded));
  if (exact.length > 0) return exact;
  const bare = withoutQuotes(folded);
  if (bare === '') return [];
  const quoted = units.filter((unit) => startsUnquoted(unit.folded, bare));
  return quoted.length > 0 ? quoted : withHeadRow(bare, units);
}

/** Apostrophes within words stay. */
function withoutQuotes(folded: string): string {
  return folded
    .replace(/"|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Only as much of a text as can matter: takes are short, texts may be long. */
function startsUnquoted(folded: string, bare: string): boolean {
  return withoutQuotes(folded.slice(0, 2 * bare.length + 40)).startsWith(bare);
}

function withHeadRow(name: string, units: readonly Unit[]): readonly Unit[] {
  if (!name.includes('|')) return [];
  const row = cellsOf(name);
  return units.filter(({ block }) => block.type === 'table' && startsUnquoted(headRow(block), row));
}

function headRow({ children }: Table): string {
  return fold(
    (children[0]?.children ?? [])
      .map((cell) => plainText(cell))
      .filter(Boolean)
      .join('|'),
  );
}

/** "| year | tide |" as "year|tide". */
function cellsOf(row: string): string {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join('|');
}

function byOrdinal(name: string, units: readonly Unit[]): readonly Unit[] {
  const numbered = splitOrdinal(name);
  if (!numbered) return [];
  return beginningWith(fold(numbered.name), units).slice(numbered.ordinal - 1, numbered.ordinal);
}

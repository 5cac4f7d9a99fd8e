import type { Table } from 'mdast';
import { plainText } from '../../notes/index.ts';

/** A number with its sign and unit, or a sign that there is none. */
const number = /^[~≈<>≤≥±+−–-]?\s?[$€£¥]?\d[\d.,'\u00a0\u202f ]*(?:\s?(?:%|‰|[\p{L}°/²³]{1,4}))?$/u;
const nothing = /^(?:[-–—]|n\/?a|\?)?$/iu;

/** Columns of numbers are set to the right, digit below digit, where the notes do not say how they stand. */
export function alignNumbers(table: Table): NonNullable<Table['align']> {
  const [head, ...rows] = table.children;
  return (head?.children ?? []).map((_, column) => {
    const given = table.align?.[column] ?? null;
    if (given !== null) return given;
    const cells = rows.map((row) => plainText(row.children[column]?.children ?? []).trim());
    const numbers = cells.filter((cell) => number.test(cell));
    const isNumeric = numbers.length > 1 && cells.every((cell) => number.test(cell) || nothing.test(cell));
    return isNumeric && column > 0 ? 'right' : null;
  });
}

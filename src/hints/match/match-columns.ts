// The columns of tables that a hint names by their heads.
import type { Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type Diagnostic, nearest } from '../../diagnostics/index.ts';
import type { Section } from '../../notes/index.ts';
import type { Spanned } from '../yaml/shape.ts';
import { excerpt } from '../yaml/shape-problems.ts';
import { displayName, type SectionIndex } from './find-section.ts';
import { fold } from './fold.ts';

/** The names, those that no table of the sections has reported. */
export function matchColumns(
  columns: readonly Spanned<string>[],
  sections: readonly Section[],
  index: SectionIndex,
  diagnostics: Diagnostic[],
): readonly string[] {
  const heads = sections.flatMap((section) =>
    index.unitsOf(section).flatMap(({ block }) => (block.type === 'table' ? headsOf(block) : [])),
  );
  const known = new Set(heads.map(fold));
  for (const { value, span } of columns) {
    if (known.has(fold(value))) continue;
    const [section] = sections;
    const near = nearest(value, heads);
    const where = sections.length > 1 ? 'these sections' : `\`${section ? displayName(section) : ''}\``;
    const all = heads.map((head) => `\`${excerpt(head)}\``).join(', ');
    diagnostics.push({
      code: 'hints/unknown-column',
      severity: 'error',
      message: `no table in ${where} has a column \`${excerpt(value)}\``,
      span,
      help: near ? `did you mean \`${near}\`?` : all === '' ? 'there is no table' : `the columns are ${all}`,
    });
  }
  return columns.map(({ value }) => value);
}

function headsOf({ children: [head] }: Table): readonly string[] {
  return (head?.children ?? []).map((cell) => plainText(cell).trim()).filter((text) => text !== '');
}

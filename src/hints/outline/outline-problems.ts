// What can be wrong with an outline, in words.

import type { Diagnostic, Span } from '../../diagnostics/index.ts';
import type { OutlineEntry } from '../hints-shape.ts';
import { findUnits } from '../match/find-unit.ts';
import type { SectionIndex } from '../match/section-index.ts';
import { way } from '../match/take-problems.ts';
import type { Unit } from '../match/units.ts';
import type { Located } from '../yaml/shape.ts';
import { excerpt } from '../yaml/wrong-type.ts';

export function noFlatPart(span: Span): Diagnostic {
  return {
    code: 'hints/outline-order',
    severity: 'error',
    message: 'the outline has nothing to cut: all of the notes stand below headings',
    span,
    help: 'name their headings under `sections:` and remove the outline',
  };
}

export function noStart(span: Span, entry: OutlineEntry): Diagnostic {
  return {
    code: 'hints/wrong-type',
    severity: 'error',
    message: `\`${excerpt(entry.title ?? '')}\` does not say where it starts`,
    span,
    help: 'add `from:` with the first words of the first bullet that belongs to it',
  };
}

export function unknownStart(
  { value, span }: Located<string>,
  units: readonly Unit[],
  index: SectionIndex,
): Diagnostic {
  return {
    code: 'hints/unknown-block',
    severity: 'error',
    message: `nothing in the notes begins with \`${excerpt(value)}\``,
    span,
    help: way(value, units, index),
  };
}

export function outOfOrder(
  { value, span }: Located<string>,
  unit: Unit,
  before: Located<string>,
  notesPath: string,
): Diagnostic {
  return {
    code: 'hints/outline-order',
    severity: 'error',
    message: `\`${excerpt(value)}\` does not come after \`${excerpt(before.value)}\` in the notes`,
    span,
    related: [{ span: { path: notesPath, start: unit.start, end: unit.end }, message: 'it stands here' }],
    help: 'list the sections in the order of the notes',
  };
}

/** The words of `to` are not between the start of their section and the start of the next. */
export function endsEarly(words: Located<string>, units: readonly Unit[], index: SectionIndex): Diagnostic {
  if (findUnits(words.value, units).length === 0) return unknownStart(words, units, index);
  return {
    code: 'hints/outline-order',
    severity: 'error',
    message: `\`${excerpt(words.value)}\` does not stand in the section that it should end`,
    span: words.span,
    help: '`to` names the last bullet of its own section; without it the section ends where the next starts',
  };
}

// Whether a drawing can be read on every slide, by its counts: fonts and the slide are not known yet. What has more is
// set as a table, dates or a list, which go on over as many slides as they need.
import type { Branch, DiagramContent, DiagramWords, Group, Timeline } from './shapes.ts';

/** Rows below each other, and their lines with those of their groups; points on a plane; points at the end of a tree, their lines, and how deep it is. */
const most = { rows: 10, rowLines: 15, points: 8, leaves: 12, lines: 18, depth: 5 } as const;

/** Characters of a name in a row, of a line of it where there is little room, of a name on a plane, of a point of a tree, and of the longest words of a tree side by side. */
const longest = { name: 36, line: 26, field: 28, branch: 48, words: 60 } as const;

/** Characters of all columns side by side, the lines in one, and how many there may be. */
const across = { characters: 84, lines: 9, columns: 7 } as const;

export function isDrawn(diagram: DiagramContent): boolean {
  switch (diagram.kind) {
    case 'bars':
      return false;
    case 'pie':
      return isShort(diagram.parts.map(({ label }) => label)) && diagram.parts.length <= most.rows;
    case 'timeline':
      return diagram.groups.some(({ label }) => label) && fitsAcross(diagram);
    case 'mindmap':
      return fitsTree(diagram.root);
    case 'gantt':
      return fitsRows(diagram.groups) && diagram.groups.some(({ entries }) => entries.some(isSpan));
    case 'journey': {
      const visits = diagram.groups.flatMap(({ entries }) => entries);
      return (
        fitsRows(diagram.groups) &&
        visits.every(({ score, people }) => score <= 5 && people.length <= longest.name)
      );
    }
    case 'quadrants': {
      const { fields, axes } = diagram;
      const points = fields.flatMap((field) => field.points);
      const names = [...fields.flatMap(({ name }) => name ?? []), ...axes.x, ...axes.y];
      return (
        points.length <= most.points &&
        points.every((point) => points.filter((other) => isNear(point, other)).length <= 2) &&
        isShort([...names, ...points.map(({ words }) => words)], longest.field)
      );
    }
  }
}

/** Whether their labels can be in each other's way; of itself, too. */
function isNear(one: PlanePoint, other: PlanePoint): boolean {
  return Math.abs(one.x - other.x) < 0.15 && Math.abs(one.y - other.y) < 0.08;
}

type PlanePoint = { readonly x: number; readonly y: number };

function isSpan({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end > start;
}

function isShort(words: readonly DiagramWords[], length: number = longest.name): boolean {
  return words.every(({ text }) => text.length <= length);
}

function fitsRows(groups: readonly Group<{ readonly words: DiagramWords }>[]): boolean {
  const rows = groups.flatMap(({ entries }) => entries.map(({ words }) => words));
  const names = groups.flatMap(({ label }) => label ?? []);
  const lines = rows.reduce((sum, { text }) => sum + Math.ceil(text.length / longest.line), names.length);
  if (rows.length > most.rows || lines > most.rowLines) return false;
  return isShort(rows) && isShort(names, longest.field);
}

function fitsTree(root: Branch): boolean {
  const deep = ({ branches }: Branch): number => 1 + Math.max(0, ...branches.map(deep));
  const leaves = ({ branches, words }: Branch): readonly string[] =>
    branches.length === 0 ? [words.text] : branches.flatMap(leaves);
  const short = ({ words, branches }: Branch): boolean =>
    words.text.length <= longest.branch && branches.every(short);
  const ends = leaves(root);
  const lines = ends.map(({ length }) => Math.ceil((length * deep(root)) / longest.words));
  if (ends.length < 2 || ends.length > most.leaves || deep(root) > most.depth) return false;
  if (lines.reduce((sum, one) => sum + one, 0) > most.lines) return false;
  return short(root) && longestWords([root]).reduce((sum, length) => sum + length, 0) <= longest.words;
}

/** Characters of the longest word at each depth: no column of the tree is narrower. */
function longestWords(branches: readonly Branch[]): readonly number[] {
  if (branches.length === 0) return [];
  const words = branches.flatMap(({ words }) => words.text.split(/\s+/));
  const below = longestWords(branches.flatMap((branch) => branch.branches));
  return [Math.max(...words.map(({ length }) => length)), ...below];
}

function fitsAcross({ groups }: Timeline): boolean {
  const periods = groups.flatMap(({ entries }) => entries);
  const width = across.characters / periods.length;
  const lines = (text: string): number => Math.ceil((1.15 * text.length) / width);
  const words = periods.flatMap(({ words, events }) => [words, ...events]);
  return (
    periods.length <= across.columns &&
    groups.every(({ label }) => label) &&
    words.every(({ text }) => text.split(/\s+/).every((word) => word.length <= width)) &&
    periods.every(
      ({ events }) => events.reduce((sum, { text }) => sum + lines(text) + 0.4, 0) <= across.lines,
    )
  );
}

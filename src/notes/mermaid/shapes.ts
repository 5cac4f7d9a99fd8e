// What Mermaid's diagrams without shapes and arrows hold, as their readers give it.

/** A line of a diagram that is neither empty nor a comment. */
export interface MermaidLine {
  readonly text: string;
  /** Columns of space before it. */
  readonly indent: number;
  /** Offset of its first letter in the notes. */
  readonly start: number;
}

/** Words of the diagram, with the line that they stand in. */
export interface DiagramWords {
  readonly text: string;
  readonly line: MermaidLine;
}

export interface Pie {
  readonly kind: 'pie';
  readonly title: DiagramWords | undefined;
  readonly parts: readonly { readonly label: DiagramWords; readonly value: DiagramWords }[];
}

/** Bars with names below. */
export interface Bars {
  readonly kind: 'bars';
  /** What is said of all of them. */
  readonly above: readonly DiagramWords[];
  /** What the names are, and what the numbers count. */
  readonly head: readonly (DiagramWords | undefined)[];
  readonly rows: readonly (readonly DiagramWords[])[];
}

/** What stands under the name of a section; undefined for what comes before the first. */
export interface Group<T> {
  readonly label: DiagramWords | undefined;
  readonly entries: readonly T[];
}

export interface Timeline {
  readonly kind: 'timeline';
  readonly title: DiagramWords | undefined;
  readonly groups: readonly Group<Period>[];
}

interface Period {
  readonly words: DiagramWords;
  readonly events: readonly DiagramWords[];
}

export interface Mindmap {
  readonly kind: 'mindmap';
  readonly root: Branch;
}

export interface Branch {
  readonly words: DiagramWords;
  readonly branches: readonly Branch[];
}

export interface Gantt {
  readonly kind: 'gantt';
  readonly title: DiagramWords | undefined;
  readonly groups: readonly Group<GanttTask>[];
  /** Whether its dates say the day, and the time of day. */
  readonly precision: 'days' | 'days and hours' | 'hours';
}

export interface GanttTask {
  readonly words: DiagramWords;
  /** ms since 1970, UTC; a milestone has one moment. `last` is what is said of its end: a day that still belongs to it. */
  readonly start: number;
  readonly end: number;
  readonly last: number;
  readonly tags: readonly string[];
}

export interface Journey {
  readonly kind: 'journey';
  readonly title: DiagramWords | undefined;
  readonly groups: readonly Group<Visit>[];
}

interface Visit {
  readonly words: DiagramWords;
  readonly score: number;
  /** Names with commas between; empty for none. */
  readonly people: string;
}

/** Two axes from 0 to 1, and points on the plane between them. */
export interface Quadrants {
  readonly kind: 'quadrants';
  readonly title: DiagramWords | undefined;
  /** What stands at the low end of an axis, and at the high one. */
  readonly axes: Readonly<Record<'x' | 'y', readonly DiagramWords[]>>;
  /** In the order of reading: the second, the first, the third, the fourth of Mermaid's. */
  readonly fields: readonly Quadrant[];
}

interface Quadrant {
  readonly isRight: boolean;
  readonly isUp: boolean;
  readonly name: DiagramWords | undefined;
  readonly points: readonly { readonly words: DiagramWords; readonly x: number; readonly y: number }[];
}

export type DiagramContent = Pie | Bars | Timeline | Mindmap | Gantt | Journey | Quadrants;

/** A line that would be lost. */
export class UnknownLine extends Error {
  readonly line: MermaidLine;
  constructor(line: MermaidLine) {
    super(line.text);
    this.line = line;
  }
}

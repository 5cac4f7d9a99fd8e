// What a diagram holds, as its readers give it.

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

export interface Entry {
  readonly words: DiagramWords;
  readonly entries: readonly Entry[];
}

/** What a diagram holds, without its look. */
export type Outline =
  | {
      readonly kind: 'table';
      readonly title: DiagramWords | undefined;
      readonly head: readonly (DiagramWords | undefined)[];
      readonly rows: readonly (readonly DiagramWords[])[];
    }
  | {
      readonly kind: 'groups';
      /** Lines that stand above: the title, what the axes say, what stands in the middle. */
      readonly introduction: readonly DiagramWords[];
      readonly groups: readonly DiagramGroup[];
    };

export interface DiagramGroup {
  /** What stands above its entries, as a label. */
  readonly label: DiagramWords | undefined;
  readonly entries: readonly Entry[];
}

/** A line that would be lost. */
export class UnknownLine extends Error {
  readonly line: MermaidLine;
  constructor(line: MermaidLine) {
    super(line.text);
    this.line = line;
  }
}

// The lines of a diagram's source, and what is said of one that is not understood.

/** A line of Mermaid's language that would be left out of the drawing, or drawn as something else. */
export class UnreadLine extends Error {
  /** Counted from 0 in the diagram's source. */
  readonly line: number;
  /** What to write instead. */
  readonly help: string;

  constructor(line: number, message: string, help: string) {
    super(message);
    this.line = line;
    this.help = help;
  }
}

/** A line that is neither empty nor a comment, without the space around it. */
export interface SourceLine {
  readonly text: string;
  readonly number: number;
}

export function statementsOf(source: string): readonly SourceLine[] {
  return source
    .split('\n')
    .map((text, number) => ({ text: text.trim(), number }))
    .filter(({ text }) => text !== '' && !text.startsWith('%%'));
}

export function notUnderstood({ text, number }: SourceLine, help: string): UnreadLine {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new UnreadLine(number, `\`${shown}\` is not understood`, help);
}

export function neverEnds({ text, number }: SourceLine, end: string): UnreadLine {
  return new UnreadLine(
    number,
    `\`${text}\` never ends`,
    `write \`${end}\` on a line of its own where it does`,
  );
}

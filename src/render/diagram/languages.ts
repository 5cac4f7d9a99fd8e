// The lines of each of Mermaid's languages that are drawn, or may be left out with nothing lost.
// Flowcharts are in plain-flowchart.ts.

export interface Language {
  readonly header: RegExp;
  readonly lines: readonly RegExp[];
  /** What opens a block, and what ends it. */
  readonly blocks: RegExp;
  readonly end: RegExp;
  /** The lines of a block where they are others than outside. */
  readonly within?: (opening: string) => readonly RegExp[] | undefined;
  /** What to write, for lines that are not known. */
  readonly help: string;
}

export function closesBlocks({ end }: Language): string {
  return end.source.includes('end') ? 'end' : '}';
}

const brace = /^\}$/;
const never = /(?!)/;
/** How it looks and what a click does: nothing that is read. */
const aside = [
  /^(?:classDef|style|cssClass|linkStyle|click|link|links|callback|accTitle|accDescr)\b/,
  /^direction\s+\w+$/,
];

const state: Language = {
  header: /^stateDiagram(?:-v2)?$/i,
  lines: [
    ...aside,
    /^state\s+"[^"]+"\s+as\s+[\w\p{L}]+$/u,
    /^(?:\[\*\]|[\w\p{L}]+(?:-[\w\p{L}]+)*)\s*-->\s*(?:\[\*\]|[\w\p{L}]+(?:-[\w\p{L}]+)*)(?:\s*:\s*.+)?$/u,
    /^[\w\p{L}-]+\s*:\s*.+$/u,
  ],
  blocks: /^state\s+(?:"[^"]+"\s+as\s+)?[\w\p{L}]+\s*\{$/u,
  end: brace,
  help: 'states and transitions are written as in `Idle --> Busy : a job comes`, descriptions as in `Idle : waits`',
};

const sequence: Language = {
  header: /^sequenceDiagram$/i,
  lines: [
    /^(?:participant|actor)\s+\S+(?:\s+as\s+.+)?$/,
    /^Note\s+(?:left of|right of|over)\s+[^:]+:\s*.+$/i,
    /^(?:else|and)\b.*$/,
    /^\S+?\s*(?:--?>>?|--?[)x])\s*[+-]?\S+?\s*:\s*.+$/,
    /^(?:(?:de)?activate\s+\S+|autonumber\b.*|links?\s+.+|acc(?:Title|Descr)\b.*)$/,
  ],
  blocks: /^(?:loop|alt|opt|par|critical|break|rect)\b/,
  end: /^end$/,
  help: 'messages are written as in `Ann->>Bob: a question`, notes as in `Note over Ann: thinks`',
};

const classes: Language = {
  header: /^classDiagram$/i,
  lines: [
    ...aside,
    /^class\s+[^\s[]+(?:\s*~\w+~)?$/,
    /^class\s+\S+\s*\{\s*<<\w+>>\s*\}$/,
    /^\S+\s*:\s*(?!.*(?:<\|--|--|\*--|o--|-->|\.\.>|\.\.\|>)).+$/,
    /^\S+\s+(?:"[^"]*"\s+)?(?:<\|--|<\|\.\.|\*--|o--|-->|--\*|--o|--\|>|\.\.>|\.\.\|>|<--|<\.\.?|--)\s+(?:"[^"]*"\s+)?\S+?(?:\s*:\s*.+)?$/,
  ],
  blocks: /^(?:namespace\s+\S+|class\s+\S+(?:\s*~\w+~)?)\s*\{$/,
  end: brace,
  within: (opening) => (opening.startsWith('class') ? [/./] : undefined),
  help: 'classes are written as in `class Ship`, what joins them with space around it, as in `Ship <|-- Ferry`',
};

const entities: Language = {
  header: /^erDiagram$/i,
  lines: [...aside, /^\S+\s+[|o}{]{2}(?:--|\.\.)[|o}{]{2}\s+\S+\s*:\s*.+$/],
  blocks: /^\S+\s*\{$/,
  end: brace,
  within: () => [/^\S+\s+\S+(?:\s+(?:[PFU]K\b[\s,]*)*(?:"[^"]*")?)?$/],
  help: 'relations are written as in `SHIP ||--o{ CREW : carries`, attributes between braces as in `string name`',
};

const numbers = String.raw`\[\s*-?[\d.]+(?:\s*,\s*-?[\d.]+)*\s*\]`;
const range = String.raw`-?\d+(?:\.\d+)?\s*-->\s*-?\d+(?:\.\d+)?`;

const chart: Language = {
  header: /^xychart(?:-beta)?(?:\s+(?:horizontal|vertical))?$/i,
  lines: [
    /^title\s+"[^"]+"$/,
    new RegExp(String.raw`^x-axis\s+(?:"[^"]*"\s*)?(?:\[[^\]]+\]|${range})$`),
    new RegExp(String.raw`^y-axis\s+(?:"[^"]*"\s+)?${range}$`),
    /^y-axis\s+"[^"]+"$/,
    new RegExp(String.raw`^(?:bar|line)\s+${numbers}$`),
  ],
  blocks: never,
  end: never,
  help: 'its lines are written as in `title "Load"`, `x-axis [Mon, Tue]`, `y-axis "Jobs" 0 --> 90` and `bar [30, 60]`',
};

export const languages: readonly Language[] = [state, sequence, classes, entities, chart];

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

// The lines of each of Mermaid's languages that are drawn, or may be left out with nothing lost.
// Flowcharts are in plain-flowchart.ts.

import { plainChart, plainClasses, plainEntities, plainSequence } from './plain-lines.ts';
import { stateFlowchart } from './state-flowchart.ts';
import type { SourceLine } from './unread-line.ts';

export interface Language {
  readonly header: RegExp;
  readonly lines: readonly RegExp[];
  /** What opens a block, and what ends it. */
  readonly blocks: RegExp;
  readonly end: RegExp;
  /** The lines of a block where they are others than outside. */
  readonly within?: (opening: string) => readonly RegExp[] | undefined;
  /** The same diagram as a flowchart, where it says more than what draws it knows. Throws an `UnreadLine`. */
  readonly asFlowchart?: (body: readonly SourceLine[], help: string) => readonly string[] | undefined;
  /** The lines below the header as what draws them reads them. */
  readonly plain?: (body: readonly SourceLine[]) => readonly SourceLine[];
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
  asFlowchart: stateFlowchart,
  help: 'states and transitions are written as in `Idle --> Busy : a job comes`, descriptions as in `Idle : waits`',
};

const sequence: Language = {
  header: /^sequenceDiagram$/i,
  lines: [
    /^(?:participant|actor)\s+\S+(?:\s+as\s+.+)?$/,
    /^Note\s+(?:left of|right of|over)\s+[^:]+:\s*.+$/i,
    /^(?:else|and)\b.*$/,
    /^\S+?\s*(?:--?>>?|--?[)x])\s*[+-]?\S+?\s*:\s*.+$/,
    /^(?:(?:de)?activate\s+\S+|links?\s+.+|acc(?:Title|Descr)\b.*)$/,
  ],
  blocks: /^(?:loop|alt|opt|par|critical|break|rect)\b/,
  end: /^end$/,
  plain: plainSequence,
  help: 'messages are written as in `Ann->>Bob: a question`, notes as in `Note over Ann: thinks`',
};

const classes: Language = {
  header: /^classDiagram$/i,
  lines: [
    ...aside,
    /^class\s+[^\s[~]+(?:\s*~.+~)?$/,
    /^class\s+\S+\s*\{\s*<<\w+>>\s*\}$/,
    /^\S+\s*:\s*(?!.*(?:<\|--|--|\*--|o--|-->|\.\.>|\.\.\|>)).+$/,
    /^\S+\s+(?:"[^"]*"\s+)?(?:<\|--|<\|\.\.|\*--|o--|-->|--\*|--o|--\|>|\.\.>|\.\.\|>|<--|<\.\.?|--)\s+(?:"[^"]*"\s+)?\S+?(?:\s*:\s*.+)?$/,
  ],
  blocks: /^(?:namespace\s+\S+|class\s+[^\s~]+(?:\s*~.+~)?)\s*\{$/,
  end: brace,
  plain: plainClasses,
  within: (opening) => (opening.startsWith('class') ? [/./] : undefined),
  help: 'classes are written as in `class Ship`, what joins them with space around it, as in `Ship <|-- Ferry`',
};

const entities: Language = {
  header: /^erDiagram$/i,
  lines: [...aside, /^\S+\s+[|o}{]{2}(?:--|\.\.)[|o}{]{2}\s+\S+\s*:\s*.+$/],
  blocks: /^\S+\s*\{$/,
  end: brace,
  plain: plainEntities,
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
  plain: plainChart,
  help: 'its lines are written as in `title "Load"`, `x-axis [Mon, Tue]`, `y-axis "Jobs" 0 --> 90` and `bar [30, 60]`',
};

export const languages: readonly Language[] = [state, sequence, classes, entities, chart];

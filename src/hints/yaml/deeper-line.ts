// A key that stands deeper than the key above it, which holds a value already.

export interface DeeperLine {
  /** Where the deeper key stands. */
  readonly at: readonly [number, number];
  readonly message: string;
  readonly help: string;
}

/**
 * The first key on a line below a value that starts at `value`: YAML reads both lines as one text with a colon in it.
 * Returns undefined when the value's own line has the colon.
 */
export function keyBelowValue(value: number, yaml: string): DeeperLine | undefined {
  const [first = '', ...below] = yaml.slice(value, value + reach).split('\n');
  if (colon.test(first)) return undefined;
  const lines = below.findIndex((line) => colon.test(line));
  if (lines === -1) return undefined;
  const start = value + [first, ...below.slice(0, lines)].join('\n').length + 1;
  return deeper(lineStart(value, yaml), start, yaml);
}

/** The same for a line that YAML itself finds in no column of the keys above. */
export function keyTooDeep(line: number, yaml: string): DeeperLine | undefined {
  const above = yaml.slice(Math.max(0, line - reach), line);
  const written = [...above.matchAll(/^[ \t]*[^\s#].*$/gm)].at(-1);
  return written && deeper(line - above.length + written.index, line, yaml);
}

/** Letters that are looked at: a value or a key is not longer. */
const reach = 2000;
const colon = /:(?:\s|$)/;
const keyAtStart = /^ *(?:- +)*("[^"\n]*"|'[^'\n]*'|[^\s#"'[{][^\n]*?):(?:[ \t\r]|$)/;

function deeper(upper: number, lower: number, yaml: string): DeeperLine | undefined {
  const above = keyAt(upper, yaml);
  const below = keyAt(lower, yaml);
  if (!above?.hasValue || !below || below.start - lower <= above.start - upper) return undefined;
  return {
    at: [below.start, below.start + below.written.length],
    message: `this line is indented deeper than \`${above.name}\`, which holds its value already`,
    help: remedy(above, below, below.start - lower - (above.start - upper)),
  };
}

/** One column is a slip; two or more may be meant. */
function remedy(above: LineKey, below: LineKey, columns: number): string {
  const line = `write \`${below.name}\` below \`${above.name}\`, in the same column`;
  return columns < 2
    ? line
    : `${line}; if it belongs to it, what stands behind \`${above.name}:\` needs a line and a key too`;
}

interface LineKey {
  readonly start: number;
  readonly written: string;
  readonly name: string;
  readonly hasValue: boolean;
}

function keyAt(line: number, yaml: string): LineKey | undefined {
  const text = yaml.slice(line, line + reach).split('\n', 1)[0] ?? '';
  const found = keyAtStart.exec(text);
  if (!found) return undefined;
  const written = found[1] ?? '';
  const start = line + found[0].lastIndexOf(written);
  const rest = text.slice(found[0].length).trim();
  const hasValue = rest !== '' && !rest.startsWith('#') && !/^[|>][+\d-]*$/.test(rest);
  return { start, written, name: written.replace(/^(["'])(.*)\1$/, '$2'), hasValue };
}

function lineStart(at: number, yaml: string): number {
  return yaml.lastIndexOf('\n', at - 1) + 1;
}

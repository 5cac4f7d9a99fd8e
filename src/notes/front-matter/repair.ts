// `title: A: b` is no YAML, and what was meant is plain. So front matter that cannot be read as a
// whole is read key by key, and a value on one line that says something of the talk as it stands.
import { parseDocument } from 'yaml';
import { limits } from '../../diagnostics/index.ts';
import { titleKey } from '../title-block/labels.ts';

/** A value that is no YAML. */
interface PlainValue {
  readonly key: string;
  /** Without a quotation mark that has no partner. */
  readonly text: string;
  /** Of the value in the front matter. */
  readonly start: number;
  readonly end: number;
}

interface RepairedYaml {
  /** The front matter with spaces in place of those values: valid YAML, and as long as it was. */
  readonly text: string;
  readonly plain: readonly PlainValue[];
}

/** Undefined where something else is broken: a list, nesting, a key that says nothing of the talk. */
export function repairFrontMatter(text: string): RepairedYaml | undefined {
  const plain: PlainValue[] = [];
  for (const key of keysOf(text)) {
    if (isYaml(key.text)) continue;
    const value = plainValue(key);
    if (!value || titleKey(value.key) === undefined) return undefined;
    plain.push(value);
  }
  const repaired = plain.reduce(
    (all, { start, end }) => all.slice(0, start) + ' '.repeat(end - start) + all.slice(end),
    text,
  );
  return isYaml(repaired) ? { text: repaired, plain } : undefined;
}

interface KeyText {
  readonly text: string;
  readonly start: number;
}

/** A key at the start of a line begins one, with all that is indented below. */
function keysOf(text: string): readonly KeyText[] {
  const starts = [...text.matchAll(/^(?![ \t#\r\n]|-[ \t])/gm)].map(({ index }) => index);
  const from = [...new Set([0, ...starts])];
  return from.map((start, index) => ({ text: text.slice(start, from[index + 1]), start }));
}

function isYaml(text: string): boolean {
  return parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }).errors.length === 0;
}

const lone = /^([\p{L}\p{N}_][\p{L}\p{N}_ -]*?)[ \t]*:[ \t]+(\S.*?)[ \t]*\s*$/u;

function plainValue({ text, start }: KeyText): PlainValue | undefined {
  const [, key, value] = lone.exec(text) ?? [];
  if (key === undefined || value === undefined || value.length > limits.headingCharacters) return undefined;
  const at = start + text.indexOf(value, key.length);
  const words = value.replace(/^(["'])(?!.*\1$)|(?<!^(["']).*)["']$/g, '').trim();
  return words === '' ? undefined : { key, text: words, start: at, end: at + value.length };
}

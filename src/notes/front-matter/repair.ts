// `title: A: b` is no YAML, and what was meant is plain. So front matter that cannot be read as a
// whole is read key by key, and a value on one line as it stands.
import { parseDocument } from 'yaml';
import { limits } from '../../diagnostics/index.ts';
import { labelMeaning, titleKey } from '../title-block/labels.ts';

/** A value that is no YAML. */
interface PlainValue {
  readonly key: string;
  /** Without a quotation mark that has no partner. */
  readonly text: string;
  /** Of the value in the front matter. */
  readonly start: number;
  readonly end: number;
  /** Where the spaces begin that take its place: the start of the line where the key is no YAML either. */
  readonly blankFrom: number;
  /** Only its line is set in, and the value leaves no doubt. */
  readonly isPlainYaml: boolean;
}

interface RepairedYaml {
  /** The front matter with spaces in place of those values: valid YAML, and as long as it was. */
  readonly text: string;
  readonly plain: readonly PlainValue[];
}

/** Undefined where something else is broken, a list or nesting, and where no key speaks of a talk or of its notes. */
export function repairFrontMatter(text: string): RepairedYaml | undefined {
  const spaced = text.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
  const keys = keysOf(spaced);
  const plain: PlainValue[] = [];
  for (const key of keys) {
    if (isYaml(key.text)) continue;
    const values = plainValues(key);
    if (values.length === 0) return undefined;
    plain.push(...values);
  }
  const repaired = plain.reduce(
    (all, { blankFrom, end }) => all.slice(0, blankFrom) + ' '.repeat(end - blankFrom) + all.slice(end),
    spaced,
  );
  const isOfNotes = keys.some((key) => isKnown(/^[^:\n]{1,40}/.exec(key.text)?.[0].trim() ?? ''));
  return isOfNotes && isYaml(repaired) ? { text: repaired, plain } : undefined;
}

function isKnown(key: string): boolean {
  return titleKey(key) !== undefined || labelMeaning(key) !== undefined;
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

/** One line, or several of which each is a key with a value: those below the first are set in for no reason. */
function plainValues({ text, start }: KeyText): readonly PlainValue[] {
  const lines = [...text.matchAll(/^[ \t]*(\S[^\r\n]*)/gm)].map(({ 0: line, 1: words = '', index }) => ({
    words,
    indent: line.length - words.length,
    at: start + index,
  }));
  const values = lines.map(({ words, indent, at }, index) => {
    const value = plainValue(words, at + indent);
    return value && index > 0 ? { ...value, blankFrom: at, isPlainYaml: isYaml(words) } : value;
  });
  const found = values.filter((value) => value !== undefined);
  if (found.length < values.length) return [];
  return isYaml(lines[0]?.words ?? '') ? found.slice(1) : found;
}

function plainValue(line: string, start: number): PlainValue | undefined {
  const [, key, value] = lone.exec(line) ?? [];
  if (key === undefined || value === undefined || value.length > limits.headingCharacters) return undefined;
  const at = start + line.indexOf(value, key.length);
  const words = value.replace(/^(["'])(?!.*\1)|(?<!(["']).*)["']$/g, '').trim();
  const end = at + value.length;
  return words === '' ? undefined : { key, text: words, start: at, end, blankFrom: at, isPlainYaml: false };
}

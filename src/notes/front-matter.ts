import type { Root, RootContent, Yaml } from 'mdast';
import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { limits, type Span } from '../diagnostics/index.ts';
import { at, endOf, startOf } from './markdown/tree.ts';
import type { Field, FrontMatter } from './notes.ts';
import { type Reading, warn } from './reading.ts';
import { titleKey } from './title-block/labels.ts';

/** Front matter as the rest of this stage needs it: the values with their places. */
interface FrontMatterFields {
  readonly frontMatter: FrontMatter;
  /** By key, in lower case. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
}

/** What the lines between `---` at the top turned out to be. */
export type FrontMatterFinding =
  | { readonly kind: 'none' | 'prose' }
  | { readonly kind: 'broken'; readonly block: RootContent }
  | ({ readonly kind: 'fields' } & FrontMatterFields);

/** Reads the `yaml` node that a document may begin with. Nothing is expanded, so aliases do no harm. */
export function readFrontMatter(tree: Root, reading: Reading): FrontMatterFinding {
  const node = tree.children[0];
  if (node?.type !== 'yaml') return { kind: 'none' };
  const { path, text } = reading.source;
  const start = text.indexOf('\n', startOf(node)) + 1;
  const value = text.slice(start, start + node.value.length) === node.value ? node.value : '';
  if (value.length > limits.yamlCharacters) return unread(node, start, reading, manyCharacters);
  if (isNestedTooDeeply(value)) return unread(node, start, reading, tooDeep);
  const document = parseDocument(value, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const error = document.errors[0];
  if (error !== undefined) return repaired(value, start, reading) ?? broken(node, error, start, reading);
  if (!isMap(document.contents) && value.trim() !== '') return { kind: 'prose' };
  return finding(value, fieldsOf(document.contents, start, path), start, path);
}

function finding(
  text: string,
  fields: Map<string, Field[]>,
  start: number,
  path: string,
): FrontMatterFinding {
  const values = new Map([...fields].map(([key, list]) => [key, list.map((field) => field.text)]));
  const span = { path, start, end: start + text.length };
  return { kind: 'fields', frontMatter: { text, span, values }, fields: lowerCased(fields) };
}

/** Values that are no YAML are taken as they stand. */
function repaired(value: string, start: number, reading: Reading): FrontMatterFinding | undefined {
  const found = repairFrontMatter(value);
  if (!found) return undefined;
  const { path } = reading.source;
  const { contents } = parseDocument(found.text, { uniqueKeys: false, logLevel: 'silent' });
  const fields = fieldsOf(contents, start, path);
  for (const plain of found.plain) {
    const [from, to] = [start + plain.start, start + plain.end];
    const message = `The value of \`${plain.key}\` is not valid YAML and is taken as it stands`;
    const help = `write \`${plain.key}: ${quoted(plain.text)}\``;
    warn(reading, 'notes/front-matter', from, to, message, help);
    fields.set(plain.key, [plainField(plain.text, { path, start: from, end: to })]);
  }
  return finding(found.text, fields, start, path);
}

function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

const manyCharacters = {
  message: `The front matter has more than ${limits.yamlCharacters / 1000},000 characters and is shown as text`,
  help: 'keep the fields of the talk and its hints there',
};

const tooDeep = {
  message: `The front matter is nested more than ${limits.yamlDepth} deep and is shown as text`,
  help: 'look for brackets that are never closed',
};

function unread(
  node: Yaml,
  start: number,
  reading: Reading,
  { message, help }: typeof tooDeep,
): FrontMatterFinding {
  warn(reading, 'notes/front-matter', start, start + 1, message, help);
  return { kind: 'broken', block: asText(node) };
}

function broken(node: Yaml, error: YAMLError, start: number, reading: Reading): FrontMatterFinding {
  const [from, to] = error.pos;
  const message = `The front matter is not valid YAML and is shown as text: ${firstSentence(error.message)}`;
  const help =
    error.code === 'TAB_AS_INDENT'
      ? 'indent with spaces, or not at all'
      : 'put quotation marks around values that hold `: ` or `#`';
  warn(reading, 'notes/front-matter', start + from, start + Math.max(to, from), message, help);
  return { kind: 'broken', block: asText(node) };
}

function asText(node: Yaml): RootContent {
  return { type: 'code', lang: 'yaml', value: node.value, position: at(startOf(node), endOf(node)) };
}

function firstSentence(message: string): string {
  return (message.split(/\n| at line/)[0] ?? '').replace(/[.:]\s*$/, '');
}

function fieldsOf(map: unknown, start: number, path: string): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  if (!isMap(map)) return fields;
  const set = (key: string, found: Field[]): void => {
    if (found.length > 0 && !fields.has(key)) fields.set(key, found);
  };
  for (const pair of map.items as Pair<unknown, unknown>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (key === undefined) continue;
    const listed = isSeq(pair.value) ? pair.value.items : [pair.value];
    const nodes = titleKey(key) === undefined ? listed.filter((node) => !isMap(node)) : listed;
    const [only, ...others] = nodes;
    set(
      key,
      nodes.flatMap((node) =>
        fieldOf(node as Node, start, path, others.length === 0 ? 'alone' : 'with others'),
      ),
    );
    // What is said of the one speaker, or of the event, is said of the talk.
    if (isMap(only) && others.length === 0)
      for (const [name, { node }] of partsOf(only))
        if (name !== 'name') set(name, fieldOf(node, start, path, 'alone'));
  }
  return fields;
}

/** Keys of a person or an event in front matter, by what they say of it; the first that is there counts. */
const partNames: Readonly<Record<'name' | 'affiliation' | 'date' | 'place', readonly string[]>> = {
  name: ['name', 'full_name', 'fullname', 'full', 'title', 'text', 'literal', 'given', 'family'],
  affiliation: [
    'affiliation',
    'affiliations',
    'institute',
    'institution',
    'organization',
    'organisation',
    'company',
    'org',
  ],
  date: ['date', 'when'],
  place: ['place', 'location', 'venue', 'city'],
};

type PartName = keyof typeof partNames;

/** What is said of a person or an event, and the node that says it. */
interface NamedPart {
  readonly text: string;
  readonly node: Scalar;
}

/** What `name: Ida Falk` and the keys beside it say. A number refers to a list elsewhere. */
function partsOf(map: YAMLMap): ReadonlyMap<PartName, NamedPart> {
  const texts = (node: unknown): NamedPart[] => {
    if (isSeq(node)) return node.items.flatMap(texts);
    const name = isMap(node) ? partsOf(node).get('name') : undefined;
    if (name !== undefined) return [name];
    return isScalar(node) && /\p{L}|\d{4}/u.test(String(node.value))
      ? [{ text: String(node.value).trim(), node }]
      : [];
  };
  const parts = new Map<PartName, NamedPart>();
  for (const name of Object.keys(partNames) as PartName[]) {
    const found = partNames[name].flatMap((key) => texts(map.get(key, true)));
    const isInTwo = name === 'name' && map.has('given') && found.length > 1;
    const [first] = found;
    if (first) parts.set(name, isInTwo ? { ...first, text: found.map(({ text }) => text).join(' ') } : first);
  }
  return parts;
}

function fieldOf(node: Node, start: number, path: string, stands: 'alone' | 'with others'): Field[] {
  if (isMap(node)) return fieldOfMap(node, start, path, stands);
  if (!isScalar(node) || node.value === null || !node.range) return [];
  const text = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  const span = { path, start: start + node.range[0], end: start + node.range[1] };
  return text.trim() === '' ? [] : [plainField(text.trim(), span)];
}

/** A person among others has what is said of them in brackets: "Ida Falk (Delta Lab)". */
function fieldOfMap(map: YAMLMap, start: number, path: string, stands: 'alone' | 'with others'): Field[] {
  const parts = partsOf(map);
  const name = parts.get('name');
  if (!name?.node.range) return [];
  const span = { path, start: start + name.node.range[0], end: start + name.node.range[1] };
  const where = stands === 'alone' ? undefined : parts.get('affiliation')?.text;
  return [plainField(where === undefined ? name.text : `${name.text} (${where})`, span)];
}

function plainField(text: string, span: Span): Field {
  return { text, content: [{ type: 'text', value: text, position: at(span.start, span.end) }], span };
}

function lowerCased(fields: ReadonlyMap<string, readonly Field[]>): Map<string, readonly Field[]> {
  return new Map([...fields].map(([key, list]) => [key.toLowerCase(), list]));
}

// The YAML library reads nested values by recursion; some thousand levels exhaust the stack and
// end the process. So the depth is bounded before it reads, roughly and on the safe side.

export function isNestedTooDeeply(yaml: string): boolean {
  return Math.max(deepestBracket(yaml), deepestIndicator(yaml)) > limits.yamlDepth;
}

/** Brackets inside quotes count too: on the safe side. */
function deepestBracket(yaml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** `- - - x` nests on one line, indentation over several. */
function deepestIndicator(yaml: string): number {
  let deepest = 0;
  for (const [lead] of yaml.matchAll(/^[ \t?:-]+/gm)) {
    const indicators = lead.match(/[-?:](?=[ \t]|$)/g)?.length ?? 0;
    deepest = Math.max(deepest, indicators, lead.search(/[^ \t]|$/));
  }
  return deepest;
}

// `title: A: b` is no YAML, and what was meant is plain. So front matter that cannot be read as a
// whole is read key by key, and a value on one line that says something of the talk as it stands.

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
function repairFrontMatter(text: string): RepairedYaml | undefined {
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

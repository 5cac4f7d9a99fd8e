import type { Root, RootContent, Yaml } from 'mdast';
import { isMap, parseDocument, type YAMLError } from 'yaml';
import { limits, type Span } from '../../diagnostics/index.ts';
import { at, endOf, startOf } from '../markdown/tree.ts';
import type { Field, FrontMatter } from '../notes.ts';
import { type Reading, warn } from '../reading.ts';
import { titleKey } from '../title-block/labels.ts';
import { repairFrontMatter } from './repair.ts';
import { fieldsOf, linkedPages, plainField } from './yaml-fields.ts';

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

/** Values that are no YAML are taken as they stand. Those that only programs read, and links to pages, are what was meant. */
function repaired(value: string, start: number, reading: Reading): FrontMatterFinding | undefined {
  const found = repairFrontMatter(value);
  if (!found) return undefined;
  const { path } = reading.source;
  const { contents } = parseDocument(found.text, { uniqueKeys: false, logLevel: 'silent' });
  const fields = fieldsOf(contents, start, path);
  const doubtful: Written[] = [];
  for (const { key, text, start: from, end: to, isPlainYaml } of found.plain) {
    const span = { path, start: start + from, end: start + to };
    const pages = linkedPages(text, span);
    fields.set(key, pages ?? [plainField(text, span)]);
    if (!pages && !isPlainYaml && titleKey(key) !== undefined) doubtful.push({ key, text, span });
  }
  warnOfPlain(doubtful, reading);
  return finding(found.text, fields, start, path);
}

interface Written {
  readonly key: string;
  readonly text: string;
  readonly span: Span;
}

/** Once: at the first of them. */
function warnOfPlain([first, ...others]: readonly Written[], reading: Reading): void {
  if (!first) return;
  const keys = [first, ...others].map(({ key }) => `\`${key}\``);
  const message =
    others.length === 0
      ? `The value of ${keys[0]} is not valid YAML and is taken as it stands`
      : `The values of ${keys.slice(0, -1).join(', ')} and ${keys.at(-1)} are not valid YAML and are taken as they stand`;
  const help = `write \`${first.key}: ${quoted(first.text)}\``;
  warn(reading, 'notes/front-matter', first.span.start, first.span.end, message, help);
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

import type { Root, RootContent, Yaml } from 'mdast';
import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { limits } from '../diagnostics/index.ts';
import { at, endOf, startOf } from './markdown/positions.ts';
import type { Field, FrontMatter } from './notes.ts';
import { type Reading, warn } from './reading.ts';
import { isNestedTooDeeply } from './yaml-nesting.ts';

/** Front matter as the rest of this stage needs it: the values with their places. */
export interface FrontMatterFields {
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
  if (isNestedTooDeeply(value)) return tooDeep(node, start, reading);
  const document = parseDocument(value, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const error = document.errors[0];
  if (error !== undefined) return broken(node, error, start, reading);
  if (!isMap(document.contents) && value.trim() !== '') return { kind: 'prose' };
  const fields = isMap(document.contents)
    ? fieldsOf(document.contents, start, path)
    : new Map<string, Field[]>();
  const values = new Map([...fields].map(([key, list]) => [key, list.map((field) => field.text)]));
  const span = { path, start, end: start + value.length };
  return { kind: 'fields', frontMatter: { text: value, span, values }, fields: lowerCased(fields) };
}

function tooDeep(node: Yaml, start: number, reading: Reading): FrontMatterFinding {
  const message = `The front matter is nested more than ${limits.yamlDepth} deep and is shown as text`;
  const help = 'look for brackets that are never closed';
  warn(reading, 'notes/front-matter', start, start + 1, message, help);
  return { kind: 'broken', block: asText(node) };
}

function broken(node: Yaml, error: YAMLError, start: number, reading: Reading): FrontMatterFinding {
  const [from, to] = error.pos;
  const message = `The front matter is not valid YAML and is shown as text: ${firstSentence(error.message)}`;
  const help = 'put quotation marks around values that hold `: ` or `#`';
  warn(reading, 'notes/front-matter', start + from, start + Math.max(to, from), message, help);
  return { kind: 'broken', block: asText(node) };
}

function asText(node: Yaml): RootContent {
  return { type: 'code', lang: 'yaml', value: node.value, position: at(startOf(node), endOf(node)) };
}

function firstSentence(message: string): string {
  return (message.split(/\n| at line/)[0] ?? '').replace(/[.:]\s*$/, '');
}

function fieldsOf(map: YAMLMap, start: number, path: string): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const pair of map.items as Pair<unknown, unknown>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    const nodes = isSeq(pair.value) ? pair.value.items : [pair.value];
    const found = nodes.flatMap((node) => fieldOf(node as Node, start, path));
    if (key !== undefined && found.length > 0) fields.set(key, found);
  }
  return fields;
}

function fieldOf(node: Node, start: number, path: string): Field[] {
  if (!isScalar(node) || node.value === null || !node.range) return [];
  const text = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  const span = { path, start: start + node.range[0], end: start + node.range[1] };
  if (text.trim() === '') return [];
  return [
    {
      text: text.trim(),
      content: [{ type: 'text', value: text.trim(), position: at(span.start, span.end) }],
      span,
    },
  ];
}

function lowerCased(fields: ReadonlyMap<string, readonly Field[]>): Map<string, readonly Field[]> {
  return new Map([...fields].map(([key, list]) => [key.toLowerCase(), list]));
}

// What the values of front matter say, each with its place. People and events may be objects.
import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Span } from '../../diagnostics/index.ts';
import { at } from '../markdown/tree.ts';
import type { Field } from '../notes.ts';
import { titleKey } from '../title-block/labels.ts';

/** By key as it is written. */
export function fieldsOf(map: unknown, start: number, path: string): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  if (!isMap(map)) return fields;
  const set = (key: string, found: Field[]): void => {
    if (found.length > 0 && !fields.has(key)) fields.set(key, found);
  };
  for (const pair of map.items as Pair<unknown, unknown>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (key === undefined) continue;
    const listed = isSeq(pair.value) ? pair.value.items.flatMap(linked) : [pair.value];
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

/** `[[Ida Falk]]` without quotes is a list in a list for YAML, and a link to a page for Obsidian. */
function linked(node: unknown): unknown[] {
  return isSeq(node) ? node.items : [node];
}

/** What Obsidian links to, in the middle of words or alone. */
const pageLink = /\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/g;

/** `[[Ida Falk]], [[Ben Ash]]`: each page a value. Undefined where there is anything else. */
export function linkedPages(text: string, { path, start }: Span): Field[] | undefined {
  const parts = [...text.matchAll(/[^,;]+/g)].filter(({ 0: part }) => part.trim() !== '');
  const names = parts.map(({ 0: part }) => onlyPage.exec(part)?.[1]?.trim());
  if (names.length === 0 || names.some((name) => !name)) return undefined;
  return parts.map(({ 0: part, index }, at) => {
    const from = start + index + part.search(/\S/);
    return plainField(names[at] ?? '', { path, start: from, end: from + part.trim().length });
  });
}

const onlyPage = /^\s*\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]\s*$/;

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
  return text.trim() === '' ? [] : [plainField(text.replace(pageLink, '$1').trim(), span)];
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

export function plainField(text: string, span: Span): Field {
  return { text, content: [{ type: 'text', value: text, position: at(span.start, span.end) }], span };
}

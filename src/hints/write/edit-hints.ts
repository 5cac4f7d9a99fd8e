// A layout written into a hints file as its author would: the lines to paste, and where.
import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Source } from '../../diagnostics/index.ts';
import type { Notes, Section } from '../../notes/index.ts';
import type { Hints } from '../hints.ts';
import { findSection, indexSections, type SectionIndex, sectionName } from '../match/find-section.ts';
import { type LayoutRequest, newEntry, printPair } from './section-entry.ts';

/** How a hints file is changed. */
export interface HintsEdit {
  /** `whole` is a file that cannot be changed by lines: it is written anew. */
  readonly kind: 'create' | 'append' | LineEdit['kind'] | 'whole';
  /** Whole lines, indented for their place. */
  readonly text: string;
  /** Lines of the file as it is, from 1: those that `text` replaces, or the one that it stands below. */
  readonly lines?: readonly [first: number, last: number];
  /** Lines of `text`, from 1, that are not in the file as it is. */
  readonly fresh: readonly [first: number, last: number];
  /** The text of the file afterwards. */
  readonly result: string;
}

/**
 * The change that asks for a layout, merged with what the hints say already. `source` is the
 * hints file; without one it is a new file. Returns undefined when the section, or
 * what stands on the slide, cannot be named.
 */
export function editHints(
  { notes, hints }: { readonly notes: Notes; readonly hints: Hints },
  source: Source | undefined,
  request: LayoutRequest,
): HintsEdit | undefined {
  const index = indexSections(notes);
  const text = source?.text ?? '';
  const document = parseDocument(text, { uniqueKeys: false });
  const root = isMap(document.contents) ? document.contents : undefined;
  const sections = root?.items.find((pair) => keyOf(pair) === 'sections');
  const map = isMap(sections?.value) ? sections.value : undefined;
  const old = map?.items.find((pair) => isEntryOf(pair, request.section, hints, source, index));
  const entry = newEntry(request, hints.sections.get(request.section), old, index);
  const key = old ? keyOf(old) : sectionName(request.section, index);
  if (entry === undefined || key === undefined) return undefined;
  const printed = printPair(old?.key ?? key, entry);
  if (root === undefined || sections === undefined) {
    const lines = `sections:\n${indented(printed, '  ')}`;
    const fresh = allLines(lines);
    if (text.trim() === '') return { kind: 'create', text: lines, fresh, result: lines };
    const result = `${text}${text.endsWith('\n') ? '' : '\n'}${lines}`;
    const edit: HintsEdit = { kind: 'append', text: lines, fresh, result };
    return readsBack(result, key, entry) ? edit : undefined;
  }
  const edit = lineEdit(text, sections, map, old, printed);
  const result = edit && withLines(text, edit);
  if (edit && result !== undefined && readsBack(result, key, entry))
    return { ...edit, fresh: freshLines(text, edit), result };
  return wholeFile(text, sections, map, old, key, entry);
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** A star may mean this section too, but its entry is for all that it matches. */
function isEntryOf(
  pair: Pair,
  section: Section,
  hints: Hints,
  source: Source | undefined,
  index: SectionIndex,
): boolean {
  const found = findSection(keyOf(pair), index);
  if (found.kind === 'one') return found.section === section;
  const span = hints.sections.get(section)?.span;
  const start = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  return found.kind === 'none' && span?.path === source?.path && span?.start === start;
}

/** In place of the entry, or below the last one. Returns undefined where entries do not stand on lines of their own. */
function lineEdit(
  text: string,
  sections: Pair,
  map: YAMLMap | undefined,
  old: Pair | undefined,
  printed: string,
): LineEdit | undefined {
  if (map?.flow) return undefined;
  if (old) {
    const [first, last] = pairLines(old, text);
    return { kind: 'replace', text: indented(printed, indentOf(old, text)), lines: [first, last] };
  }
  const last = map?.items.at(-1);
  const [, line] = pairLines(last ?? sections, text);
  return {
    kind: 'insert',
    text: indented(printed, last ? indentOf(last, text) : '  '),
    lines: [line, line],
  };
}

/** White space before a key, which alone may stand there. */
function indentOf({ key }: Pair, text: string): string {
  const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

function indented(lines: string, indent: string): string {
  return lines.replace(/^(?=.)/gm, indent);
}

/** Is that what a reader of the file finds under the key? */
function readsBack(text: string, key: string, entry: YAMLMap): boolean {
  const document = parseDocument(text, { uniqueKeys: false });
  if (document.errors.length > 0) return false;
  const sections = document.get('sections');
  const found = isMap(sections) ? sections.items.find((pair) => keyOf(pair) === key) : undefined;
  return JSON.stringify(found?.value) === JSON.stringify(entry);
}

/** Written anew by the YAML library, with its comments. */
function wholeFile(
  text: string,
  sections: Pair,
  map: YAMLMap | undefined,
  old: Pair | undefined,
  key: string,
  entry: YAMLMap,
): HintsEdit | undefined {
  const document = parseDocument(text, { uniqueKeys: false });
  const at = ['sections', key];
  if (map === undefined || (old === undefined && document.hasIn(at))) document.set('sections', {});
  document.setIn(at, document.createNode(entry.toJSON()));
  const result = document.toString({ lineWidth: 0 });
  const count = text.trimEnd().split('\n').length;
  return sections && readsBack(result, key, entry)
    ? { kind: 'whole', text: result, lines: [1, count], fresh: allLines(result), result }
    : undefined;
}

/** Lines that go in place of others, or below one. */
export interface LineEdit {
  readonly kind: 'replace' | 'insert';
  readonly text: string;
  /** From 1. */
  readonly lines: readonly [first: number, last: number];
}

/** The text with the edit made. Line ends stay as they are in the text. */
export function withLines(text: string, { kind, text: added, lines: [first, last] }: LineEdit): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const from = kind === 'replace' ? first - 1 : last;
  lines.splice(from, last - from, ...added.trimEnd().split('\n'));
  const result = lines.join(end);
  return result.endsWith('\n') ? result : `${result}${end}`;
}

export function allLines(text: string): readonly [first: number, last: number] {
  return [1, text.trimEnd().split('\n').length];
}

/** What is left of the added lines without those that begin and end the old ones too. */
export function freshLines(text: string, { kind, text: added, lines }: LineEdit): readonly [number, number] {
  if (kind === 'insert') return allLines(added);
  const old = text.split(/\r?\n/).slice(lines[0] - 1, lines[1]);
  const now = added.trimEnd().split('\n');
  let [first, last] = [0, 0];
  while (first < now.length && now[first] === old[first]) first += 1;
  while (last < now.length - first - 1 && now.at(-1 - last) === old.at(-1 - last)) last += 1;
  return [first + 1, now.length - last];
}

/** First and last line of a key and its value, without comments below. */
export function pairLines({ key, value }: Pair, text: string): readonly [first: number, last: number] {
  const start = isNode(key) ? (key.range?.[0] ?? 0) : 0;
  const end = Math.max(start + 1, endOf(key), endOf(value));
  return [lineAt(text, start), lineAt(text, end - 1)];
}

/** Where the last thing that is written ends: a block collection itself goes on over the empty lines below it. */
function endOf(node: unknown): number {
  if (!isNode(node)) return 0;
  if (!isCollection(node) || node.flow) return node.range?.[1] ?? 0;
  return Math.max(0, ...node.items.map((item) => (isNode(item) ? endOf(item) : endOfPair(item as Pair))));
}

function endOfPair({ key, value }: Pair): number {
  return Math.max(endOf(key), endOf(value as Node | null));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

// A layout written into a hints file as its author would: the lines to paste, and where.
import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Source } from '../../diagnostics/index.ts';
import type { Notes, Section } from '../../notes/index.ts';
import type { Hints } from '../hints.ts';
import { findSection } from '../match/find-section.ts';
import { indexSections, type SectionIndex } from '../match/section-index.ts';
import { sectionName } from '../match/section-name.ts';
import type { LayoutRequest } from './layout-request.ts';
import { allLines, freshLines, type LineEdit, linesOf, withLines } from './line-edit.ts';
import { printPair } from './print-pair.ts';
import { newEntry } from './section-entry.ts';

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
 * hints file; without one it is a new file. Nothing when the section or what stands on the slide
 * cannot be named.
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
    return says(result, key, entry) ? edit : undefined;
  }
  const edit = lineEdit(text, sections, map, old, printed);
  const result = edit && withLines(text, edit);
  if (edit && result !== undefined && says(result, key, entry))
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

/** In place of the entry, or below the last one; nothing where entries do not stand on lines of their own. */
function lineEdit(
  text: string,
  sections: Pair,
  map: YAMLMap | undefined,
  old: Pair | undefined,
  printed: string,
): LineEdit | undefined {
  if (map?.flow) return undefined;
  if (old) {
    const [first, last] = linesOf(old, text);
    return { kind: 'replace', text: indented(printed, indentOf(old, text)), lines: [first, last] };
  }
  const last = map?.items.at(-1);
  const [, line] = linesOf(last ?? sections, text);
  return {
    kind: 'insert',
    text: indented(printed, last ? indentOf(last, text) : '  '),
    lines: [line, line],
  };
}

/** White space before a key; nothing but that may stand there. */
function indentOf({ key }: Pair, text: string): string {
  const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

function indented(lines: string, indent: string): string {
  return lines.replace(/^(?=.)/gm, indent);
}

/** Is that what a reader of the file finds under the key? */
function says(text: string, key: string, entry: YAMLMap): boolean {
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
  return sections && says(result, key, entry)
    ? { kind: 'whole', text: result, lines: [1, count], fresh: allLines(result), result }
    : undefined;
}

import { type Document, isMap, isNode, isScalar, type Node } from 'yaml';
import { type Checked, type Diagnostic, limits, type Source, type Span } from '../diagnostics/index.ts';
import { type Notes, type Section, walkNotes, withPrintedDate } from '../notes/index.ts';
import type { DeckHints, Hints, SectionHint } from './hints.ts';
import { hintsShape, type WrittenDeck, type WrittenHints } from './hints-shape.ts';
import { matchSections } from './match/match-sections.ts';
import { applyOutline } from './outline/apply-outline.ts';
import type { MapEntry } from './yaml/collections.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { type ReadState, readValue, type ValueContext } from './yaml/shape.ts';

/**
 * The hints for these notes, and the notes with the outline applied. The hints file wins over
 * the `lectern:` block of the front matter, key by key. Every problem is reported, none throws;
 * what is wrong is left out of the result.
 */
export function readHints(
  source: Source | undefined,
  notes: Notes,
): Checked<{ readonly hints: Hints; readonly notes: Notes }> {
  const front = readLecternBlock(notes);
  const file = source && readHintsFile(source);
  const written = [front, file].filter((it) => it !== undefined);
  const outline = written.findLast(({ hints }) => hints.outline)?.hints.outline ?? [];
  const outlined = applyOutline(notes, outline);
  const sections = matchSections(
    written.map(({ hints }) => hints.sections ?? []),
    outlined.value,
  );
  const deck = { ...notes.settings, ...mergeDeck(front?.hints.deck, file?.hints.deck) };
  const hints: Hints = {
    deck,
    handout: { ...front?.hints.handout, ...file?.hints.handout },
    sections: withoutAgenda(deck, outlined.value.sections, sections.value),
    spans: new Map(written.flatMap(({ spans }) => [...spans])),
  };
  const found = [...outlined.diagnostics, ...sections.diagnostics].filter((it) => isSound(it, written));
  const diagnostics = [...written.flatMap((it) => it.diagnostics), ...found].sort(byPlace);
  return {
    value: { hints, notes: dated(outlined.value, deck.lang) },
    diagnostics: firstErrors(diagnostics),
  };
}

/** ISO dates are printed in the deck's language. */
function dated(notes: Notes, lang: string = notes.lang ?? 'en'): Notes {
  const { date } = notes.title;
  return date ? { ...notes, title: { ...notes.title, date: withPrintedDate(date, lang) } } : notes;
}

/** The others, and warnings, show once these are mended. */
function firstErrors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const last = errors.slice(0, limits.hintErrors);
  return errors.length === last.length ? diagnostics : last;
}

function mergeDeck(front: WrittenDeck | undefined, file: WrittenDeck | undefined): DeckHints {
  const entries = [...(front?.tokens ?? []), ...(file?.tokens ?? [])];
  const tokens = Object.fromEntries(entries.flatMap(tokenOf));
  const { tokens: _, ...plain }: WrittenDeck = { ...front, ...file };
  return { ...plain, ...(Object.keys(tokens).length > 0 && { tokens }) };
}

/** `agenda: false` hides a section that is one, unless a hint names the section itself. */
function withoutAgenda(
  deck: DeckHints,
  all: readonly Section[],
  hinted: Hints['sections'],
): Hints['sections'] {
  if (deck.agenda !== false) return hinted;
  const agendas = all.filter((section) => section.kind === 'agenda' && !hinted.has(section));
  return new Map([
    ...hinted,
    ...agendas.map((section): [Section, SectionHint] => [
      section,
      { show: false, span: section.headingSpan },
    ]),
  ]);
}

/** With or without the dashes that CSS puts before a custom property; one without a value is not given. */
function tokenOf({ key, value }: MapEntry<string>): readonly (readonly [string, string])[] {
  return value === undefined ? [] : [[key.replace(/^--/, ''), value]];
}

/** A text that is broken further up names nothing reliably. */
function isSound({ span }: Diagnostic, written: readonly HintsLayer[]): boolean {
  return written.every(({ path, soundUntil }) => path !== span.path || span.end <= soundUntil);
}

/** The front matter first, each text from top to bottom. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.path === b.span.path ? a.span.start - b.span.start : 0;
}

/** The hints of one text, of the right types, with all that is wrong with them. */
interface HintsLayer {
  readonly hints: WrittenHints;
  readonly diagnostics: readonly Diagnostic[];
  /** Where each value of `deck` and `handout` stands, by its path: `deck.theme`. */
  readonly spans: ReadonlyMap<string, Span>;
  readonly path: string;
  /** Offset of the line with the first syntax error: what follows may not mean what it seems to. */
  readonly soundUntil: number;
}

export function readHintsFile(source: Source): HintsLayer {
  const { document, diagnostics } = parseYaml(source, source.text, 0);
  const context = { label: 'the hints file', before: '', path: '' };
  return readNode(document.contents, context, { source, offset: 0, document }, diagnostics);
}

/** The `lectern:` block of the front matter. Returns undefined when there is none, or when it is no YAML, which `notes` reports. */
function readLecternBlock({ source, frontMatter }: Notes): HintsLayer | undefined {
  if (!frontMatter || !/^["']?lectern["']?[ \t]*:/m.test(frontMatter.text)) return undefined;
  const offset = frontMatter.span.start;
  const { document, diagnostics } = parseYaml(source, frontMatter.text, offset);
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const context = { label: '`lectern`', before: 'lectern: ', path: '' };
  return readNode(lecternBlock(document), context, { source, offset, document }, []);
}

function lecternBlock({ contents }: Document): Node | null {
  if (!isMap(contents)) return null;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'lectern');
  return isNode(pair?.value) ? pair.value : null;
}

function readNode(
  node: Node | null,
  context: ValueContext,
  text: Pick<ReadState, 'source' | 'offset' | 'document'>,
  syntax: readonly Diagnostic[],
): HintsLayer {
  const { source } = text;
  const soundUntil = firstErrorLine(source, syntax);
  const state: ReadState = {
    ...text,
    diagnostics: [],
    spans: new Map(),
    aliases: { left: limits.yamlAliases },
  };
  const nothing = !node || (isScalar(node) && node.value === null);
  const hints = nothing ? {} : (readValue(node, context, hintsShape, state) ?? {});
  const sound = state.diagnostics.filter(({ span }) => span.end <= soundUntil);
  return { hints, diagnostics: [...syntax, ...sound], spans: state.spans, path: source.path, soundUntil };
}

function firstErrorLine(source: Source, syntax: readonly Diagnostic[]): number {
  const error = syntax.find(({ severity }) => severity === 'error');
  return error
    ? source.text.lastIndexOf('\n', Math.max(0, error.span.start - 1)) + 1
    : Number.POSITIVE_INFINITY;
}

/** What of the deck's hints is words. */
const words: readonly (keyof DeckHints)[] = [
  'title',
  'subtitle',
  'speaker',
  'affiliation',
  'event',
  'date',
  'footer',
  'header',
];

/**
 * All that slides and handout show, as text without order: what is set in text fonts, and what in that of code.
 * Formulas have fonts of their own; the words of a diagram are text.
 */
export function shownLetters(
  notes: Notes,
  { deck, sections }: Hints,
): { readonly text: string; readonly code: string } {
  const text: string[] = words.flatMap((name) => (typeof deck[name] === 'string' ? [deck[name]] : []));
  const code: string[] = [];
  for (const { title, slides = [] } of sections.values()) {
    text.push(title ?? '', ...slides.map((slide) => slide.title ?? ''));
  }
  walkNotes(notes, (node) => {
    if (node.type === 'text') text.push(node.value);
    else if (node.type === 'inlineCode') code.push(node.value);
    else if (node.type === 'code') (node.lang === 'mermaid' ? text : code).push(node.value);
  });
  return { text: text.join('\n'), code: code.join('\n') };
}

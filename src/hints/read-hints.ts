import type { Checked, Diagnostic, Source } from '../diagnostics/index.ts';
import type { Notes, Section } from '../notes/index.ts';
import type { DeckHints, HandoutHints, Hints, SectionHint } from './hints.ts';
import type { WrittenDeck } from './hints-shape.ts';
import { matchSections } from './match/match-sections.ts';
import { applyOutline } from './outline/apply-outline.ts';
import { readFrontMatter, readHintsFile, type Written } from './read-written.ts';
import type { Entry } from './yaml/collections.ts';

/**
 * The hints for these notes, and the notes with the outline applied. The hints file wins over
 * the `lectern:` block of the front matter, key by key. Every problem is reported, none throws;
 * what is wrong is left out of the result.
 */
export function readHints(
  source: Source | undefined,
  notes: Notes,
): Checked<{ readonly hints: Hints; readonly notes: Notes }> {
  const written = [readFrontMatter(notes), source && readHintsFile(source)].filter((it) => it !== undefined);
  const outline = written.findLast(({ hints }) => hints.outline)?.hints.outline ?? [];
  const outlined = applyOutline(notes, outline);
  const sections = matchSections(
    written.map(({ hints }) => hints.sections ?? []),
    outlined.value,
  );
  const mergedDeck = mergeDeck(written.map(({ hints }) => hints.deck ?? {}));
  const hints: Hints = {
    deck: mergedDeck,
    handout: mergeHandout(written.map((it) => it.hints.handout ?? {})),
    sections: withoutAgenda(mergedDeck, outlined.value.sections, sections.value),
    spans: new Map(written.flatMap(({ spans }) => [...spans])),
  };
  const found = [...outlined.diagnostics, ...sections.diagnostics].filter((it) => isSound(it, written));
  const diagnostics = [...written.flatMap((it) => it.diagnostics), ...found].sort(byPlace);
  return { value: { hints, notes: outlined.value }, diagnostics };
}

function mergeDeck(layers: readonly WrittenDeck[]): DeckHints {
  const tokens = Object.fromEntries(layers.flatMap((deck) => (deck.tokens ?? []).flatMap(tokenOf)));
  const { tokens: _, ...plain } = layers.reduce((below, above) => ({ ...below, ...above }), {});
  return { ...plain, ...(Object.keys(tokens).length > 0 && { tokens }) };
}

function mergeHandout(layers: readonly HandoutHints[]): HandoutHints {
  return layers.reduce((below, above) => ({ ...below, ...above }), {});
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
function tokenOf({ key, value }: Entry<string>): readonly (readonly [string, string])[] {
  return value === undefined ? [] : [[key.replace(/^--/, ''), value]];
}

/** A text that is broken further up names nothing reliably. */
function isSound({ span }: Diagnostic, written: readonly Written[]): boolean {
  return written.every(({ path, soundUntil }) => path !== span.path || span.end <= soundUntil);
}

/** The front matter first, each text from top to bottom. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.path === b.span.path ? a.span.start - b.span.start : 0;
}

// The outline of notes without headings: their flat list is cut into sections where it says.
import type { Checked, Diagnostic } from '../../diagnostics/index.ts';
import { type Agenda, type Block, isWrittenHeading, type Notes, type Section } from '../../notes/index.ts';
import type { OutlineEntry } from '../hints-shape.ts';
import { fold } from '../match/fold.ts';
import { type TakeUnit, unitsOf } from '../match/units.ts';
import type { Spanned } from '../yaml/shape.ts';
import { locateOutline, noFlatPart } from './locate-outline.ts';
import { blocksOf, outlineSections } from './outline-sections.ts';

/**
 * Puts the outline's sections in place of the part without a heading. What stands before the
 * first of them becomes the agenda when it reads like one, else it stays as it is.
 */
export function applyOutline(read: Notes, outline: readonly Spanned<OutlineEntry>[]): Checked<Notes> {
  const [first] = outline;
  if (!first) return { value: read, diagnostics: [] };
  const notes = withoutGuesses(read);
  const flat = notes.sections.find(({ depth, blocks }) => depth === 0 && blocks.length > 0);
  if (!flat) return { value: notes, diagnostics: [noFlatPart(first.span)] };
  const diagnostics: Diagnostic[] = [];
  const units = unitsOf(flat.blocks);
  const parts = locateOutline(outline, units, notes, diagnostics);
  const lead = units.slice(0, parts[0]?.start ?? units.length);
  const agenda = notes.agenda ? undefined : outlineAgenda(lead, titlesOf(outline), flat.span.path);
  const sections = outlineSections(parts, units, flat, agenda ? lead.length : 0);
  const value = {
    ...notes,
    agenda: agenda ?? notes.agenda,
    sections: replace(notes.sections, flat, sections),
  };
  return { value, diagnostics };
}

/** Where no heading is written as one, the outline says what the sections are: lines that were taken for headings are lines. */
function withoutGuesses(notes: Notes): Notes {
  const { sections, source } = notes;
  const [first, last] = [sections[0], sections.at(-1)];
  const isGuessed = sections.every(
    ({ depth, headingSpan, sections: inner }) =>
      inner.length === 0 && (depth === 0 || !isWrittenHeading(headingSpan, source)),
  );
  if (!first || !last || !isGuessed || sections.every(({ depth }) => depth === 0)) return notes;
  const flat: Section = {
    ...first,
    path: [],
    title: [],
    titleText: '',
    depth: 0,
    kind: 'talk',
    blocks: sections.flatMap(linesOf),
    presenterNotes: sections.flatMap(({ presenterNotes }) => presenterNotes),
    span: { ...first.span, end: last.span.end },
  };
  return { ...notes, sections: [flat] };
}

function linesOf({ title, blocks }: Section): readonly Block[] {
  const [first, last] = [title[0]?.position, title.at(-1)?.position];
  if (!first || !last) return blocks;
  const position = { start: first.start, end: last.end };
  return [{ type: 'paragraph', children: [...title], position }, ...blocks];
}

function replace(sections: readonly Section[], flat: Section, by: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => (section === flat ? [...by, ...flat.sections] : [section]));
}

/** Every title of an outline, in order. */
export function titlesOf(outline: readonly Spanned<OutlineEntry>[]): readonly string[] {
  return outline.flatMap(({ value }) => [value.title ?? '', ...titlesOf(value.sections ?? [])]);
}

/** Longer items say something of their own. */
const longestItem = 60;

/**
 * The list before the first section, when it reads like an agenda: at least two short items,
 * and at least half of them are titles of sections.
 */
export function outlineAgenda(
  lead: readonly TakeUnit[],
  titles: readonly string[],
  path: string,
): Agenda | undefined {
  const short = lead.length >= 2 && lead.every(({ item, text }) => item && text.length <= longestItem);
  const letters = titles.map(lettersOf).filter((title) => title !== '');
  const named = lead.filter(({ text }) => isTitle(lettersOf(text), letters));
  if (!short || named.length * 2 < lead.length) return undefined;
  return {
    blocks: blocksOf(lead),
    span: { path, start: lead[0]?.start ?? 0, end: lead.at(-1)?.end ?? 0 },
  };
}

/** "Finetuning (SFT and RLHF)" is about the section "Fine-tuning". */
function isTitle(item: string, titles: readonly string[]): boolean {
  return item !== '' && titles.some((title) => title.startsWith(item) || item.startsWith(title));
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

import type { RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { isAgendaLabel, isContents } from './agenda.ts';
import type { Block } from './block.ts';
import { kindOfHeading } from './headings.ts';
import { endOf, startOf } from './markdown/tree.ts';
import type { PresenterNote, Section, SectionKind } from './notes.ts';
import { plainText } from './plain-text.ts';
import { type Footnotes, numberFootnotes, takeFootnotes } from './references.ts';

/** A section still being filled. */
type SectionDraft = { -readonly [key in keyof Section]: Section[key] } & {
  blocks: Block[];
  presenterNotes: PresenterNote[];
  sections: SectionDraft[];
};

/**
 * The tree of sections by heading depth. Skipped levels and equal titles are taken as they
 * are. Each presenter note goes to the section it stands in, each footnote to the first that
 * refers to it.
 */
export function sectionTree(
  blocks: readonly RootContent[],
  notes: readonly PresenterNote[],
  footnotes: Footnotes,
  source: Source,
  kind: 'deck' | 'notes',
): Section[] {
  const drafts = draftSections(blocks, source, kind);
  if (drafts.length === 0 && (notes.length > 0 || footnotes.size > 0))
    drafts.push(untitled(notes[0]?.span.start ?? 0, source));
  const inOrder = flattened(drafts);
  setSpans(inOrder, source);
  shareNotes(notes, inOrder);
  for (const draft of inOrder) draft.blocks.push(...takeFootnotes(draft, footnotes));
  inOrder[0]?.blocks.push(...footnotes.values());
  numberFootnotes(drafts.map((draft) => flattened([draft])));
  markContents(inOrder);
  const last = drafts.at(-1);
  if (last !== undefined && drafts.length > 1 && kindOfHeading(last.titleText) === 'closing')
    last.kind = 'closing';
  return drafts;
}

/** The first table of contents among the sections; a second one is a list like others. */
function markContents(inOrder: readonly SectionDraft[]): void {
  const contents = inOrder.find(({ titleText, sections, blocks }) => {
    if (sections.length > 0 || !isAgendaLabel(titleText)) return false;
    return isContents(
      blocks,
      inOrder.flatMap((other) => (other.titleText && other.titleText !== titleText ? [other.titleText] : [])),
    );
  });
  if (contents !== undefined) contents.kind = 'agenda';
}

function draftSections(
  blocks: readonly RootContent[],
  source: Source,
  kind: 'deck' | 'notes',
): SectionDraft[] {
  const roots: SectionDraft[] = [];
  const open: SectionDraft[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= block.depth || open.at(-1)?.depth === 0) open.pop();
      const draft = titled(block, open.at(-1)?.path ?? [], source);
      if (kind === 'deck' && blocks[at - 1]?.type === 'thematicBreak') draft.opensSlide = true;
      (open.at(-1)?.sections ?? roots).push(draft);
      open.push(draft);
      continue;
    }
    if (open.length === 0) {
      const draft = untitled(startOf(block), source, endOf(block));
      roots.push(draft);
      open.push(draft);
    }
    open.at(-1)?.blocks.push(block as Block);
  }
  return roots;
}

function titled(
  heading: Extract<RootContent, { type: 'heading' }>,
  around: readonly string[],
  source: Source,
): SectionDraft {
  const titleText = plainText(heading.children).replace(/\s+/g, ' ').trim();
  const headingSpan = { path: source.path, start: startOf(heading), end: endOf(heading) };
  const { depth, children } = heading;
  const kind = talkOrBetter(kindOfHeading(titleText));
  return {
    path: [...around, titleText],
    title: children,
    titleText,
    depth,
    kind,
    ...nothingYet(),
    span: headingSpan,
    headingSpan,
  };
}

/** Thanks and links are a closing only at the end of the notes. */
function talkOrBetter(kind: SectionKind): SectionKind {
  return kind === 'closing' ? 'talk' : kind;
}

function untitled(start: number, source: Source, end = start): SectionDraft {
  const span = { path: source.path, start, end };
  return {
    path: [],
    title: [],
    titleText: '',
    depth: 0,
    kind: 'talk',
    ...nothingYet(),
    span,
    headingSpan: span,
  };
}

function nothingYet(): Pick<SectionDraft, 'blocks' | 'presenterNotes' | 'sections'> {
  return { blocks: [], presenterNotes: [], sections: [] };
}

function flattened(drafts: readonly SectionDraft[]): SectionDraft[] {
  return drafts.flatMap((draft) => [draft, ...flattened(draft.sections)]);
}

/** A section ends where the next of its level or above begins. */
function setSpans(inOrder: readonly SectionDraft[], source: Source): void {
  const open: SectionDraft[] = [];
  const close = (draft: SectionDraft | undefined, end: number) => {
    if (draft) draft.span = { ...draft.span, end };
  };
  for (const draft of inOrder) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= draft.depth) close(open.pop(), draft.span.start);
    if (open.at(-1)?.depth === 0) close(open.pop(), draft.span.start);
    open.push(draft);
  }
  for (const draft of open) close(draft, source.text.length);
}

/** Notes before the first section go to the first. */
function shareNotes(notes: readonly PresenterNote[], inOrder: readonly SectionDraft[]): void {
  let index = 0;
  for (const note of notes) {
    while ((inOrder[index + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= note.span.start) index += 1;
    inOrder[index]?.presenterNotes.push(note);
  }
}

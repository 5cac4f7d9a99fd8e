import type { List, ListItem, Paragraph } from 'mdast';
import {
  type Block,
  isAgendaLabel,
  kindOfHeading,
  type Notes,
  plainText,
  type Section,
  shareWord,
} from '../../notes/index.ts';
import type { AnchorNames, PlanContext } from '../draft.ts';

/** Every section with a title has a name that links can use, those of an outline included. */
export function anchorNames({ anchors, sections }: Notes): AnchorNames {
  const names = new Map([...anchors].map(([name, offset]) => [offset, name] as const));
  for (const { headingSpan, titleText } of flattened(sections)) {
    if (titleText !== '' && !names.has(headingSpan.start))
      names.set(headingSpan.start, `section-${headingSpan.start}`);
  }
  return names;
}

/** The same agenda, each line a link to the section it names. A line with a link of its own, or without a section, stays. */
export function linkAgenda(blocks: readonly Block[], notes: Notes, names: AnchorNames): Block[] {
  const free = titled(notes.sections).concat(titled(flattened(notes.sections)));
  const byWords = new Map(free.map((section) => [bare(section.titleText), section] as const).reverse());
  const linked = (item: ListItem): ListItem => {
    const children = (item.children as Block[]).map((block, at) => {
      if (block.type === 'list') return linkedList(block);
      return block.type === 'paragraph' && at === 0 ? linkLine(block) : block;
    });
    return { ...item, children: children as ListItem['children'] };
  };
  const linkedList = (list: List): List => ({ ...list, children: list.children.map(linked) });
  const linkLine = (line: Paragraph): Paragraph => {
    const text = plainText([line]);
    const section = holdsLink(line) ? undefined : (byWords.get(bare(text)) ?? sharingWord(text, free));
    const name = section && names.get(section.headingSpan.start);
    if (name === undefined) return line;
    const position = line.position ? { position: line.position } : {};
    const link = { type: 'link' as const, url: `#${name}`, children: line.children as never[], ...position };
    return { ...line, children: [link] };
  };
  return blocks.map((block) => (block.type === 'list' ? linkedList(block) : block));
}

function holdsLink({ children }: Paragraph): boolean {
  return children.some((node) => node.type === 'link' || node.type === 'footnoteReference');
}

/** Sections among which a line is sought by a single word: in more of them it would be found by chance. */
const mostSought = 60;

function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The first that shares a word that matters. */
function sharingWord(text: string, sections: readonly Section[]): Section | undefined {
  if (sections.length > mostSought) return undefined;
  return sections.find(({ titleText, kind }) => kind !== 'agenda' && shareWord(text, titleText));
}

function titled(sections: readonly Section[]): Section[] {
  return sections.filter(({ titleText }) => titleText !== '');
}

function flattened(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flattened(section.sections)]);
}

/** Sections that ask for an agenda, and more than a listener keeps in mind. */
const enough = { from: 4, upTo: 9, slides: 10 };

/** An agenda from the headings, where the notes have none and the talk is long enough for one. */
export function madeAgenda({ notes, hints }: PlanContext, slides: number): Block[] | undefined {
  const { agenda } = hints.deck;
  if (agenda === false || notes.agenda || hasContents(notes.sections)) return undefined;
  const sections = mainSections(notes);
  const isAsked = agenda !== undefined;
  const fewest = isAsked ? 2 : enough.from;
  if (sections.length < fewest || (!isAsked && (sections.length > enough.upTo || slides < enough.slides)))
    return undefined;
  return [listOf(sections)];
}

/** The sections that the talk goes through: not its contents, thanks or sources. */
function mainSections({ sections }: Notes): readonly Section[] {
  const named = sections.filter(isMain);
  const [only, ...others] = named;
  return only && others.length === 0 && only.sections.length > 0 ? only.sections.filter(isMain) : named;
}

function isMain({ titleText }: Section): boolean {
  return titleText !== '' && kindOfHeading(titleText) !== 'closing';
}

/** Contents, or a section of that name: minutes have their points under "Agenda". */
function hasContents(sections: readonly Section[]): boolean {
  return sections.some(
    ({ kind, titleText, sections: inner }) =>
      kind === 'agenda' || isAgendaLabel(titleText) || hasContents(inner),
  );
}

/** Without positions: these words were read elsewhere. */
function listOf(sections: readonly Section[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: sections.map(({ title }) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: withoutPlaces(title) as never[] }],
    })),
  };
}

function withoutPlaces<T>(nodes: readonly T[]): T[] {
  return nodes.map((node) => {
    const { position: _, ...rest } = node as { position?: unknown; children?: readonly unknown[] };
    return (rest.children ? { ...rest, children: withoutPlaces(rest.children) } : rest) as T;
  });
}

import type { Nodes } from 'mdast';
import type { Source, Span } from '../diagnostics/index.ts';
import type { Block, Phrasing } from './block.ts';
import { walk } from './markdown/tree.ts';

/** A person's notes, read and not yet laid out. Every word of the source is in here once. */
export interface Notes {
  readonly source: Source;
  /** The YAML between `---` lines at the top: its text without the fences, its span, and its plain values by name. */
  readonly frontMatter: FrontMatter | undefined;
  readonly title: TitleBlock;
  /** The list between the title and the first section that says what is to come. */
  readonly agenda: Agenda | undefined;
  /** In order. What stands before the first heading is a section without a title. */
  readonly sections: readonly Section[];
  /** BCP 47 language of the text, from front matter or guessed; `undefined` when nothing says. */
  readonly lang: string | undefined;
  /** What links can lead to, by name, and the offset where it stands: headings as GitHub names them, ids. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Offsets of what is nowhere to be read: names of metadata, and what only another program reads. */
  readonly leftOut: readonly { readonly start: number; readonly end: number }[];
  /** What a deck of another program sets that Lectern has a setting for. */
  readonly settings: { readonly size?: '16:9' | '4:3'; readonly footer?: string; readonly header?: string };
  /** Writing direction, where a `<div dir="rtl">` stands around the whole text. */
  readonly dir?: 'ltr' | 'rtl';
}

export interface FrontMatter {
  /** YAML as long as what was written; values that were no YAML are spaces. */
  readonly text: string;
  readonly span: Span;
  /** Scalars and lists of scalars by key, as text; what is more than that is left out. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** What the first lines say about the talk. Each part knows where it was read. */
export interface TitleBlock {
  readonly title: Field | undefined;
  readonly subtitle?: Field;
  readonly speaker?: Field;
  readonly affiliation?: Field;
  readonly event?: Field;
  readonly date?: Field;
  readonly place?: Field;
  readonly tags?: readonly Field[];
  /** Lines under the title that name none of these: links, recordings. They stand on the title slide. */
  readonly details: readonly Block[];
}

export interface Field {
  readonly text: string;
  /** The same with its emphasis and links, when it came from the body. */
  readonly content: readonly Phrasing[];
  readonly span: Span;
}

export interface Agenda {
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** A heading and what stands below it. */
export interface Section {
  /** The heading's words, and those of the sections around it: `["Fine-tuning", "Reward Modeling"]`. */
  readonly path: readonly string[];
  /** Empty for what stands before the first heading. */
  readonly title: readonly Phrasing[];
  readonly titleText: string;
  /** Markdown heading depth, 1–6; 0 for a section without a heading. */
  readonly depth: number;
  readonly kind: SectionKind;
  /** A rule before it ends a slide: the notes are a deck. */
  readonly opensSlide?: true;
  /** What stands before the first sub-section. A `thematicBreak` asks for a new slide. */
  readonly blocks: readonly Block[];
  readonly presenterNotes: readonly PresenterNote[];
  readonly sections: readonly Section[];
  /** From the heading to the last character before the next section, sub-sections included. */
  readonly span: Span;
  /** The heading alone; the first block where there is none. */
  readonly headingSpan: Span;
}

/**
 * `qa`: questions with their answers. `closing`: thanks, contact, links at the end. `agenda`: a table of
 * contents under a heading of its own.
 */
export type SectionKind = 'talk' | 'qa' | 'takeaways' | 'closing' | 'agenda';

/**
 * What the audience does not see: an HTML comment, a `> Note:` block. It belongs to the slide
 * that holds the last visible character before `span.start`.
 */
export interface PresenterNote {
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** Visits every node of the notes, presenter notes included; a node before those inside it. */
export function walkNotes({ title, agenda, sections }: Notes, visit: (node: Nodes) => void): void {
  const each = (nodes: readonly unknown[]): void => {
    for (const node of nodes) walk(node as Nodes, visit);
  };
  const inSection = (section: Section): void => {
    each(section.title);
    each(section.blocks);
    for (const { blocks } of section.presenterNotes) each(blocks);
    section.sections.forEach(inSection);
  };
  for (const { content } of fieldsOf(title)) each(content);
  each(title.details);
  each(agenda?.blocks ?? []);
  sections.forEach(inSection);
}

function fieldsOf({ details, tags = [], ...fields }: Notes['title']): readonly Field[] {
  return [...Object.values(fields), ...tags].filter((field) => field !== undefined);
}

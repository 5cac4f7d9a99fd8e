export type { Block, Callout, Element, Phrasing } from './block.ts';
export type {
  Agenda,
  Field,
  FrontMatter,
  Notes,
  PresenterNote,
  Section,
  SectionKind,
  TitleBlock,
} from './notes.ts';

export { isAgendaLabel } from './agenda.ts';
export { type Block, type Callout, type Element, headRows, type MathBlock, type Phrasing } from './block.ts';
export { isNestedTooDeeply } from './front-matter/read-front-matter.ts';
export { kindOfHeading } from './headings.ts';
export { languageTag } from './language.ts';
export { shortAddress } from './markdown/links.ts';
export { replaceShortcodes } from './markdown/shortcodes.ts';
export { at as positionAt } from './markdown/tree.ts';
export { isDrawn } from './mermaid/is-drawn.ts';
export { readDiagram } from './mermaid/read-mermaid.ts';
export {
  type Branch,
  type DiagramContent,
  type Gantt,
  type GanttTask,
  type Group,
  type Journey,
  type Mindmap,
  type Pie,
  type Quadrants,
  type Timeline,
  UnknownLine,
} from './mermaid/shapes.ts';
export {
  type Agenda,
  type Field,
  type FrontMatter,
  type Notes,
  type PresenterNote,
  type Section,
  type SectionKind,
  type TitleBlock,
  walkNotes,
} from './notes.ts';
export { parseNotes } from './parse-notes.ts';
export { isWrittenHeading } from './plain-headings.ts';
export { plainText } from './plain-text.ts';
export { anchorOf } from './references.ts';
export { shareWord } from './same-words.ts';
export { printedDate, withPrintedDate } from './title-block/dates.ts';

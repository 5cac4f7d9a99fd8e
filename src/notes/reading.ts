import type { FootnoteDefinition } from 'mdast';
import type { Diagnostic, DiagnosticCode, Source } from '../diagnostics/index.ts';
import { isAsciidoc } from './dialects/asciidoc.ts';
import { labelTitles } from './dialects/labels.ts';
import { type NoteProgram, noteProgram } from './dialects/note-programs.ts';
import { isRestructured } from './dialects/restructured.ts';
import { readTomlFrontMatter } from './front-matter/toml.ts';
import { isLogseq } from './logseq.ts';
import { type LineHabits, lineHabits } from './markdown/line-habits.ts';
import type { Notes, PresenterNote } from './notes.ts';
import { slideLines } from './slide-tools/slide-lines.ts';
import { type SlideTool, slideTool } from './slide-tools/slide-tool.ts';

/** What one reading of the notes gathers on its way, beside the tree itself. */
export interface Reading {
  readonly source: Source;
  /** By the name of the file; in text a line end is a line end. */
  readonly file: 'text' | 'Markdown';
  readonly diagnostics: Diagnostic[];
  /** `> Note:` blocks and such, in the order they were found; sections take them by offset. */
  readonly presenterNotes: PresenterNote[];
  /** HTML comments, their Markdown not yet read. */
  readonly comments: Comment[];
  /** Tags and other signs that were already complained about: one warning for each is enough. */
  readonly refused: Set<string>;
  /** Footnotes that stand where they are referred to. */
  readonly inlineFootnotes: FootnoteDefinition[];
  /** Direction of a `<div dir>` that stands around the whole text. */
  dir: 'ltr' | 'rtl' | undefined;
  /** The program that a deck was written for. */
  readonly tool: SlideTool | undefined;
  /** It was written for one, or rules part its slides. */
  readonly isDeck: boolean;
  /** What this deck asks its program for and nobody does, with the offset where it first does. */
  readonly undone: Map<string, number>;
  /** Settings that it makes outside of its front matter. */
  readonly asked: Map<string, string>;
  readonly leftOut: Notes['leftOut'][number][];
  readonly toml: ReturnType<typeof readTomlFrontMatter>;
  /** Titles of what MyST's labels name. */
  readonly labels: ReadonlyMap<string, string>;
  /** `TODO` and `{{query}}` mean something. */
  readonly isLogseq: boolean;
  readonly program: NoteProgram;
  /** How the lines of the whole text are written; worked out when a paragraph first asks. */
  readonly habits: () => LineHabits;
}

/** The inside of an HTML comment. */
export interface Comment {
  readonly text: string;
  /** Offset in the notes of the character at `index` of `text`. */
  at(index: number): number;
  /** Of the whole comment, its markers included. */
  readonly start: number;
  readonly end: number;
}

export function newReading(source: Source): Reading {
  const isMarkup = isRestructured(source.text) || isAsciidoc(source.text);
  const tool = isMarkup ? undefined : slideTool(source.text);
  const ofLogseq = isLogseq(source.text);
  let habits: LineHabits | undefined;
  return {
    source,
    file: /\.te?xt$/i.test(source.path) ? 'text' : 'Markdown',
    diagnostics: [],
    presenterNotes: [],
    comments: [],
    refused: new Set(),
    inlineFootnotes: [],
    dir: undefined,
    tool,
    isDeck: tool !== undefined || (!isMarkup && slideLines(source.text).isDeck),
    undone: new Map(),
    asked: new Map(),
    leftOut: [],
    toml: readTomlFrontMatter(source),
    labels: labelTitles(source.text),
    isLogseq: ofLogseq,
    program: noteProgram(source.text, ofLogseq),
    habits: () => {
      habits ??= lineHabits(source.text);
      return habits;
    },
  };
}

/** The reading of notes never fails, so everything it says is a warning. */
export function warn(
  reading: Reading,
  code: DiagnosticCode,
  start: number,
  end: number,
  message: string,
  help: string,
): void {
  const span = { path: reading.source.path, start, end };
  reading.diagnostics.push({ code, severity: 'warning', message, span, help });
}

const dialectProblems = {
  'unknown block': {
    says: 'names no block that is known here; what it holds is shown',
    help: 'note, tip, warning and other callouts are known, and columns',
  },
  'unknown directive': {
    says: 'is not carried out, and is shown as code',
    help: 'write into the notes what it would put in',
  },
  'unknown sign': {
    says: 'means nothing here, and is shown as text',
    help: 'write in Markdown what it would show',
  },
  placeholder: {
    says: 'is filled in by another program, and is left out here and further down',
    help: 'write in Markdown what it would show',
  },
  abbreviation: {
    says: 'says what an abbreviation stands for, and is left out, as are others',
    help: 'write it out where it is used first',
  },
  citation: {
    says: 'cites a work that is not in the notes; its key is shown',
    help: 'write whose it is and of what year',
  },
  'never closed': {
    says: 'opens a block that is never closed, and is shown as text',
    help: 'write `:::` on a line of its own where the block ends',
  },
  turning: {
    says: 'turns the letters behind it around, and is left out',
    help: 'text in Arabic or Hebrew needs no such sign',
  },
  marks: {
    says: 'carries more marks than a letter has, and those that would be drawn over other lines are left out',
    help: 'write it without them',
  },
} as const;

/** What other dialects of Markdown have and this reading does not: once for each kind. */
export function warnOfDialect(
  reading: Reading,
  problem: keyof typeof dialectProblems,
  start: number,
  written: string,
): void {
  if (reading.refused.has(written)) return;
  reading.refused.add(written);
  const { says, help } = dialectProblems[problem];
  warn(
    reading,
    'notes/unknown-syntax',
    start,
    Math.min(reading.source.text.length, start + written.length),
    `\`${written}\` ${says}`,
    help,
  );
}

// What would take longer to read or to draw than anybody waits. Found before it is begun.
import type { Code, Nodes, Paragraph, Table } from 'mdast';
import { type Diagnostic, limits, type Source } from '../diagnostics/index.ts';
import { type Field, type Notes, plainText, type Section, walkNotes } from '../notes/index.ts';
import { dataAddress } from './read-source.ts';

interface SizeProblem {
  readonly message: string;
  readonly help: string;
}

/** An error for the first place of a text that the Markdown reader would stay at; looked for before it reads. */
export function validateText(source: Source): readonly Diagnostic[] {
  const { path, text } = source;
  if (text.length < limits.spacesInARow) return [];
  const space = placeOfLong(/[^\S\r\n]+/g, text, (run) => run.length > limits.spacesInARow);
  if (space !== undefined) return [tooLarge(path, space, space + 1, manySpaces)];
  const word = placeOfLong(/\S+/g, text, isLongWord);
  if (word !== undefined) return [tooLarge(path, word, word + 1, manyLetters)];
  const block = placeOfCount(blockStart, text, limits.blockLines);
  if (block !== undefined) return [tooLarge(path, block, block + 1, manyBlocks)];
  const emoji = placeOfCount(/\p{Extended_Pictographic}/gu, text, limits.writtenEmoji);
  if (emoji !== undefined) return [tooLarge(path, emoji, emoji + 1, manyEmoji)];
  const name = placeOfCount(
    /(?<![\p{L}\p{N}:]):[a-z0-9_+-]{2,40}:(?![\p{L}\p{N}:])/gu,
    text,
    limits.namedEmoji,
  );
  return name === undefined ? [] : [tooLarge(path, name, name + 1, manyNames)];
}

/** A line with the sign of a bullet or a heading, or below an empty one. */
const blockStart = /^[ \t>]{0,99}(?:(?:[-*+•]|\d{1,3}[.)])[ \t]|#)|(?<=\n\r?\n)\S/gm;

/** A picture inside an address is no word: it is bounded by what pictures are. */
function isLongWord(word: string): boolean {
  const { wordCharacters } = limits;
  return word.length >= wordCharacters && word.replace(dataAddress, '').length >= wordCharacters;
}

/** Run by run: a pattern that asks for so many characters begins anew at each of them. */
function placeOfLong(pattern: RegExp, text: string, isLong: (run: string) => boolean): number | undefined {
  for (const { 0: run, index } of text.matchAll(pattern)) if (isLong(run)) return index;
  return undefined;
}

/** Where one more than so many begins. */
function placeOfCount(pattern: RegExp, text: string, most: number): number | undefined {
  let count = 0;
  for (const { index } of text.matchAll(pattern)) {
    count += 1;
    if (count > most) return index;
  }
  return undefined;
}

const manyEmoji: SizeProblem = {
  message: `there are more than ${counted(limits.writtenEmoji)} emoji; the first too many is here`,
  help: 'leave most of them out',
};

const manyNames: SizeProblem = {
  message: `there are more than ${counted(limits.namedEmoji)} names of emoji; the first too many is here`,
  help: 'leave most of them out',
};

const manySpaces: SizeProblem = {
  message: `there are more than ${counted(limits.spacesInARow)} spaces here in a row`,
  help: 'leave them out',
};

const manyLetters: SizeProblem = {
  message: `there are more than ${counted(limits.wordCharacters)} characters here with no space between them`,
  help: 'a slide cannot show them: leave them out, or keep the data in a file of its own',
};

/** An error for each block that the planner or the drawing of a formula or diagram would stay at. */
export function validateSizes(notes: Notes): { readonly diagnostics: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  const sections = allSections(notes.sections);
  let blocks = sections.length;
  const totals = newTotals();
  walkNotes(notes, (node) => {
    if (isBlock(node)) blocks += 1;
    const total = totals(node);
    const problem = blocks === limits.blocks + 1 && isBlock(node) ? manyBlocks : (total ?? problemOf(node));
    const { start = 0, end = start } = problem ? placeOf(node) : {};
    if (problem) found.push(tooLarge(notes.source.path, start, end, problem));
  });
  const long = sections.filter(({ titleText }) => titleText.length > limits.headingCharacters);
  if (sections.length > limits.blocks) {
    const { path, start, end } = sections[limits.blocks]?.headingSpan ?? { path: '', start: 0, end: 0 };
    return { diagnostics: [tooLarge(path, start, end, manyBlocks)] };
  }
  const headings = long.map(({ headingSpan: { path, start, end } }) =>
    tooLarge(path, start, end, longHeading),
  );
  const fields = titleFields(notes).flatMap(({ text, span: { path, start, end } }) =>
    text.length > limits.headingCharacters ? [tooLarge(path, start, end, longField)] : [],
  );
  return { diagnostics: [...fields, ...headings, ...found].sort((a, b) => a.span.start - b.span.start) };
}

/** What there may be so much of in all the notes; gives the problem at the node with the first too many. */
function newTotals(): (node: Nodes) => SizeProblem | undefined {
  const counts = { formulas: 0, cells: 0 };
  const isOver = (name: keyof typeof counts, more: number, most: number): boolean => {
    const before = counts[name];
    counts[name] += more;
    return before <= most && counts[name] > most;
  };
  return (node) => {
    if (node.type === 'math' || node.type === 'inlineMath')
      return isOver('formulas', node.value.length, limits.formulasCharacters) ? manyFormulas : undefined;
    if (node.type !== 'table') return undefined;
    const { rows, columns } = sizeOf(node);
    return isOver('cells', rows * columns, limits.tableCells) ? manyCells : undefined;
  };
}

function titleFields({ title }: Notes): readonly Field[] {
  const { title: name, subtitle, speaker, affiliation, event, date, place, tags = [] } = title;
  return [name, subtitle, speaker, affiliation, event, date, place, ...tags].flatMap((field) => field ?? []);
}

function allSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

const blockTypes: ReadonlySet<Nodes['type']> = new Set([
  'paragraph',
  'break',
  'code',
  'html',
  'math',
  'table',
]);

/** A bullet has a paragraph in it, and a table is bounded by itself. */
function isBlock({ type }: Nodes): boolean {
  return blockTypes.has(type);
}

const manyBlocks: SizeProblem = {
  message: `the notes have more than ${counted(limits.blocks)} paragraphs, lines and bullets; the first too many is here`,
  help: 'divide them into several files, a talk each, or keep the data in a file of its own',
};

const manyFormulas: SizeProblem = {
  message: `the formulas have more than ${counted(limits.formulasCharacters)} characters together; the first too many is here`,
  help: 'divide the notes into several files, a talk each',
};

function problemOf(node: Nodes): SizeProblem | undefined {
  if (node.type === 'code') return node.lang === 'mermaid' ? diagramProblem(node) : codeProblem(node);
  if (node.type === 'table') return tableProblem(node);
  if (node.type === 'paragraph') return paragraphProblem(node);
  if (node.type === 'callout')
    return plainText(node.title).length > limits.headingCharacters ? longCallout : undefined;
  return node.type === 'math' || node.type === 'inlineMath' ? formulaProblem(node.value) : undefined;
}

const longHeading: SizeProblem = {
  message: `the heading has more than ${counted(limits.headingCharacters)} characters`,
  help: 'shorten it, or take the `#` of the heading away',
};

const longCallout: SizeProblem = {
  message: `the title of the callout has more than ${counted(limits.headingCharacters)} characters`,
  help: 'shorten it, or write it on a line of its own below `[!note]`',
};

const longField: SizeProblem = {
  message: `this stands on the title slide and has more than ${counted(limits.headingCharacters)} characters`,
  help: 'shorten it, or write it below a heading',
};

function paragraphProblem(node: Paragraph): SizeProblem | undefined {
  const { length } = plainText([node]);
  if (length <= limits.paragraphCharacters) return undefined;
  const message = `there are ${counted(length)} characters here in one paragraph, and at most ${counted(limits.paragraphCharacters)} are shown`;
  return { message, help: 'divide it by blank lines' };
}

function diagramProblem({ value }: Code): SizeProblem | undefined {
  if (value.length <= limits.diagramCharacters) return undefined;
  const message = `the diagram has ${counted(value.length)} characters, and at most ${counted(limits.diagramCharacters)} are drawn`;
  return { message, help: 'draw the part that matters, or show a picture of it' };
}

function codeProblem({ value }: Code): SizeProblem | undefined {
  const lines = value.split('\n').length;
  if (lines <= limits.codeLines && value.length <= limits.codeCharacters) return undefined;
  const most = `${counted(limits.codeLines)} lines and ${counted(limits.codeCharacters)} characters`;
  const message = `the listing has ${counted(lines)} lines and ${counted(value.length)} characters, and at most ${most} are shown`;
  return { message, help: 'show the lines that matter' };
}

const manyCells: SizeProblem = {
  message: `the tables have more than ${counted(limits.tableCells)} cells together; the first too many are in this one`,
  help: 'show the figures that matter, or divide the notes into several files, a talk each',
};

function tableProblem(table: Table): SizeProblem | undefined {
  const { rows, columns } = sizeOf(table);
  if (rows <= limits.tableRows && columns <= limits.tableColumns) return undefined;
  const most = `${counted(limits.tableRows)} rows and ${limits.tableColumns} columns`;
  const message = `the table has ${counted(rows)} rows and ${columns} columns, and at most ${most} are shown`;
  return { message, help: 'show the figures that matter' };
}

function sizeOf({ children }: Table): { readonly rows: number; readonly columns: number } {
  return { rows: children.length, columns: Math.max(0, ...children.map((row) => row.children.length)) };
}

function formulaProblem(tex: string): SizeProblem | undefined {
  if (tex.length <= limits.formulaCharacters && deepestBrace(tex) <= limits.formulaDepth) return undefined;
  const most = `${counted(limits.formulaCharacters)} characters and ${limits.formulaDepth} braces inside each other`;
  return { message: `the formula is longer or deeper than ${most}`, help: 'divide it' };
}

/** And what KaTeX calls itself for as it does for them. */
const braces = /(\{|\\(?:left|begin|bgroup|begingroup)\b)|\}|\\(?:right|end|egroup|endgroup)\b/g;

function deepestBrace(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, opens] of tex.matchAll(braces)) {
    depth += opens ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function placeOf({ position }: Nodes): {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
} {
  return { start: position?.start.offset, end: position?.end.offset };
}

function tooLarge(path: string, start: number, end: number, problem: SizeProblem): Diagnostic {
  return { code: 'notes/too-large', severity: 'error', span: { path, start, end }, ...problem };
}

function counted(number: number): string {
  // Not by locale, which takes 8 ms to load, before the first message is needed.
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

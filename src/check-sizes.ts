// What would take longer to read or to draw than anybody waits. Found before it is begun.
import type { Code, Nodes, Table } from 'mdast';
import { type Diagnostic, limits, type Source } from './diagnostics/index.ts';
import { type Notes, walkNotes } from './notes/index.ts';

interface Problem {
  readonly message: string;
  readonly help: string;
}

/** An error for the first place of a text that the Markdown reader would stay at; looked for before it reads. */
export function checkText(source: Source): readonly Diagnostic[] {
  const { path, text } = source;
  if (text.length < Math.min(limits.signs, limits.wordLetters)) return [];
  const word = placeOfLongWord(text);
  if (word !== undefined) return [tooLarge(path, word, word + 1, manyLetters)];
  const place = placeOfManySigns(text);
  return place === undefined ? [] : [tooLarge(path, place, place + 1, manySigns)];
}

/** Word by word: a pattern that asks for so many letters begins anew at each of them. */
function placeOfLongWord(text: string): number | undefined {
  for (const { 0: word, index } of text.matchAll(/\S+/g)) if (word.length >= limits.wordLetters) return index;
  return undefined;
}

const manyLetters: Problem = {
  message: `there are more than ${counted(limits.wordLetters)} letters here with no space between them`,
  help: 'a slide cannot show them: leave them out, or keep the data in a file of its own',
};

const manySigns: Problem = {
  message: `there are more than ${counted(limits.signs)} signs of Markdown here with no blank line between them`,
  help: 'put blank lines between paragraphs, or divide the table or list',
};

/** Signs that begin or end something inside a line; a run of the same counts once. */
const sign = /([*_~`])\1*|!?\[|</g;

/** Where a run of lines starts that holds too many; blank lines and bullets end a run, and code has no signs. */
function placeOfManySigns(text: string): number | undefined {
  let fence: string | undefined;
  let run = { start: 0, signs: 0 };
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end);
    const before = fence;
    fence = fenceAfter(line, fence);
    const inCode = before !== undefined || fence !== undefined;
    if (inCode || /^\s*$|^ {0,3}(?:[-*+] |#)/.test(line)) run = { start: at, signs: 0 };
    if (!inCode) run.signs += line.match(sign)?.length ?? 0;
    if (run.signs > limits.signs) return run.start;
    at = end === -1 ? text.length : end + 1;
  }
  return undefined;
}

/** The fence that is open behind a line. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  if (open === undefined) return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  const closing = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  return closing?.startsWith(open) ? undefined : open;
}

/** An error for each block that the planner or the drawing of a formula or diagram would stay at. */
export function checkSizes(notes: Notes): { readonly diagnostics: readonly Diagnostic[] } {
  const found: Diagnostic[] = [];
  walkNotes(notes, (node) => {
    const problem = problemOf(node);
    const { start = 0, end = start } = problem ? placeOf(node) : {};
    if (problem) found.push(tooLarge(notes.source.path, start, end, problem));
  });
  const long = notes.sections.filter(({ titleText }) => titleText.length > limits.headingLetters);
  const headings = long.map(({ headingSpan: { path, start, end } }) =>
    tooLarge(path, start, end, longHeading),
  );
  return { diagnostics: [...headings, ...found].sort((a, b) => a.span.start - b.span.start) };
}

function problemOf(node: Nodes): Problem | undefined {
  if (node.type === 'code') return node.lang === 'mermaid' ? diagramProblem(node) : codeProblem(node);
  if (node.type === 'table') return tableProblem(node);
  return node.type === 'math' || node.type === 'inlineMath' ? formulaProblem(node.value) : undefined;
}

const longHeading: Problem = {
  message: `the heading has more than ${counted(limits.headingLetters)} letters`,
  help: 'shorten it, or take the sign of a heading away',
};

function diagramProblem({ value }: Code): Problem | undefined {
  if (value.length <= limits.diagramLetters) return undefined;
  const message = `the diagram has ${counted(value.length)} letters, and at most ${counted(limits.diagramLetters)} are drawn`;
  return { message, help: 'draw the part that matters, or show a picture of it' };
}

function codeProblem({ value }: Code): Problem | undefined {
  const lines = value.split('\n').length;
  if (lines <= limits.codeLines && value.length <= limits.codeLetters) return undefined;
  const most = `${counted(limits.codeLines)} lines and ${counted(limits.codeLetters)} letters`;
  const message = `the listing has ${counted(lines)} lines and ${counted(value.length)} letters, and at most ${most} are shown`;
  return { message, help: 'show the lines that matter' };
}

function tableProblem({ children }: Table): Problem | undefined {
  const columns = Math.max(0, ...children.map((row) => row.children.length));
  const isSmall = children.length <= limits.tableRows && columns <= limits.tableColumns;
  if (isSmall && columns * children.length <= limits.tableCells) return undefined;
  const most = `${counted(limits.tableRows)} rows, ${limits.tableColumns} columns and ${counted(limits.tableCells)} cells`;
  const message = `the table has ${counted(children.length)} rows and ${columns} columns, and at most ${most} are shown`;
  return { message, help: 'show the figures that matter' };
}

function formulaProblem(tex: string): Problem | undefined {
  if (tex.length <= limits.formulaLetters && deepestBrace(tex) <= limits.formulaDepth) return undefined;
  const most = `${counted(limits.formulaLetters)} letters and ${limits.formulaDepth} braces inside each other`;
  return { message: `the formula is longer or deeper than ${most}`, help: 'divide it' };
}

function deepestBrace(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [brace] of tex.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
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

function tooLarge(path: string, start: number, end: number, problem: Problem): Diagnostic {
  return { code: 'notes/too-large', severity: 'error', span: { path, start, end }, ...problem };
}

function counted(number: number): string {
  // Not by locale, which takes 8 ms to load, before the first message is needed.
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

// A theme's own stylesheet is read by several programs, each of which stops at the first place it does not understand.
// So it is read here first, and every such place is reported, in one run. Loaded for themes that did not come with Lectern.
import { type ChildNode, CssSyntaxError, parse, type Root } from 'postcss';
import { type Checked, type Diagnostic, limits } from '../diagnostics/index.ts';
import type { Stylesheet } from './theme.ts';

/** More are hardly faults of their own but follow from those before. */
const mostProblems = 20;

/**
 * The stylesheet, with spaces in the place of what is not valid, so that others can read it and offsets stay; and a
 * problem for each.
 */
export function validateCss(sheet: Stylesheet): Checked<Stylesheet> {
  const diagnostics: Diagnostic[] = [];
  let { css } = sheet;
  let end = '';
  while (diagnostics.length < mostProblems) {
    const error = syntaxError(css + end);
    if (!error) return withoutDeepBlocks({ ...sheet, css: css + end }, diagnostics);
    const at = Math.min(offsetOf(css + end, error), css.length);
    diagnostics.push(problem(sheet, css, error, at));
    if (error.reason === 'Unclosed block') end += '}';
    else css = blanked(css, at, error.reason);
  }
  return { value: { ...sheet, css: '' }, diagnostics };
}

/** What reads it after this goes into blocks by recursion. */
function withoutDeepBlocks(sheet: Stylesheet, found: readonly Diagnostic[]): Checked<Stylesheet> {
  const at = deepBlock(parse(sheet.css));
  if (at === undefined) return { value: sheet, diagnostics: found };
  const deep: Diagnostic = {
    code: 'theme/syntax',
    severity: 'error',
    message: `this block stands inside ${limits.themeValueDepth} others`,
    span: { path: sheet.path, start: at, end: at + 1 },
    help: 'write it by itself, with a selector that says the same',
  };
  // Lines stay, so that the place can be shown.
  return { value: { ...sheet, css: sheet.css.replace(/[^\n]/g, ' ') }, diagnostics: [...found, deep] };
}

/** Where the first block begins that is too deep inside others. */
function deepBlock(root: Root): number | undefined {
  let level: readonly ChildNode[] = root.nodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.themeValueDepth) return level[0]?.source?.start?.offset ?? 0;
    level = level.flatMap((node) => ('nodes' in node ? (node.nodes ?? []) : []));
  }
  return undefined;
}

function syntaxError(css: string): CssSyntaxError | undefined {
  try {
    parse(css);
    return undefined;
  } catch (error) {
    if (error instanceof CssSyntaxError) return error;
    throw error;
  }
}

function offsetOf(css: string, { line = 1, column = 1 }: CssSyntaxError): number {
  let start = 0;
  for (let number = 1; number < line; number += 1) start = css.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** At least one character, to where the fault reaches. A semicolon that is missing takes the place of the space there. */
function blanked(css: string, at: number, reason: string): string {
  const rest = css.slice(at);
  if (/missed semicolon/i.test(reason) && /^\s/.test(rest)) return `${css.slice(0, at)};${rest.slice(1)}`;
  const length = Math.max(1, faultLength(rest, reason));
  return css.slice(0, at) + ' '.repeat(length) + rest.slice(length);
}

/** A comment or a string that nothing ends, one brace, or a statement. */
function faultLength(rest: string, reason: string): number {
  if (/comment/i.test(reason)) return rest.length;
  if (/string|quote/i.test(reason)) return rest.search(/\n|$/);
  return /unexpected \}/i.test(reason) ? 1 : rest.search(/[;{}\n]|$/);
}

function problem({ path }: Stylesheet, css: string, { reason }: CssSyntaxError, at: number): Diagnostic {
  const word = /^[\w-]+|^./.exec(css.slice(at))?.[0] ?? '';
  const [, message, help] = sentences.find(([pattern]) => pattern.test(reason)) ?? anything;
  return {
    code: 'theme/syntax',
    severity: 'error',
    message: message.replace('%', () => word),
    span: { path, start: at, end: Math.max(at + 1, at + word.length) },
    help,
  };
}

/** What postcss calls it, and what a person does. */
const sentences: readonly (readonly [reason: RegExp, message: string, help: string])[] = [
  [/unclosed block/i, 'the block that begins here never ends', 'write `}` where it ends'],
  [
    /unclosed string|unclosed quote/i,
    'the string that begins here never ends',
    'close it with the same quotation mark in the same line',
  ],
  [/unclosed comment/i, 'the comment that begins here never ends', 'write `*/` where it ends'],
  [/unclosed bracket/i, 'the bracket that is opened here is never closed', 'write `)` where it ends'],
  [/unexpected \}/i, 'this `}` ends nothing', 'leave it out, or write the `{` that it belongs to'],
  [/missed semicolon/i, 'a semicolon is missing before this', 'end each declaration with `;`'],
  [/double colon/i, 'there is a colon too many', 'write `name: value`'],
  [
    /at-rule without name/i,
    'this `@` has no name behind it',
    'write `@media`, `@font-face` …, or leave it out',
  ],
  [/unknown word/i, '`%` is no declaration', 'write `name: value;`'],
];

const anything = [/./, '`%` cannot be understood', 'write `name: value;` between `{` and `}`'] as const;

// Formulas in TeX's own delimiters, which Markdown takes for escaped brackets, and formulas with their labels.
import type { Edit } from '../markdown/rewritten-text.ts';
import type { TextLine } from '../markdown/source-lines.ts';
import type { Report } from './container.ts';

export function texEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const label = line.text.includes('$$') ? labelled.exec(line.text) : null;
    if (label) edits.push(cut(line, label.index + (label[1] ?? '').length, label.index + label[0].length));
    if (!line.isPlain || !line.text.includes('\\')) continue;
    const block = blockAt(lines, at);
    if (block) {
      edits.push(...block.edits);
      at = block.to;
    } else {
      edits.push(...inlineEdits(line));
      const environment = /^[ \t>]*(\\begin\{[^{}\s]{1,40}\})/.exec(line.text)?.[1];
      if (environment !== undefined) report('unknown sign', line.start, environment);
    }
  }
  return edits;
}

/** `$$ (eq:one)` and `$$ {#eq-one}`, behind a formula. */
const labelled =
  /^((?:[^$\r\n]*|[ \t>]*\$\$[^$\r\n]+)\$\$)[ \t]+(?:\([^\s()]+\)|\{#[^\s{}]+\})(?=[ \t]*[\r\n]*$)/;

function cut({ start }: TextLine, from: number, to: number): Edit {
  return { start: start + from, end: start + to, parts: [] };
}

/** Environments that stand for themselves, with what KaTeX calls those that it does not know. */
const environments: ReadonlyMap<string, string> = new Map([
  ...'align alignat aligned equation gather gathered cases matrix pmatrix bmatrix vmatrix split CD'
    .split(' ')
    .map((name) => [name, name] as const),
  ['multline', 'gather'],
  ['eqnarray', 'align'],
]);

/** Those that number their lines. */
const numbered: ReadonlySet<string> = new Set(['align', 'alignat', 'equation', 'gather']);

const opens = /^([ \t>]*)(?:\\\[|\\begin\{([a-zA-Z]+)(\*?)\})/;

interface TexBlock {
  readonly edits: readonly Edit[];
  /** Its last line. */
  readonly to: number;
}

/** `\[ … \]` or `\begin{align} … \end{align}`, without a blank line in it. */
function blockAt(lines: readonly TextLine[], from: number): TexBlock | undefined {
  const line = lines[from] as TextLine;
  const match = opens.exec(line.text);
  if (!match) return undefined;
  const [whole, margin = '', name, star = ''] = match;
  const known = name === undefined ? '' : environments.get(name);
  if (known === undefined) return undefined;
  const end = name === undefined ? '\\]' : `\\end{${name}${star}}`;
  const to = lineWith(lines, from, end, whole.length);
  const last = lines[to];
  if (last === undefined) return undefined;
  const close = last.text.indexOf(end, to === from ? whole.length : 0);
  const behind = last.text.slice(close + end.length).trim();
  const tex = name === undefined ? content(lines, from, to, whole.length, close) : '';
  if (!/^[.,;]?$/.test(behind) || (name === undefined && from === to && !isTex(tex))) return undefined;
  const start = line.start + margin.length;
  const stop = last.start + close;
  const lineEnd = `\n${margin}`;
  // Only what is referred to is numbered.
  const inside = lines.slice(from, to + 1);
  const isStarred =
    star !== '' || (numbered.has(known) && !inside.some(({ text }) => /\\(?:label|tag)/.test(text)));
  const as = `${known}${isStarred ? '*' : ''}`;
  const isAlone = line.text.slice(whole.length).trim() === '';
  const isClosedAlone = last.text.slice(0, close).replace(/^[ \t>]+/, '') === '';
  const begin = name === undefined ? ['$$', isAlone ? '' : lineEnd] : [`$$${lineEnd}\\begin{${as}}`];
  const finish = name === undefined ? [isClosedAlone ? '' : lineEnd, '$$'] : [`\\end{${as}}${lineEnd}$$`];
  return {
    edits: [
      { start, end: line.start + whole.length, parts: begin },
      { start: stop, end: last.start + last.text.trimEnd().length, parts: finish },
    ],
    to,
  };
}

/** Of a formula: more than fit on a slide. */
const mostLines = 100;

/** The next line that holds it, with no blank line before. */
function lineWith(lines: readonly TextLine[], from: number, end: string, behind: number): number {
  for (let at = from; at < Math.min(lines.length, from + mostLines); at += 1) {
    const { text, isPlain } = lines[at] as TextLine;
    if (!isPlain || text.replace(/^[ \t>]+/, '').trim() === '') return -1;
    if (text.includes(end, at === from ? behind : 0)) return at;
  }
  return -1;
}

function content(lines: readonly TextLine[], from: number, to: number, start: number, end: number): string {
  return from === to ? (lines[from]?.text.slice(start, end) ?? '') : '';
}

/** Code first; then `\(…\)`, whose backslash is not escaped itself. */
const inline = /(?<!`)(`+)(?!`)[^\r\n]*?(?<!`)\1(?!`)|(?<!\\)\\\(([^$\r\n]+?)(?<!\\)\\\)/g;

function inlineEdits({ text, start }: TextLine): Edit[] {
  return [...text.matchAll(inline)].flatMap(({ 0: whole, 2: tex, index }): Edit[] => {
    if (tex === undefined || !isTex(tex)) return [];
    const [open, close] = [start + index, start + index + whole.length - 2];
    return [
      { start: open, end: open + 2, parts: ['$$'] },
      { start: close, end: close + 2, parts: ['$$'] },
    ];
  });
}

/** Brackets may be escaped around words: a formula has signs of its own, or no word. */
function isTex(content: string): boolean {
  return /[\\^_{}=<>+]/.test(content) || (/\p{L}/u.test(content) && !/\p{L}{3,}/u.test(content));
}

// Reading Markdown takes the square of the number of signs that may begin or end something and have
// no blank line between. Where they are more than in any talk, they are what they look like: text.
import type { Nodes } from 'mdast';
import { limits } from '../../diagnostics/index.ts';
import { walk } from './walk.ts';

/** Offsets of lines that belong together. */
export interface DenseRun {
  readonly start: number;
  readonly end: number;
}

/** Lines with too many signs; blank lines, headings and bullets end a run, and code has no signs. */
export function denseRuns(text: string): readonly DenseRun[] {
  if (text.length < limits.signs) return [];
  const runs: DenseRun[] = [];
  let fence: string | undefined;
  let run = { start: 0, signs: 0 };
  const close = (end: number): void => {
    if (run.signs > limits.signs) runs.push({ start: run.start, end });
  };
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const before = fence;
    fence = fenceAfter(line, fence);
    const inCode = before !== undefined || fence !== undefined;
    if (inCode || /^\s*$|^ {0,3}(?:[-*+] |#)/.test(line)) {
      close(at);
      run = { start: at, signs: 0 };
    }
    if (!inCode) run.signs += line.match(sign)?.length ?? 0;
    at = end + 1;
  }
  close(text.length);
  return runs;
}

/** Signs that begin or end something inside a line; a run of the same counts once. */
const sign = /([*_~`])\1*|!?\[|</g;

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** The fence that is open behind a line. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  if (open === undefined) return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  const closing = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  return closing?.startsWith(open) ? undefined : open;
}

/** The text, as long as it was, with private letters in place of the signs of such runs. */
export function hideDenseSigns(text: string): string {
  const runs = denseRuns(text);
  if (runs.length === 0) return text;
  let hidden = '';
  let from = 0;
  for (const { start, end } of runs) {
    const letters = text.slice(start, end).replace(/[!$&()*:<>@[\\\]^_`|~]/g, stand);
    hidden += text.slice(from, start) + letters;
    from = end;
  }
  return hidden + text.slice(from);
}

/** ASCII moved into Unicode's private use. */
const first = 0xe600;
const stand = (letter: string): string => String.fromCharCode(first + letter.charCodeAt(0));
const hiddenLetters = /[\ue600-\ue67f]/g;

/** Puts the signs back, as text. `hidden` is what was read. */
export function showSigns(tree: Nodes, hidden: string): void {
  if (hidden.length < limits.signs || hidden.search(hiddenLetters) < 0) return;
  const shown = (value: string): string =>
    value.replace(hiddenLetters, (letter) => String.fromCharCode(letter.charCodeAt(0) - first));
  walk(tree, (node) => {
    if ('value' in node) node.value = shown(node.value);
    if ('url' in node) node.url = shown(node.url);
  });
}

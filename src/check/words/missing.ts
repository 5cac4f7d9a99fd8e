// What is missing, in words: shared by slides and handout.

import type { Span } from '../../diagnostics/index.ts';
import type { Hints } from '../../hints/index.ts';
import { type Notes, plainText, shortAddress, walkNotes } from '../../notes/index.ts';
import { type NodeWords, notePieces, type Token, tokensOf } from '../../plan/index.ts';
import { withoutFont } from '../../render/index.ts';
import type { CheckJob } from '../check-job.ts';
import { type Finding, groupBy, type SourceSpans } from '../finding.ts';
import { isExcepted } from '../rules/glyphs.ts';

/** Words that a hint replaces are in the source still. */
export function unhinted(tokens: readonly Token[], notes: Notes, hints: Hints): readonly Token[] {
  const replaced = notePieces(notes, hints)
    .filter(({ isReplaced }) => isReplaced)
    .map(({ span }) => span);
  const { date } = notes.title;
  const reprinted = date && plainText(date.content) !== date.text ? [date.span] : [];
  const left = [...replaced, ...bySpan(notes), ...notes.leftOut, ...reprinted, ...shortened(notes)];
  if (left.length === 0) return tokens;
  return tokens.filter(({ start }) => !left.some((span) => span.start <= start && start < span.end));
}

/** Addresses of which slides show a part. */
function shortened(notes: Notes): readonly Pick<Span, 'start' | 'end'>[] {
  const found: Pick<Span, 'start' | 'end'>[] = [];
  walkNotes(notes, (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type === 'link' && shortAddress(node) && start !== undefined && end !== undefined)
      found.push({ start, end });
  });
  return found;
}

/** The "by" between a title and its speaker: on the slide, their lines take its place. */
function bySpan({ source, title }: Notes): readonly Pick<Span, 'start' | 'end'>[] {
  const start = title.title?.span.end ?? 0;
  const end = title.speaker?.span.start ?? 0;
  return /^[^\p{L}\p{N}]*(?:by|von|par|por)[^\p{L}\p{N}]*$/iu.test(
    source.text.slice(start, Math.max(start, end)),
  )
    ? [{ start, end }]
    : [];
}

/** What is not among the words reported already. */
export function notIn(missing: readonly Token[], reported: readonly Token[]): readonly Token[] {
  const texts = new Set(reported.map(({ text }) => text));
  return missing.filter(({ text }) => !texts.has(text));
}

export function tokenTexts(text: string): readonly string[] {
  return tokensOf(text).map((token) => token.text);
}

/** Words that are wholly drawn by fonts that travel; another, drawn by this machine's or as boxes, need not be found in the PDF. */
export function bundledWords(
  tokens: readonly Token[],
  { notes, deck, theme }: Pick<CheckJob, 'notes' | 'deck' | 'theme'>,
): readonly Token[] {
  const hasNoFont = withoutFont(deck, theme);
  const runs = notes.source.text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const boxed = new Set(runs.filter((run) => [...run].some(hasNoFont)).flatMap(tokenTexts));
  return tokens.filter(({ text }) => !boxed.has(text) && ![...text].some(isExcepted));
}

/** Words next to each other on one line are reported together. */
export function missingReporter(spans: SourceSpans) {
  return (missing: readonly Token[], where: string, output: Finding['output']): readonly Finding[] => {
    const byLine = groupBy(missing, ({ start }) => spans.lineAt(start));
    return [...byLine.values()].map((tokens) => ({
      code: 'check/missing',
      severity: 'error',
      message: `“${short(tokens.map(({ text }) => text).join(' '))}” is ${where} (${output})`,
      span: spanOf(tokens, spans),
      output,
    }));
  };
}

/** From the first word to the last. */
function spanOf(tokens: readonly Token[], spans: SourceSpans): Span {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return spans.between(first?.start ?? 0, (last?.start ?? 0) + (last?.text.length ?? 0));
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** KaTeX keeps the TeX beside what it draws. */
export function missingFormulas(
  formulas: NodeWords['formulas'],
  shown: readonly string[],
  { spans, output }: { readonly spans: SourceSpans; readonly output: 'HTML' | 'PPTX' | 'handout' },
): readonly Finding[] {
  const drawn = new Map<string, number>();
  for (const tex of shown) drawn.set(bare(tex), (drawn.get(bare(tex)) ?? 0) + 1);
  const missing = formulas.filter(({ tex }) => {
    const left = drawn.get(bare(tex)) ?? 0;
    drawn.set(bare(tex), left - 1);
    return left <= 0 && bare(tex) !== '';
  });
  return missing.map(({ tex, start }) => ({
    code: 'check/missing',
    severity: 'error',
    message: `the formula “${short(tex)}” is on no ${output === 'handout' ? 'page' : 'slide'} (${output})`,
    span: spans.between(start, start + tex.length),
    output,
  }));
}

/** Letters and digits of a formula: spaces and punctuation around text may be written otherwise, and one that is all of a line may be set larger. */
function bare(tex: string): string {
  return tex.replace(/^\s*\\displaystyle(?![A-Za-z])/u, '').replace(/[^\p{L}\p{N}]/gu, '');
}

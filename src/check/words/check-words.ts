import type { Hints } from '../../hints/index.ts';
import type { Notes } from '../../notes/index.ts';
import { missingWords, type NodeWords, notePieces, type Token, tokensOf } from '../../plan/index.ts';
import type { CheckJob } from '../check-job.ts';
import type { Finding, WordCounts } from '../finding.ts';
import type { SeenPage } from '../page/open-pages.ts';
import type { PdfPage } from '../pdf/read-pdf.ts';
import { isExcepted } from '../rules/glyphs.ts';
import type { Lines } from '../rules/lines.ts';
import { noteWords } from './note-words.ts';
import { sourceWords } from './source-words.ts';

interface Shown {
  readonly html: SeenPage;
  readonly pdf: readonly PdfPage[];
}

/**
 * Compares the words of the notes, read twice (as blocks, and by their characters alone), with
 * those on the slides, in the presenter notes and in the PDF.
 */
export function checkWords(
  { notes, hints }: Pick<CheckJob, 'notes' | 'hints'>,
  { html, pdf }: Shown,
  lines: Lines,
): { readonly findings: readonly Finding[]; readonly counts: WordCounts } {
  const owed = noteWords(notes, hints);
  const slides = html.slides.flatMap(({ text }) => words(text));
  const spoken = html.presenterNotes.flatMap(({ text }) => words(text));
  const either = [...slides, ...spoken];
  const fromSlides = missingWords(owed.body, slides);
  const fromBoth = missingWords([...owed.body, ...owed.aside], either);
  const crude = missingWords(unhinted(sourceWords(notes.source.text), notes, hints), either);
  const printed = pdf.flatMap(({ text }) => words(text));
  const fromPdf = missingWords(owed.body.filter(isBundled), printed);
  const tell = tellerOf(notes.source.path, lines);
  return {
    findings: [
      ...tell(fromSlides, 'on no slide', 'HTML'),
      ...tell(fresh(fromBoth, fromSlides), 'on no slide and in no presenter note', 'HTML'),
      ...tell(fresh(crude, [...fromSlides, ...fromBoth]), 'on no slide and in no presenter note', 'HTML'),
      ...tell(fresh(fromPdf, fromSlides), 'on no page', 'PDF'),
      ...missingFormulas(owed.formulas, html, notes.source.path, lines),
    ],
    counts: {
      notes: owed.body.length + owed.aside.length,
      slides: owed.body.length - fromSlides.length,
      presenterNotes: spoken.length,
    },
  };
}

/** Words that a hint replaces are in the source still. */
function unhinted(tokens: readonly Token[], notes: Notes, hints: Hints): readonly Token[] {
  const replaced = notePieces(notes, hints).filter(({ isReplaced }) => isReplaced);
  if (replaced.length === 0) return tokens;
  return tokens.filter(({ start }) => !replaced.some(({ span }) => span.start <= start && start < span.end));
}

/** What was not told already. */
function fresh(missing: readonly Token[], told: readonly Token[]): readonly Token[] {
  const known = new Set(told.map(({ text }) => text));
  return missing.filter(({ text }) => !known.has(text));
}

function words(text: string): readonly string[] {
  return tokensOf(text).map((token) => token.text);
}

/** A word that this machine's fonts draw, or none, need not be found in the PDF. */
function isBundled({ text }: Token): boolean {
  return ![...text].some(isExcepted);
}

/** Words next to each other on one line are told together. */
function tellerOf(path: string, lines: Lines) {
  return (missing: readonly Token[], where: string, output: Finding['output']): readonly Finding[] => {
    const byLine = new Map<number, string[]>();
    for (const { text, start } of missing) {
      const line = lines.at(start);
      byLine.set(line, [...(byLine.get(line) ?? []), text]);
    }
    return [...byLine].map(([line, texts]) => ({
      kind: 'missing',
      path,
      line,
      message: `“${short(texts.join(' '))}” is ${where} (${output})`,
      output,
    }));
  };
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** KaTeX keeps the TeX beside what it draws. */
function missingFormulas(
  formulas: NodeWords['formulas'],
  { slides }: SeenPage,
  path: string,
  lines: Lines,
): readonly Finding[] {
  const drawn = new Map<string, number>();
  for (const tex of slides.flatMap((slide) => slide.formulas))
    drawn.set(bare(tex), (drawn.get(bare(tex)) ?? 0) + 1);
  const missing = formulas.filter(({ tex }) => {
    const left = drawn.get(bare(tex)) ?? 0;
    drawn.set(bare(tex), left - 1);
    return left <= 0 && bare(tex) !== '';
  });
  return missing.map(({ tex, start }) => ({
    kind: 'missing',
    path,
    line: lines.at(start),
    message: `the formula “${short(tex)}” is on no slide (HTML)`,
    output: 'HTML',
  }));
}

/** Letters and digits of a formula: spaces and the signs around text may be written otherwise. */
function bare(tex: string): string {
  return tex.replace(/[^\p{L}\p{N}]/gu, '');
}

// What is too tall for a slide by itself is cut: paragraphs between sentences, code between
// lines, tables between rows, quotations between their blocks.
import type { Code, Paragraph, Table, TableCell } from 'mdast';
import { isAbbreviated, isDiagram, isInBrackets } from '../../layouts/index.ts';
import type { Phrasing } from '../../notes/index.ts';
import { type Atom, paragraphWith, unwrapAtom } from './atom.ts';
import { clusterEnd, markedness } from './clusters.ts';
import { phrasingText, slicePhrasing } from './slice-phrasing.ts';

/** Letters a piece of text holds at most: about five lines, so that slides can be balanced. */
const longestPiece = 360;

/** The atom as smaller ones; itself when it cannot be cut. */
export function cutAtom(atom: Atom, lang: string): readonly Atom[] {
  if (atom.piece) return cutRow(atom, lang);
  switch (atom.block.type) {
    case 'paragraph':
      return cutParagraph(atom, atom.block, lang);
    case 'code':
      return isDiagram(atom.block) ? [atom] : cutCode(atom, atom.block);
    case 'table':
      return cutTable(atom, atom.block);
    case 'blockquote':
    case 'callout':
    case 'footnoteDefinition':
      return unwrapAtom(atom, atom.block);
    default:
      return [atom];
  }
}

function cutParagraph(atom: Atom, of: Paragraph, lang: string): readonly Atom[] {
  let end = 0;
  return afterPictures(of.children as Phrasing[])
    .flatMap((nodes) => cutText(nodes, lang))
    .map((slice, index) => {
      const start = end;
      end += phrasingText(slice).length;
      return { ...atom, block: paragraphWith(slice, of), piece: { of, index, start, end } };
    });
}

/** Runs that end with a picture each, and the rest: pictures take room and have no letters to count. */
function afterPictures(nodes: readonly Phrasing[]): readonly (readonly Phrasing[])[] {
  const runs: Phrasing[][] = [[]];
  for (const [at, node] of nodes.entries()) {
    runs.at(-1)?.push(node);
    if (node.type === 'image' && at < nodes.length - 1) runs.push([]);
  }
  return runs;
}

/** Lines of its author's that a piece of text holds at most. */
const mostLines = 5;

/** Ranges of up to `most` characters, or of a sentence, that end with a sentence or a line; one that is too long ends with a word or anywhere. */
export function sentencePieces(
  text: string,
  lang: string,
  most?: number,
): readonly (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = [];
  const longest = Math.round(longestPiece * markedness(text));
  let start = 0;
  let end = 0;
  let lines = 0;
  const close = (at: number): void => {
    if (at > start) pieces.push([start, at]);
    start = at;
    lines = 0;
  };
  for (const segment of sentencesOf(text, lang)) {
    if (end + segment.length - start > (most ?? longest)) close(end);
    end += segment.length;
    while (end - start > longest) close(wordEnd(text, start, start + longest));
    if (segment.endsWith('\n')) lines += 1;
    if (lines >= mostLines) close(end);
  }
  close(text.length);
  return pieces;
}

/** Letters that are looked at together. */
const stretch = 4_000;

/**
 * A sentence ends with its line, unless a long one goes on in lower case. Line by line, and very long lines in stretches:
 * the time for each sentence grows with the text it is looked for in.
 */
function* sentencesOf(text: string, lang: string): Generator<string> {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  let sentence = '';
  for (const line of text.split(/(?<=\n)/u)) {
    for (let start = 0; start < line.length; ) {
      const isRest = line.length - start <= stretch;
      const end = isRest ? line.length : wordEnd(line, start, start + stretch);
      for (const segment of segmentsOf(line.slice(start, end), segmenter)) {
        if (sentence !== '' && !goesOn(sentence, segment)) {
          yield sentence;
          sentence = '';
        }
        sentence += segment;
      }
      start = end;
    }
  }
  if (sentence !== '') yield sentence;
}

/** Most lines of a hundred thousand are one sentence, or less: the segmenter is asked about the others. */
function segmentsOf(text: string, segmenter: Intl.Segmenter): readonly string[] {
  return sentenceEnd.test(text) ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [text];
}

/** A sentence ends behind one of these in some language, or with its line. */
const sentenceEnd = /[\p{Sentence_Terminal};\u037e\r\u0085\u2028\u2029]/u;

/** Letters of a line that was broken for its length. */
const wrapped = 50;

/** "Who knows?" asks the sign; "Dr. Miller"; a line broken for its length: what Unicode takes for the end of a sentence, and is none. */
function goesOn(before: string, next: string): boolean {
  if (before.length > longestPiece) return false;
  if (before.endsWith('\n') && before.length - before.lastIndexOf('\n', before.length - 2) < wrapped)
    return false;
  return /^\p{Ll}/u.test(next) || isAbbreviated(before) || isInBrackets(before);
}

function wordEnd(text: string, start: number, limit: number): number {
  // Of the piece alone: in a text without spaces a look back would go to its beginning each time.
  const space = text.slice(start, limit).lastIndexOf(' ');
  if (space > 0) return start + space + 1;
  return clusterEnd(text, start, limit);
}

function cutCode(atom: Atom, of: Code): readonly Atom[] {
  const pieces: Atom[] = [];
  let start = 0;
  for (const [at, line] of of.value.split(/(?<=\n)/u).entries()) {
    const [lineEnd, longest] = [start + line.length, Math.round(longestPiece * markedness(line))];
    while (start < lineEnd) {
      const end = Math.min(lineEnd, clusterEnd(of.value, start, start + longest));
      const block = { ...of, value: of.value.slice(start, end) };
      pieces.push({ ...atom, block, piece: { of, index: pieces.length, start, end, line: at + 1 } });
      start = end;
    }
  }
  return pieces;
}

function cutTable(atom: Atom, of: Table): readonly Atom[] {
  const [header, ...rows] = of.children;
  if (!header || rows.length === 0) return [atom];
  return rows.map((row, index) => ({
    ...atom,
    block: { ...of, children: [header, row] },
    piece: { of, index, start: index, end: index + 1 },
  }));
}

/** A row that is too tall by itself, as several: each cell goes on in the next. */
function cutRow(atom: Atom, lang: string): readonly Atom[] {
  const { block, piece } = atom;
  const [header, row] = block.type === 'table' ? block.children : [];
  if (!header || !row || !piece || block.type !== 'table') return [atom];
  const cells = row.children.map(({ children }) => cutText(children as Phrasing[], lang));
  const count = Math.max(1, ...cells.map((slices) => slices.length));
  if (count === 1) return [atom];
  return Array.from({ length: count }, (_, at) => {
    const children = row.children.map((cell, column) => ({
      ...cell,
      children: (cells[column]?.[at] ?? []) as TableCell['children'],
    }));
    const index = piece.index + at / count;
    return {
      ...atom,
      block: { ...block, children: [header, { ...row, children }] },
      piece: { ...piece, index },
    };
  });
}

function cutText(nodes: readonly Phrasing[], lang: string): readonly (readonly Phrasing[])[] {
  const pieces = sentencePieces(phrasingText(nodes), lang);
  return pieces.length < 2
    ? [nodes]
    : slicePhrasing(
        nodes,
        pieces.map(([, end]) => end),
      );
}

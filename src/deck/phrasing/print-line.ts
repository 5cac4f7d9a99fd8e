import type { Phrasing } from '../../notes/index.ts';
import type { Printer } from '../printer.ts';
import { joinPieces } from './join-pieces.ts';
import type { Piece } from './piece.ts';
import { piecesOf } from './pieces-of.ts';

/** A run of text as one line of Markdown that shows exactly its words. */
export function printLine(nodes: readonly Phrasing[], printer: Printer, cell?: 'cell'): string {
  const pieces = nodes.flatMap((node) => piecesOf(node, { printer, cell, inLink: false }));
  return joinPieces(keptApart(pieces), cell);
}

/** Pieces that would mean something else side by side. */
function keptApart(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, at): readonly Piece[] => {
    const before = pieces[at - 1];
    if (before?.kind !== 'syntax') return [piece];
    if (before.text.endsWith('`') && piece.kind === 'syntax' && piece.text.startsWith('`')) {
      return [{ kind: 'syntax', text: '<span></span>' }, piece];
    }
    return before.text.endsWith('$') && piece.kind === 'words' ? digitApart(piece) : [piece];
  });
}

/** A `$` before a digit does not close a formula; before an entity it does. */
function digitApart(piece: Extract<Piece, { kind: 'words' }>): readonly Piece[] {
  if (!/^[0-9]/.test(piece.text)) return [piece];
  return [
    { kind: 'syntax', text: `&#${piece.text.charCodeAt(0)};` },
    { ...piece, text: piece.text.slice(1) },
  ];
}

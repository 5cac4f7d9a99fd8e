// Where everything went. The ledger counts the words of the notes against those of the plan, and
// takes nothing from the records that planning keeps for itself: a fault there shows up here.
import type { Span } from '../../diagnostics/index.ts';
import type { Hints } from '../../hints/index.ts';
import type { Notes } from '../../notes/index.ts';
import type { Plan } from '../plan.ts';
import { missingWords } from './missing-words.ts';
import { nodeWords } from './node-words.ts';
import { type NotePiece, notePieces } from './note-pieces.ts';
import { type FilledPlace, type Place, planPlaces } from './plan-places.ts';
import type { Token } from './tokens.ts';

export interface Ledger {
  /** One for each piece of the notes, in order. */
  readonly entries: readonly LedgerEntry[];
  /** Words that are nowhere, in order: a fault of Lectern's, whatever the notes are like. */
  readonly lost: readonly Token[];
}

export interface LedgerEntry {
  readonly span: Span;
  /** Runs of letters and digits in it. */
  readonly words: number;
  /** In order; empty when there is nothing to read in it. */
  readonly to: readonly Destination[];
}

/** `hint`: a hint put other words in its place. */
export type Destination = Place | { readonly slot: 'hint' };

/** Every piece of the notes with the places where it can be read. */
export function makeLedger(notes: Notes, plan: Plan, hints: Hints): Ledger {
  const pieces = notePieces(notes, hints).map((piece) => ({
    ...piece,
    tokens: nodeWords(piece.nodes).tokens,
  }));
  const places = planPlaces(plan).map((place) => ({ ...place, tokens: nodeWords(place.nodes).tokens }));
  const owed = pieces.filter(({ isReplaced }) => !isReplaced).flatMap(({ tokens }) => tokens);
  const given = places.flatMap(({ tokens }) => tokens.map(({ text }) => text));
  const found = locate(pieces, places);
  return {
    entries: pieces.map((piece, at) => ({
      span: piece.span,
      words: piece.tokens.length,
      to: destinations(piece, found[at] ?? [], places),
    })),
    lost: missingWords(owed, given),
  };
}

interface Worded {
  readonly tokens: readonly Token[];
}

/** For each piece the places with a word that was read in it. */
function locate(
  pieces: readonly NotePiece[],
  places: readonly (FilledPlace & Worded)[],
): readonly (readonly FilledPlace[])[] {
  const order = pieces.map(({ span }, at) => ({ span, at })).sort((a, b) => a.span.start - b.span.start);
  const found: Set<FilledPlace>[] = pieces.map(() => new Set());
  for (const place of places) {
    for (const { start } of place.tokens) {
      const at = start < 0 ? undefined : pieceAt(start, order);
      if (at !== undefined) found[at]?.add(place);
    }
  }
  return found.map((set) => [...set]);
}

type Ordered = readonly { readonly span: Span; readonly at: number }[];

/** The last piece that begins at or before the offset, when it reaches that far. */
function pieceAt(offset: number, order: Ordered): number | undefined {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = order[low - 1];
  return piece && offset < piece.span.end ? piece.at : undefined;
}

function destinations(
  { isReplaced, tokens }: NotePiece & Worded,
  located: readonly FilledPlace[],
  places: readonly (FilledPlace & Worded)[],
): readonly Destination[] {
  const known = located.length > 0 || tokens.length === 0 || isReplaced ? located : holding(tokens, places);
  const shown = known.map(({ slide, slot }) => ({ slide, slot }));
  return isReplaced && shown.length === 0 ? [{ slot: 'hint' }] : withoutTwins(shown);
}

/** Words that were set anew have lost their place: the first place that holds all of them. */
function holding(
  tokens: readonly Token[],
  places: readonly (FilledPlace & Worded)[],
): readonly FilledPlace[] {
  const holds = (place: Worded): boolean =>
    missingWords(
      tokens,
      place.tokens.map(({ text }) => text),
    ).length === 0;
  const place = places.find(holds);
  return place ? [place] : [];
}

function withoutTwins(places: readonly Place[]): readonly Place[] {
  return places.filter(
    ({ slide, slot }, at) => places.findIndex((other) => other.slide === slide && other.slot === slot) === at,
  );
}

// Where everything went. The ledger counts the words of the notes against those of the plan, and
// takes nothing from the records that planning keeps for itself: a fault there shows up here.
import type { Span } from '../../diagnostics/index.ts';
import type { Hints } from '../../hints/index.ts';
import type { Notes } from '../../notes/index.ts';
import type { Plan } from '../plan.ts';
import { missingWords } from './missing-words.ts';
import { nodeWords, type Token } from './node-words.ts';
import { type FilledPlace, type NotePiece, notePieces, type Place, planPlaces } from './places.ts';

export interface Ledger {
  /** One for each piece of the notes, in order. */
  readonly entries: readonly LedgerEntry[];
  /** Words that are nowhere, in order: a fault of Lectern's, whatever the notes are like. */
  readonly lost: readonly Token[];
}

interface LedgerEntry {
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
  const places = planPlaces(plan).map((place, at) => ({
    ...place,
    at,
    tokens: nodeWords(place.nodes).tokens,
  }));
  const owed = pieces.filter(({ isReplaced }) => !isReplaced).flatMap(({ tokens }) => tokens);
  const given = places.flatMap(({ tokens }) => textsOf(tokens));
  const found = locate(pieces, places);
  return {
    entries: pieces.map((piece, at) => ({
      span: piece.span,
      words: piece.tokens.length,
      to: destinations(piece, found[at] ?? nowhere, places),
    })),
    lost: missingWords(owed, given),
  };
}

type WordedPiece = NotePiece & { readonly tokens: readonly Token[] };
/** `at` counts the places in the order of reading. */
type WordedPlace = FilledPlace & { readonly tokens: readonly Token[]; readonly at: number };

/** What is known of a piece by the places that its words keep. */
interface LocatedPiece {
  readonly places: Set<WordedPlace>;
  readonly words: string[];
}

const nowhere: LocatedPiece = { places: new Set(), words: [] };

function locate(pieces: readonly WordedPiece[], places: readonly WordedPlace[]): readonly LocatedPiece[] {
  const order = pieces.map(({ span }, at) => ({ span, at })).sort((a, b) => a.span.start - b.span.start);
  const found = pieces.map((): LocatedPiece => ({ places: new Set(), words: [] }));
  for (const place of places) {
    for (const { start, text } of place.tokens) {
      const located = start < 0 ? undefined : found[pieceAt(start, order) ?? -1];
      located?.places.add(place);
      located?.words.push(text);
    }
  }
  return found;
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
  { isReplaced, tokens }: WordedPiece,
  { places: known, words }: LocatedPiece,
  places: readonly WordedPlace[],
): readonly Destination[] {
  if (isReplaced && known.size === 0) return [{ slot: 'hint' }];
  const lacking = isReplaced ? [] : missingWords(tokens, words);
  const all = lacking.length === 0 ? [...known] : [...known, ...setAnew(lacking, [...known], places)];
  all.sort((a, b) => a.at - b.at);
  return withoutTwins(all.map(({ slide, slot }) => ({ slide, slot })));
}

/**
 * A layout that sets words anew (a figure, a title on two lines) leaves them without their place:
 * the first slide with all of them, or the slides where the rest of the piece is.
 */
function setAnew(
  lacking: readonly Token[],
  known: readonly Place[],
  places: readonly WordedPlace[],
): readonly WordedPlace[] {
  const free = places.filter(({ tokens }) => tokens.some(({ start }) => start < 0));
  const bySlide = new Map<number, WordedPlace[]>();
  for (const place of free) bySlide.set(place.slide, [...(bySlide.get(place.slide) ?? []), place]);
  const slides = known.length > 0 ? new Set(known.map(({ slide }) => slide)) : bySlide.keys();
  for (const slide of slides) {
    const here = bySlide.get(slide) ?? [];
    const missing = missingWords(
      lacking,
      here.flatMap(({ tokens }) => textsOf(tokens)),
    );
    if (missing.length < lacking.length) return here.filter(({ tokens }) => shares(tokens, lacking));
  }
  return [];
}

function shares(tokens: readonly Token[], lacking: readonly Token[]): boolean {
  const texts = new Set(textsOf(tokens));
  return lacking.some(({ text }) => texts.has(text));
}

function textsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.map(({ text }) => text);
}

function withoutTwins(places: readonly Place[]): readonly Place[] {
  return places.filter(
    ({ slide, slot }, at) => places.findIndex((other) => other.slide === slide && other.slot === slot) === at,
  );
}

import type { InlineObject } from './inline-object.ts';
import { characterWidths, type Piece } from './pieces.ts';

/** One line of a paragraph, as far as its height needs it. */
export interface Line {
  readonly objects: readonly InlineObject[];
}

/** A line may be this much too wide, px: browsers reckon in 64ths. */
const tolerance = 1 / 64;

/** Fills lines one after the other, as a browser does. An empty paragraph has one line. */
export function breakLines(pieces: readonly Piece[], width: number): Line[] {
  const lines: Line[] = [];
  let objects: readonly InlineObject[] = noObjects;
  let used = 0;
  let empty = true;
  const end = (): void => {
    lines.push({ objects });
    objects = noObjects;
    used = 0;
    empty = true;
  };
  for (const given of pieces) {
    const piece = given.width > width ? shrunk(given, width) : given;
    if (!empty && used + piece.width > width + tolerance) end();
    if (empty && piece.width > width + tolerance) {
      const characters = characterWidths(piece);
      if (characters.length > 1) used = breakAnywhere(characters, width, end);
      else used += piece.width;
    } else used += piece.width;
    used += piece.space;
    if (piece.objects.length > 0) objects = [...objects, ...piece.objects];
    empty = false;
    if (piece.endsLine) end();
  }
  if (!empty || lines.length === 0) end();
  return lines;
}

/** A picture is never wider than its place. */
function shrunk(piece: Piece, width: number): Piece {
  const objects = piece.objects.map((object) =>
    object.width > width ? (object.fit?.(width) ?? object) : object,
  );
  const saved = objects.reduce((sum, object, at) => sum + (piece.objects[at]?.width ?? 0) - object.width, 0);
  return saved === 0 ? piece : { ...piece, objects, width: piece.width - saved };
}

const noObjects: readonly InlineObject[] = [];

/** Ends a line wherever the next character does not fit; gives the width used on the last one. */
function breakAnywhere(characters: readonly number[], width: number, end: () => void): number {
  let used = 0;
  for (const character of characters) {
    if (used > 0 && used + character > width + tolerance) {
      end();
      used = 0;
    }
    used += character;
  }
  return used;
}

import type { InlineObject } from './inline-content.ts';
import { characterWidths, type Word } from './words.ts';

/** One line of a paragraph, as far as its height needs it. */
export interface BrokenLine {
  readonly objects: readonly InlineObject[];
}

/** A line may be this much too wide, px: browsers compute in 64ths. */
const tolerance = 1 / 64;

/** Fills lines one after the other, as a browser does. An empty paragraph has one line. */
export function breakLines(words: readonly Word[], width: number): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let objects: readonly InlineObject[] = noObjects;
  let used = 0;
  let empty = true;
  const end = (): void => {
    lines.push({ objects });
    objects = noObjects;
    used = 0;
    empty = true;
  };
  for (const given of words) {
    const word = given.width > width ? shrunk(given, width) : given;
    if (!empty && used + word.width > width + tolerance) end();
    if (empty && word.width > width + tolerance) {
      const characters = characterWidths(word);
      if (characters.length > 1) used = breakAnywhere(characters, width, end);
      else used += word.width;
    } else used += word.width;
    used += word.space;
    if (word.objects.length > 0) objects = [...objects, ...word.objects];
    empty = false;
    if (word.endsLine) end();
  }
  if (!empty || lines.length === 0) end();
  return lines;
}

/** A picture is never wider than the line, and a formula is broken where it is. */
function shrunk(word: Word, width: number): Word {
  const objects = word.objects.map((object) =>
    object.width > width ? (object.fit?.(width) ?? object) : object,
  );
  const saved = objects.reduce((sum, object, at) => sum + (word.objects[at]?.width ?? 0) - object.width, 0);
  return saved === 0 ? word : { ...word, objects, width: word.width - saved };
}

const noObjects: readonly InlineObject[] = [];

/** Ends a line wherever the next character does not fit; returns the width used on the last one. */
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

/** How narrow and how wide a paragraph can be, px: what CSS calls its min-content and max-content size. */
export interface ContentWidths {
  /** Of its widest character: what it can be when words are broken anywhere. */
  readonly character: number;
  /** Of its longest word. */
  readonly word: number;
  /** Of everything on one line. */
  readonly whole: number;
}

export function contentWidths(words: readonly Word[]): ContentWidths {
  const texts = words.filter(isText);
  return {
    character: widest(texts.flatMap(characterWidths)),
    word: widest(texts.map(({ width }) => width)),
    whole: longestLine(words),
  };
}

/** A picture can be as narrow as its column asks for. */
export function isText({ objects }: Word): boolean {
  return objects.every(({ fit, isFormula }) => !fit || isFormula);
}

function longestLine(words: readonly Word[]): number {
  let [longest, used] = [0, 0];
  for (const { width, space, endsLine } of words) {
    longest = Math.max(longest, used + width);
    used = endsLine ? 0 : used + width + space;
  }
  return longest;
}

/** Not as arguments: a paragraph may have more characters than a call takes. */
function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

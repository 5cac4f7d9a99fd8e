// `### Slide 4` right above the heading of that slide, as outlines of decks have it.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine } from '../markdown/source-lines.ts';

/** A heading that counts slides and names none. */
export const slideNumbers: RegExp =
  /^(#{1,6})[ \t]*(?:slide|folie|diapositive|diapo|diapositiva|dia|slajd|слайд|スライド|幻灯片|슬라이드)[ \t]?(?:#|nr\.?|no\.?)?[ \t]?\d{1,3}(?:\.\d{1,2})?[ \t]*[:.]?[ \t]*#*[ \t\r]*$/imu;

/** Lines between the number and the heading, at most. */
const nearest = 4;

/** Left out where a heading follows that it does not head, several times. */
export function slideNumberEdits(lines: readonly TextLine[]): Edit[] {
  const found = lines.filter(({ text, isPlain }, at) => {
    const depth = isPlain ? slideNumbers.exec(text)?.[1]?.length : undefined;
    const next = lines.slice(at + 1, at + 1 + nearest).find((line) => !isBlankLine(line));
    const below = next?.isPlain ? /^(#{1,6})[ \t]+\S/.exec(next.text)?.[1]?.length : undefined;
    return (
      depth !== undefined && below !== undefined && below <= depth && !slideNumbers.test(next?.text ?? '')
    );
  });
  return found.length < 2
    ? []
    : found.map(({ text, start }) => ({ start, end: start + text.trimEnd().length, parts: [] }));
}

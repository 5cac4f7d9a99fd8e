// A bullet alone on its line, above what it holds: Markdown sees none below words, and code in a formula that is set in.
import type { Edit } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';

/** Quickly told from other bullets. */
export const emptyBullet: RegExp = /^[ \t]*[-*+][ \t\r]*$/m;

const bare = /^([ \t]*[-*+])[ \t]*$/;
const anyBullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** What stands set in on the next line comes to stand behind the bullet. */
export function emptyBulletEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap((line, at) => {
    const sign = line.isPlain ? bare.exec(withoutLineEnd(line.text))?.[1] : undefined;
    const next = lines[at + 1];
    if (sign === undefined || !next || isBlankLine(next) || !isInList(lines, at)) return [];
    const text = withoutLineEnd(next.text);
    if (anyBullet.test(text) || indentOf(text) <= indentOf(sign)) return [];
    const end = next.start + text.search(/\S/);
    return [{ start: line.start + sign.length, end, parts: [' '] }];
  });
}

/** Below a line of words at the margin it would underline them. */
function isInList(lines: readonly TextLine[], at: number): boolean {
  const before = lines[at - 1];
  if (!before || isBlankLine(before)) return true;
  return indentOf(lines[at]?.text ?? '') > 0 || anyBullet.test(withoutLineEnd(before.text));
}

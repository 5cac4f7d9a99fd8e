// What a program for text puts on pages, and what is in the text that is copied from them: ends of pages, their numbers,
// the line that stands at the head of each, and where a picture of the screen came from.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, textLines, withoutLineEnd } from '../markdown/source-lines.ts';

/** Anything that `pageMarkEdits` looks for. */
export const pageMark: RegExp =
  /\f|^[ \t]*(?:Page|Seite|Página|Pagina) \d+ (?:of|von|de|di) \d+|^[ \t]*Screen clipping taken: /im;

const ofPages =
  /^[ \t]*[-–—|]?[ \t]*(?:Page|Seite|Página|Pagina) \d{1,4} (?:of|von|de|di) \d{1,4}[ \t]*[-–—|]?[ \t]*$/i;
const ofScreen = /^[ \t]*Screen clipping taken: \d[\d/.-]+,? \d{1,2}:\d\d(?: ?[AP]M)?[ \t]*$/i;

export function pageMarkEdits(text: string): Edit[] {
  const lines = textLines(text, 'text');
  const heads = headsOfPages(lines);
  return lines.flatMap((line, at): Edit[] => {
    const words = withoutLineEnd(line.text);
    const isAlone = [lines[at - 1], lines[at + 1]].some((near) => near === undefined || isBlankLine(near));
    const isMark =
      line.isPlain && isAlone && (ofPages.test(words.replaceAll('\f', '')) || ofScreen.test(words));
    if (isMark || heads.has(line)) return [{ start: line.start, end: line.start + words.length, parts: [] }];
    return [...words.matchAll(/\f/g)].map(({ index }) => {
      return { start: line.start + index, end: line.start + index + 1, parts: ['\n\n'] };
    });
  });
}

/** Lines that stand right behind the ends of several pages, alike but for their numbers. */
function headsOfPages(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const found = new Map<string, TextLine[]>();
  for (const [at, line] of lines.entries()) {
    const own = line.text.startsWith('\f') ? line : undefined;
    const head = own?.text.trim() === '' ? lines[at + 1] : own;
    if (!head || isBlankLine(head)) continue;
    const words = head.text.trim().replace(/\d+/g, '0');
    const alike = found.get(words);
    if (alike) alike.push(head);
    else found.set(words, [head]);
  }
  return new Set([...found.values()].filter(({ length }) => length > 1).flat());
}

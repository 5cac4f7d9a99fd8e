// Code that Quarto and R Markdown run and do not show: `#| echo: false`, `{r, echo=FALSE}`.
import { dropped, type Edit } from '../markdown/rewritten-text.ts';
import { type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { countWhile, type Report } from './container.ts';

export const hiddenCode: RegExp = /^[ \t>]*`{3,}[ \t]*\{[A-Za-z]/m;

const opening = /^[ \t>]*(`{3,})[ \t]*\{(?:r|python|julia|ojs|bash|sql)\b([^{}\r\n]*)\}[ \t]*$/i;
const hiddenByHead = /\b(?:echo|include)[ \t]*=[ \t]*(?:FALSE|F|false)\b/;
const hiddenByLine = /^[ \t>]*(?:#|\/\/|--)\|[ \t]*(?:echo|include):[ \t]*(?:false|no)[ \t]*$/i;
const option = /^[ \t>]*(?:#|\/\/|--)\|/;

/** Left out: the audience would see what it draws, never the code. */
export function hiddenCodeEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const [, fence, head = ''] = (line.isPlain ? undefined : opening.exec(withoutLineEnd(line.text))) ?? [];
    if (fence === undefined) continue;
    const to =
      at + 1 + countWhile(lines, at + 1, ({ text }) => text.replace(/^[> \t]+/, '').trimEnd() !== fence);
    const last = lines[to];
    const options = countWhile(lines, at + 1, ({ text }) => option.test(text));
    const isHidden =
      hiddenByHead.test(head) ||
      lines.slice(at + 1, at + 1 + options).some(({ text }) => hiddenByLine.test(withoutLineEnd(text)));
    if (last && isHidden)
      edits.push({ start: line.start, end: last.start + withoutLineEnd(last.text).length, parts: [] });
    at = to;
  }
  const text = lines.map((line) => line.text).join('');
  for (const { start, end } of edits.flatMap(dropped)) report('left out', start, text.slice(start, end));
  return edits;
}

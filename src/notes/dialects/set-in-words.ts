// Words set in by four or more below a line that names something: Markdown takes them for code, but they are its points.

import { languageOfWords } from '../language.ts';
import type { Edit } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, leadingSpace, type TextLine } from '../markdown/source-lines.ts';

/** Lines of such words at least. */
const fewestLines = 2;

/** Characters of a line that was wrapped, at least. */
const wrapped = 50;

const sign = /^(?:[-*+•◦–][ \t]+|(\d{1,3}[.)][ \t]+))/;

/** A point on each line, those set in deeper below it; one paragraph where the lines were wrapped. */
export function setInEdits(inside: readonly TextLine[]): Edit[] {
  const full = inside.filter((line) => !isBlankLine(line));
  if (full.length < fewestLines || !isText(full)) return [];
  if (isWrapped(full)) return full.map(({ text, start }) => lead(start, leadingSpace(text, Infinity), ''));
  const open: number[] = [];
  return full.map(({ text, start }) => {
    const indent = indentOf(text);
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    open.push(indent);
    const space = leadingSpace(text, Infinity);
    const [own = '', number = ''] = sign.exec(text.slice(space)) ?? [];
    return lead(start, space + own.length, `${'    '.repeat(open.length - 1)}${number || '- '}`);
  });
}

function lead(start: number, length: number, put: string): Edit {
  return { start, end: start + length, parts: [put] };
}

/** Words of a language on every line, and no commands or comments of a program. */
function isText(lines: readonly TextLine[]): boolean {
  const texts = lines.map(({ text }) => text.trim().replace(sign, ''));
  return (
    texts.every(
      (text) =>
        isPlainWords(text) && /^["“„«'(¿¡]?[\p{L}\p{N}]/u.test(text) && !/\S {3}|\t|\*|[:=]$/.test(text),
    ) &&
    texts.filter((text) => text.includes(' ')).length * 2 >= texts.length &&
    !texts.some((text) => command.test(text)) &&
    !texts.every((text) => /^[a-z][\w.-]*:\s/.test(text)) &&
    languageOfWords(texts.join('\n')) !== undefined
  );
}

/** What lines of code and of a terminal begin with. */
const command =
  /^(?:sudo|npm|npx|yarn|pnpm|pip3?|git|docker|kubectl|brew|apt(?:-get)?|cd|ls|cp|mv|rm|mkdir|curl|wget|echo|export|import|def|class|function|return|const|let|var|public|private|print|SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE)\b/;

/** Long lines that go on in the next one. */
function isWrapped(lines: readonly TextLine[]): boolean {
  const [first, ...others] = lines.map(({ text }) => text.trim());
  const margin = indentOf(lines[0]?.text ?? '');
  return (
    lines.every(({ text }) => indentOf(text) === margin) &&
    [first ?? '', ...others.slice(0, -1)].every((text) => text.length >= wrapped) &&
    others.some((text) => /^\p{Ll}/u.test(text)) &&
    !lines.some(({ text }) => sign.test(text.trim()))
  );
}

/** Words, and none of the signs of code. */
export function isPlainWords(text: string): boolean {
  if (/[{};\\$<>]|=>|\(\)|==|^[@#]|^\S*[_=]|^(?:\* ){2}|--\w|::/.test(text)) return false;
  return /\p{L}{2}/u.test(text) && !/^[\w-]+:$/.test(text);
}

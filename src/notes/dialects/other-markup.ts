// Text in Org, AsciiDoc or reStructuredText: its headings, lists, quotations and code become Markdown's.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { callouts } from './container.ts';

export const otherMarkup: RegExp = /^(?:#\+\w|\*\*+ |={1,6} |\.\. \w|([=~#^"+])\1{2})/m;

/** In files without Markdown's own headings. */
export function otherMarkupEdits(lines: readonly TextLine[]): Edit[] {
  if (lines.some(({ text, isPlain }) => isPlain && /^#{1,6}[ \t]+\S/.test(text))) return [];
  const edits = [orgEdits, asciidocEdits, restructuredEdits].map((read) => read(lines));
  return edits.find(({ length }) => length > 0) ?? [];
}

/** The line with another beginning, which takes the place of so many of its characters. */
function begun({ start }: TextLine, length: number, part: string): Edit {
  return { start, end: start + length, parts: [part] };
}

/** `* Heading`, and `** Heading` below it; bullets have one star alone. `#+TITLE:` is read where titles are. */
function orgEdits(lines: readonly TextLine[]): Edit[] {
  const stars = ({ text, isPlain }: TextLine): number =>
    isPlain ? (/^(\*+)[ \t]+(?=\S)(?!.*\*\s*$)/.exec(text)?.[1]?.length ?? 0) : 0;
  const hasTitle = lines.some(({ text }) => /^#\+(?:title|author):/i.test(text));
  const isOrg =
    hasTitle || (lines.some((line) => stars(line) === 1) && lines.some((line) => stars(line) > 1));
  if (!isOrg) return [];
  return lines.flatMap((line): Edit[] => {
    const { text } = line;
    const depth = stars(line);
    if (depth > 0) return [begun(line, depth, '#'.repeat(Math.min(6, depth + (hasTitle ? 1 : 0))))];
    const code = /^[ \t]*#\+(?:begin|end)_(?:src|example)\b[ \t]*/i.exec(text)?.[0];
    if (code) return [begun(line, code.length, '```')];
    const block = /^[ \t]*#\+(?:begin|end)_\w+/i.exec(text)?.[0];
    return block ? [begun(line, block.length, '')] : [];
  });
}

const section = /^(={1,6})[ \t]+[^\s"].*(?<![=\s])\s*$/;
const delimiter = /^(?:_{4,}|-{4,}|\.{4,})\s*$/;

/** `= Title`, `== Heading`, `. Item`, `____` around a quotation and `----` around code. */
function asciidocEdits(lines: readonly TextLine[]): Edit[] {
  if (lines.filter(({ text, isPlain }) => isPlain && section.test(text)).length < 2) return [];
  const edits: Edit[] = [];
  let open: string | undefined;
  let source: WrittenRange | undefined;
  for (const [at, line] of lines.entries()) {
    const text = withoutLineEnd(line.text).trimEnd();
    const isQuote = text.startsWith('_');
    if (delimiter.test(text) && (open === undefined || open === text)) {
      const parts = open === undefined ? [] : source ? ['>\n> — ', source] : [];
      edits.push({ start: line.start, end: line.start + text.length, parts: isQuote ? parts : ['```'] });
      open = open === undefined ? text : undefined;
    } else if (open?.startsWith('_')) edits.push(begun(line, 0, '> '));
    else if (open === undefined && delimiter.test(lines[at + 1]?.text ?? '') && /^\[.*\]$/.test(text)) {
      const name = text.indexOf(',') + 1;
      const from = line.start + name + text.slice(name).search(/\S/);
      source =
        name > 0 && text.startsWith('[quote')
          ? { start: from, end: line.start + text.length - 1 }
          : undefined;
      edits.push(begun(line, text.length, ''));
    } else if (open === undefined) {
      const depth = section.exec(text)?.[1]?.length ?? 0;
      const item = /^\.+(?=[ \t]+\S)/.exec(text)?.[0].length ?? 0;
      if (depth > 0) edits.push(begun(line, depth, '#'.repeat(depth)));
      else if (item > 0) edits.push(begun(line, item, `${'   '.repeat(item - 1)}1.`));
    }
  }
  return edits;
}

/** A row of signs above and below a title, `:Author: …`, `.. note::`, and `::` above code. */
function restructuredEdits(lines: readonly TextLine[]): Edit[] {
  const isRow = (at: number): boolean => /^([=~#^"+])\1{2,}\s*$/.test(lines[at]?.text ?? '');
  const isOverline = lines.map(
    (line, at) => isRow(at) && line.text.trimEnd() === lines[at + 2]?.text.trimEnd() && !isRow(at + 1),
  );
  const directive = /^\.\. ([a-z]+)::[ \t]*/;
  const isCallout = ({ text, isPlain }: TextLine): boolean =>
    isPlain && callouts.has(directive.exec(text)?.[1] ?? '');
  if (!isOverline.includes(true) && !lines.some(isCallout)) return [];
  return lines.flatMap((line, at): Edit[] => {
    const { text, isPlain, start } = line;
    if (!isPlain) return [];
    if (isOverline[at] && !isOverline[at - 2]) return [begun(line, text.trimEnd().length, '')];
    if (isCallout(line)) {
      const [sign = '', name] = directive.exec(text) ?? [];
      return [begun(line, sign.length, `> [!${name}]${text.length > sign.length + 1 ? '\n> ' : ''}`)];
    }
    if (/^:[A-Za-z][\w -]{0,29}:[ \t]+\S/.test(text)) return [begun(line, 1, '')];
    const isAboveCode = /::\s*$/.test(text) && isBlankLine(lines[at + 1] ?? { text: 'x' });
    const end = start + text.trimEnd().length;
    return isAboveCode ? [{ start: text.trim() === '::' ? end - 2 : end - 1, end, parts: [] }] : [];
  });
}

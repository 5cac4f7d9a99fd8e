// Text in Org, and headings of AsciiDoc and reStructuredText in texts that have few other signs of them.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine } from '../markdown/source-lines.ts';
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
/** `= Title`, `== Heading`, where nothing else is of AsciiDoc. */
function asciidocEdits(lines: readonly TextLine[]): Edit[] {
  const found = lines.filter(({ text, isPlain }) => isPlain && section.test(text));
  if (found.length < 2) return [];
  return found.map((line) => {
    const depth = section.exec(line.text)?.[1]?.length ?? 0;
    return begun(line, depth, '#'.repeat(depth));
  });
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

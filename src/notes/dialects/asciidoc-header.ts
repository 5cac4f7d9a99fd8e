// What an AsciiDoc document begins with: its title, the author, the revision, and attributes.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine } from '../markdown/source-lines.ts';
import { titleKey } from '../title-block/labels.ts';
import { type BlockLine, begun, gone, type MarkupBlock, type MarkupPlace } from './markup-lines.ts';

const person = "\\p{L}[\\p{L}\\p{M}.'’_-]*(?: [\\p{L}\\p{M}.'’_-]+){1,4}(?: <[^<>]{1,200}>)?";
const author = new RegExp(`^${person}(?:; ${person}){0,9}$`, 'u');
const revision = /^(?:v?\d[\w.-]{0,20},[ \t]*)?((?:\d|\p{L}{3,10} \d)[^:]{3,40})(?::[ \t].*)?$/u;

/** Title, author and date become lines with their names; what else is set for programs is not shown. */
export function headerEdits(lines: readonly BlockLine[], place: MarkupPlace): MarkupBlock {
  const top = lines.findIndex(({ text }) => text.trim() !== '' && !/^(?:\ufeff|\/\/|:[\w-]+:)/.test(text));
  const title = lines[top];
  if (!title || !/^=[ \t]+\S/.test(title.text)) return { to: 0, edits: [] };
  const above = lines.slice(0, top).flatMap((line) => attributeEdits(line, place));
  const edits: Edit[] = [...above, ...begun(title, 1, place, '#')];
  let to = top + 1;
  const [first, second] = [lines[to], lines[to + 1]];
  const isDate = first !== undefined && revision.test(first.text);
  if (first && !isDate && author.test(first.text)) {
    edits.push(...authorEdits(first, place));
    to += 1;
  }
  const dated = isDate ? first : to > top + 1 ? second : undefined;
  if (dated && (revision.test(dated.text) || /^v\d[\w.-]{0,20}$/.test(dated.text))) {
    edits.push(...revisionEdits(dated, place));
    to += 1;
  }
  for (let line = lines[to]; line && /^(?::!?[\w-]+!?:(?:[ \t]|$)|\/\/)/.test(line.text); line = lines[to]) {
    edits.push(...attributeEdits(line, place));
    to += 1;
  }
  return { to, edits };
}

/** Without addresses. Of several each is parted by a comma. */
function authorEdits(line: BlockLine, place: MarkupPlace): Edit[] {
  const people = [...line.text.matchAll(/([^;<]+?)(?: <[^<>]*>)?(?:; |$)/g)];
  const parts = people.flatMap(({ 1: name = '', index }, at): Edit['parts'] => {
    const range = { start: line.start + index, end: line.start + index + name.length };
    return at === 0 ? [range] : [', ', range];
  });
  return begun(line, line.text.length, place, '\nAuthor: ', ...parts, '  ');
}

function revisionEdits(line: BlockLine, place: MarkupPlace): Edit[] {
  const date = revision.exec(line.text)?.[1]?.trim();
  if (date === undefined) return [gone([line], place)];
  const start = line.start + line.text.lastIndexOf(date);
  return begun(line, line.text.length, place, 'Date: ', { start, end: start + date.length }, '  ');
}

/** `:speaker: Ida Falk` is a line of the title. */
function attributeEdits(line: BlockLine, place: MarkupPlace): Edit[] {
  const [sign = '', name = ''] = /^:([\w-]+):[ \t]+(?=\S)/.exec(line.text) ?? [];
  if (isBlankLine(line)) return [];
  const key = name === 'revdate' ? 'date' : titleKey(name);
  if (sign === '' || key === undefined) return [gone([line], place)];
  const start = line.start + 1;
  const end = line.start + line.text.length;
  const label = name === 'revdate' ? ['Date'] : [{ start, end: start + name.length }];
  return [{ start: line.from, end, parts: [...label, ': ', { start: line.start + sign.length, end }, '  '] }];
}

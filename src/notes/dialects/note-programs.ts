// What Obsidian, Logseq, Roam and Bear write within lines: references to blocks, tags, fields, states and times of tasks, marks.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { cites } from './citations.ts';
import { hasOrgSigns } from './org-signs.ts';
import { readWords } from './unread-words.ts';

const roamSigns =
  /\{\{(?:\[\[(?:TODO|DONE|table|embed|query)\]\]|table\}\})|#\[\[|\^\^[^\s^][^^\r\n]{0,200}\^\^|^[ \t]*- \*\*[^*\r\n]{1,40}\*\*::[ \t]/m;
const obsidianSigns = [
  /!?\[\[[^[\]\r\n]{0,200}#[^[\]\r\n]{1,200}\]\]/,
  /!\[\[[^[\]\r\n]{1,200}\]\]/,
  /^---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,40}?cssclass(?:es)?:/,
  /^[ \t]*[-*+] \[.\] [^\r\n]{0,400}(?:📅|✅|⏳|🛫|➕) ?\d{4}-\d\d-\d\d/mu,
  /(?<![\p{L}\p{N}])\[[\p{L}][\p{L}\p{N} _-]{0,30}:: [^\]\r\n]{1,200}\](?!\()/u,
];
const bearSigns = [
  /(?<=\))<!-- ?\{"[a-z]/,
  /^# [^\r\n]{1,200}\r?\n(?:\r?\n)?(?:#[\p{L}\p{N}][\p{L}\p{N}/_-]*[ \t]+)*#(?=[\p{L}\p{N}/_-]*\p{L})[\p{L}\p{N}][\p{L}\p{N}/_-]*(?<!^#[^\s/]*)[ \t]*$/mu,
  /(?:^|[\s*])::[*_]{0,3}\p{L}[^:`\r\n]{0,200}::(?=[\s,.;]|$)/mu,
];
const wikilink = /(?<![\w[])\[\[(?![\s[:!-])[^[\]\r\n]{1,200}\]\](?![([])/;

/** A box with a sign that GitHub has none of. */
const otherBoxes = /^[ \t]*[-*+] \[[-/>]\] \S/m;

/** Which program's signs notes have. */
export interface NoteProgram {
  readonly isRoam: boolean;
  readonly isObsidian: boolean;
  readonly isBear: boolean;
  readonly isLogseq: boolean;
  readonly hasOrgSigns: boolean;
  readonly hasCitations: boolean;
  readonly hasOtherBoxes: boolean;
  /** Of any of them, or with links to pages, which all of them have. */
  readonly isAny: boolean;
}

export function noteProgram(text: string, isLogseq: boolean): NoteProgram {
  const isRoam = roamSigns.test(text);
  const isObsidian = obsidianSigns.some((sign) => sign.test(text));
  const isBear = bearSigns.some((sign) => sign.test(text));
  const isAny = isRoam || isObsidian || isBear || isLogseq || wikilink.test(text);
  const signs = {
    hasOrgSigns: hasOrgSigns(text),
    hasCitations: cites(text),
    hasOtherBoxes: otherBoxes.test(text),
  };
  return { isRoam, isObsidian, isBear, isLogseq, isAny, ...signs };
}

/** Edits of every line; those of one line do not overlap, as each reads what the ones before it have left. */
export function noteProgramEdits(lines: readonly TextLine[], program: NoteProgram): Edit[] {
  const blocks = program.isLogseq ? blocksByNumber(lines) : new Map<string, string>();
  const hasBoxes = lines.some(({ text }) => /^[ \t]*[-*+] \[[ xX]\] /.test(text));
  const page = endOfPageFields(lines);
  return lines.flatMap((line, at): Edit[] => {
    if (!line.isPlain || isBlankLine(line) || at < page) return [];
    const text = withoutLineEnd(line.text);
    const edits = within(line, [
      ...(program.isLogseq || program.isRoam ? references(text, blocks) : []),
      ...(hasBoxes ? taskSigns(text) : []),
      ...(program.isObsidian ? [...fields(text), ...blockNames(text)] : []),
      ...(program.isRoam || program.isLogseq
        ? marks(text, /\^\^(?=\S)([^^\r\n]{1,400}?)(?<=\S)\^\^/dgu)
        : []),
      ...(program.isBear ? bearMarks(text) : []),
      ...(program.isAny && !isFiling(lines, at) ? tags(program.isObsidian ? withoutEnd(text) : text) : []),
    ]);
    return isEmptied(line, edits) && !hasMoreBelow(lines, at)
      ? [{ start: line.start, end: line.start + line.text.length, parts: [] }]
      : edits;
  });
}

/** Behind the fields above everything else, which are read where titles are. */
function endOfPageFields(lines: readonly TextLine[]): number {
  const first = lines.findIndex((line) => line.isPlain && !isBlankLine(line));
  let end = Math.max(first, 0);
  while (/^[\p{L}\p{N}._-]{1,40}::(?:\s|$)/u.test(lines[end]?.text ?? '')) end += 1;
  return end;
}

/** Edits by places in their line: in their order, without those that reach into one before, moved to their place in the text. */
function within({ start }: TextLine, edits: readonly Edit[]): Edit[] {
  const moved = (part: string | WrittenRange): string | WrittenRange =>
    typeof part === 'string' ? part : { start: start + part.start, end: start + part.end };
  let behind = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((edit) => {
      const isFree = edit.start >= behind;
      if (isFree) behind = edit.end;
      return isFree;
    })
    .map((edit) => ({ start: start + edit.start, end: start + edit.end, parts: edit.parts.map(moved) }));
}

/** Nothing is left of the line but its bullet. */
function isEmptied({ text, start }: TextLine, edits: readonly Edit[]): boolean {
  if (edits.length === 0) return false;
  let left = '';
  let from = 0;
  for (const edit of edits) {
    left +=
      text.slice(from, edit.start - start) +
      edit.parts.map((part) => (typeof part === 'string' ? part : 'x')).join('');
    from = edit.end - start;
  }
  return /^[ \t>]*(?:[-*+](?:[ \t]+\[.\])?)?[ \t]*$/.test(withoutLineEnd(left + text.slice(from)));
}

function hasMoreBelow(lines: readonly TextLine[], at: number): boolean {
  const [line, next] = [lines[at] as TextLine, lines[at + 1]];
  return (
    /^[ \t]*[-*+]/.test(line.text) &&
    next !== undefined &&
    !isBlankLine(next) &&
    indentOf(next.text) > indentOf(line.text)
  );
}

const uuid = String.raw`(?=[\da-fA-F-]{0,80}\d)(?=[\da-fA-F-]{0,80}[a-fA-F])[\da-fA-F]{1,40}(?:-[\da-fA-F]{1,40}){1,6}`;
const uid = String.raw`(?=[\w-]{0,8}[a-zA-Z])(?=[\w-]{0,8}[\d_]|[\w-]{0,8}[a-z][\w-]{0,7}[A-Z])[\w-]{9}`;
const blockNumber = new RegExp(String.raw`^[ \t]*id::[ \t]*(${uuid})[ \t]*$`);
const blockReference = new RegExp(
  String.raw`\{\{embed[ \t]+\(\((?<embedded>${uuid})\)\)[ \t]*\}\}|\(\((?<number>${uuid})\)\)|(?<query>\{\{query[ \t](?:[^{}\r\n]|\{[^{}\r\n]*\}){1,400}\}\})|(?<roam>\{\{(?:\[\[)?embed(?:\]\])?:?[ \t]*\(\(${uid}\)\)[ \t]*\}\}|\(\(${uid}\)\))`,
  'g',
);

/** Logseq: the words of each bullet that has a number. */
function blocksByNumber(lines: readonly TextLine[]): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  let words = '';
  for (const { text, isPlain } of lines) {
    const number = isPlain ? blockNumber.exec(withoutLineEnd(text))?.[1] : undefined;
    const bullet = isPlain ? /^[ \t]*[-*+][ \t]+(\S.*)/.exec(withoutLineEnd(text))?.[1] : undefined;
    if (bullet !== undefined) words = bullet.replace(/^#{1,6}[ \t]+/, '').trimEnd();
    if (number !== undefined) blocks.set(number.toLowerCase(), words.replace(blockReference, '').trim());
  }
  return blocks;
}

/** What a block is called gives way to its words, or to nothing where they are not in the notes. */
function references(text: string, blocks: ReadonlyMap<string, string>): Edit[] {
  if (!/\(\(|\{\{/.test(text)) return [];
  return [...readWords(text).matchAll(blockReference)].flatMap(({ 0: all, index, groups }) => {
    const name = groups?.embedded ?? groups?.number;
    const words = blocks.get(name?.toLowerCase() ?? '') ?? '';
    return words === ''
      ? [gap(text, index, index + all.length)]
      : [{ start: index, end: index + all.length, parts: [words] }];
  });
}

/** With the space before it. */
function gap(text: string, start: number, end: number): Edit {
  const isSpaced =
    start > 1 &&
    /[^\s][ \t]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^(?:[\s,.;:)!?]|$)/.test(text.slice(end));
  return {
    start: isSpaced && !/^[ \t]*[-*+] $/.test(text.slice(0, start)) ? start - 1 : start,
    end,
    parts: [],
  };
}

const otherBox = /^([ \t]*[-*+] )\[([-/>])\] (?=\S)/;
const stamp =
  /[ \t]*(?:✅|❌|➕|🛫|⏳)\ufe0f?[ \t]*\d{4}-\d\d-\d\d|[ \t]*(?:⏫|🔼|🔽|🔺|⏬)\ufe0f?(?=[ \t]|$)/gu;

/** Obsidian: boxes with other signs, and when a task was done, begun, planned. The day it is due stays. */
function taskSigns(text: string): Edit[] {
  if (!/^[ \t]*[-*+] \[.\] /.test(text)) return [];
  const [, margin = '', sign] = otherBox.exec(text) ?? [];
  const stamps = [...text.matchAll(stamp)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
    parts: [],
  }));
  if (sign === undefined) return stamps;
  const box = { start: margin.length, end: margin.length + 3, parts: [sign === '-' ? '[x]' : '[ ]'] };
  if (sign !== '-') return [box, ...stamps];
  const from = margin.length + 4;
  const to = Math.min(...stamps.map(({ start }) => start), text.trimEnd().length);
  const isStruck = to > from && !/[~`<]/.test(text);
  return isStruck
    ? [box, { start: from, end: from, parts: ['~~'] }, { start: to, end: to, parts: ['~~'] }, ...stamps]
    : [box, ...stamps];
}

const inlineField =
  /(?<![\p{L}\p{N}\])[])(\[|\()(\p{L}[\p{L}\p{N} _-]{0,30})::[ \t]+([^[\]()\r\n]{1,200})[\])](?!\()/gu;
const lineField =
  /^([ \t]*(?:[-*+] (?:\[.\] )?)?)(?:\*\*)?\p{L}[\p{L}\p{N} _-]{0,30}(?:\*\*)?(::)[ \t]+(?=\S)/u;

/** Dataview: `[key:: value]` and `key:: value` keep one colon. */
function fields(text: string): Edit[] {
  if (!text.includes('::')) return [];
  const found = [...readWords(text).matchAll(inlineField)].flatMap(({ 0: all, 2: key = '', index }) => {
    const colons = index + 1 + key.length;
    const end = index + all.length;
    return [
      { start: index, end: index + 1, parts: ['('] },
      { start: colons, end: colons + 2, parts: [':'] },
      { start: end - 1, end, parts: [')'] },
    ];
  });
  const line = lineField.exec(text);
  if (!line) return found;
  const at = line[0].lastIndexOf('::');
  return [{ start: at, end: at + 2, parts: [':'] }, ...found];
}

/** As long as it is, with spaces for what stands behind the last tags. */
function withoutEnd(text: string): string {
  const spaces = (written: string): string => ' '.repeat(written.length);
  const bare = blockNames(text).reduce(
    (line, { start }) => line.slice(0, start) + spaces(line.slice(start)),
    text,
  );
  return /^[ \t]*[-*+] \[.\] /.test(bare) ? bare.replace(stamp, spaces) : bare;
}

/** Tags below everything else are read where the title is: those who read the file have them. */
function isFiling(lines: readonly TextLine[], at: number): boolean {
  const isLast = lines.slice(at + 1, at + 20).every(isBlankLine) && lines.length <= at + 20;
  return isLast && isBlankLine(lines[at - 1] ?? { text: 'x' });
}

/** Obsidian: the name of a block behind punctuation or above a line that goes on. */
function blockNames(text: string): Edit[] {
  const found =
    /[ \t]+\^(?=[a-z\d-]*[a-z])[a-z\d-]{4,40}[ \t]*$|(?<=[.!?…)"”’»:;])\^(?=[a-z\d-]*[a-z])[a-z\d-]{4,40}[ \t]*$/i.exec(
      text,
    );
  return found ? [{ start: found.index, end: text.length, parts: [] }] : [];
}

function marks(text: string, pattern: RegExp): Edit[] {
  return [...readWords(text).matchAll(pattern)].map(({ 0: all, 1: inside = '', index }) => {
    const sign = (all.length - inside.length) / 2;
    const range = { start: index + sign, end: index + sign + inside.length };
    return { start: index, end: index + all.length, parts: ['<mark>', range, '</mark>'] };
  });
}

/** Bear: `~words~` are struck out, and how wide a picture is stands in a comment behind it. */
function bearMarks(text: string): Edit[] {
  const struck = /(?<![\p{L}\p{N}~\\])~(?=[^\s~])([^~\r\n]{1,200})(?<=\S)~(?![\p{L}\p{N}~])/gu;
  const widths = [...text.matchAll(/(?<=\))<!-- ?\{"[^<>\r\n]{1,200}\} ?-->/g)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
    parts: [],
  }));
  const lines = [...readWords(text).matchAll(struck)].map(({ 0: all, index }) => {
    const range = { start: index + 1, end: index + all.length - 1 };
    return { start: index, end: index + all.length, parts: ['~~', range, '~~'] };
  });
  return [...widths, ...lines];
}

const oneTag =
  /(?<![^\s(])#(?:\[\[[^[\]\r\n]{1,80}\]\]|(?![\da-fA-F]{3}(?:[\da-fA-F]{3})?(?![\p{L}\p{N}/_-]))(?=[\p{N}/_-]{0,80}\p{L})[\p{L}\p{N}][\p{L}\p{N}/_-]{0,80})/gu;

/** Tags at the end of a line go, others are words. */
function tags(text: string): Edit[] {
  if (!text.includes('#')) return [];
  const words = readWords(text);
  const found = [...words.matchAll(oneTag)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));
  let end = words.trimEnd().length;
  while (found.at(-1)?.end === end) end = words.slice(0, found.pop()?.start).trimEnd().length;
  const last = words.slice(end).trim() === '' ? [] : [{ start: end, end: text.length, parts: [] }];
  const label = labelEnd(words, found);
  return [
    ...found.map(({ start }) => ({ start, end: start + 1, parts: [] })).filter(({ start }) => start >= label),
    ...(label > 0 ? [{ start: found[0]?.start ?? 0, end: label, parts: [] }] : []),
    ...last,
  ];
}

/** Where the words begin behind tags that a bullet begins with: `- #idea Bake at night`, and not `- #rye is dark`. */
function labelEnd(words: string, found: readonly WrittenRange[]): number {
  let at = /^[ \t]*[-*+][ \t]+(?:\[.\][ \t]+)?/.exec(words)?.[0].length ?? -1;
  let count = 0;
  while (found[count]?.start === at && /^#(?:\[\[)?[\p{Ll}\p{Lo}]/u.test(words.slice(at, at + 4))) {
    const end = found[count]?.end ?? at;
    at = end + (/^[ \t]*/.exec(words.slice(end))?.[0].length ?? 0);
    count += 1;
  }
  return count > 0 && /^["“„«*_$]{0,3}[\p{Lu}\p{Lo}]/u.test(words.slice(at, at + 8)) ? at : 0;
}

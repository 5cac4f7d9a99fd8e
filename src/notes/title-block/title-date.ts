import type { PhrasingContent, Text } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { sliceText, textOffsets } from '../markdown/text-offsets.ts';
import type { Field } from '../notes.ts';
import { isDate } from './dates.ts';
import { fieldOf, oneLine, splitContent, trimmed } from './fields.ts';

interface Parted {
  readonly rest: readonly PhrasingContent[];
  readonly date: Field;
}

/** A date that no word of the title belongs to: set off by a sign, or in figures and not behind "in" or "since". */
const behind = [
  /\s*[([（]([^()[\]（）]{6,40})[)\]）]\s*$/u,
  /(?:\s*[,，:|｜·]\s*|\s+[-–—]{1,3}\s+)((?:\p{L}+[.,]?\s+)?[\p{L}\d][\p{L}\d\s.,/年月日-]{5,28})\s*$/u,
  /(?<!(?:^|\s)(?:in|on|of|since|until|before|after|from|to|at|for|by|am|vom|seit|bis|le|du|el|del|the|der|den|dem|des))\s+(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})\s*$/iu,
];
const before = [
  /^\s*[([（]([^()[\]（）]{6,40})[)\]）]\s*(?=\S)/u,
  /^\s*([\p{L}\d][\p{L}\d\s.,/年月日-]{5,40}?)(?:\s*[:：|｜·]\s*|\s+[-–—]{1,3}\s+)(?=\S)/u,
  /^\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s+(?=\p{L})/u,
];

/** `Meeting 2019-08-06`, `2021-05-26: Guiding principles`, `Title (6 May 2024)`. Never the whole title. */
export function partDate(content: readonly PhrasingContent[], source: Source): Parted | undefined {
  return find(content, -1, behind, source) ?? find(content, 0, before, source);
}

/** The patterns ask the last (-1) or the first (0) run of words. */
function find(
  content: readonly PhrasingContent[],
  which: 0 | -1,
  patterns: readonly RegExp[],
  source: Source,
): Parted | undefined {
  const node = content.at(which);
  if (node?.type !== 'text') return undefined;
  const index = which === 0 ? 0 : content.length - 1;
  for (const pattern of patterns) {
    const found = pattern.exec(node.value);
    const words = found?.[1];
    if (found === null || words === undefined || !isDate(words.trim())) continue;
    const start = found.index + found[0].lastIndexOf(words);
    const date = cutOut(node, start, start + words.length, source);
    const [ahead] = splitContent(content, index, found.index, found.index, source.text);
    const end = found.index + found[0].length;
    const [, after] = splitContent(content, index, end, end, source.text);
    const rest = trimmed(which === 0 ? after : ahead, source.text);
    const field = fieldOf(date, source, words.trim());
    if (field && oneLine(rest) !== '') return { rest, date: field };
  }
  return undefined;
}

function cutOut(node: Text, from: number, to: number, source: Source): PhrasingContent[] {
  const part = sliceText(node, from, to, textOffsets(node, source.text));
  return part ? [part] : [];
}

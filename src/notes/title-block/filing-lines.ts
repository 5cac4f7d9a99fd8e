// What programs file notes by, written above everything else: `tags: #kites, #wind`. Nobody says it in a talk.
import type { PhrasingContent, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { splitFirstLine } from '../markdown/source-text.ts';
import { asParagraph, endOf, startOf } from '../markdown/tree.ts';
import type { Field } from '../notes.ts';
import { plainText } from '../plain-text.ts';
import { fieldOf, oneLine } from './fields.ts';
import { isFilingLabel } from './labels.ts';
import { type KeyedLine, keyedLines, type Metadata } from './metadata.ts';

/** Letters of such a line at most. */
const longest = 200;

const hashTags = /^(?:#[\p{L}\p{N}_/-]+[\s,;]*)+$/u;

/** Takes the first lines while they are such: all of a paragraph or list, or lines of tags above other words. */
export function readFilingLines(blocks: readonly RootContent[], source: Source): Metadata {
  const first = blocks.findIndex(({ type }) => type !== 'thematicBreak');
  const block = blocks[first];
  const taken: KeyedLine[] = [];
  let left: RootContent | undefined = block;
  const whole = block && keyedLines(block, source);
  if (block?.type !== 'table' && whole?.every(isFiling)) {
    taken.push(...whole);
    left = undefined;
  } else
    for (
      let line = firstLine(left, source);
      line && left?.type === 'paragraph';
      line = firstLine(left, source)
    ) {
      const rest: PhrasingContent[] = splitFirstLine(left.children, source.text).rest;
      taken.push(line);
      left = plainText(rest).trim() === '' ? undefined : asParagraph(rest);
    }
  if (block === undefined || taken.length === 0)
    return { fields: new Map(), details: [], rest: blocks, leftOut: [] };
  const end = left ? startOf(left) : endOf(block);
  return {
    fields: new Map([['tags', taken.flatMap((line) => tagsOf(line, source))]]),
    details: [],
    rest: [...(left ? [left] : []), ...blocks.slice(first + 1)],
    leftOut: [{ start: startOf(block), end }],
  };
}

/** The first line of a paragraph, if it is tags alone. */
function firstLine(block: RootContent | undefined, source: Source): KeyedLine | undefined {
  if (block?.type !== 'paragraph') return undefined;
  const [line] = keyedLines(asParagraph(splitFirstLine(block.children, source.text).line), source) ?? [];
  return line && isFiling(line) && hashTags.test(oneLine(line.value)) ? line : undefined;
}

/** A few words between commas are no sentence. */
function isFiling({ key, value }: KeyedLine): boolean {
  const text = oneLine(value);
  return isFilingLabel(key) && text.length <= longest && !/[.!?]$|[.!?]\s/u.test(text);
}

function tagsOf({ value }: KeyedLine, source: Source): readonly Field[] {
  const field = fieldOf(value, source);
  if (!field) return [];
  const words = field.text.split(hashTags.test(field.text) ? /[\s,;]+/ : /\s*[,;]\s*/);
  return words.flatMap((word) => {
    const text = word.replace(/^#/, '');
    return text === '' ? [] : [{ ...field, text }];
  });
}

import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Block } from '../block.ts';
import { splitLines } from '../markdown/source-text.ts';
import { at, endOf, startOf } from '../markdown/tree.ts';
import { plainText } from '../plain-text.ts';
import { trimmed } from './fields.ts';
import { type MetaFields, type MetaName, readMetaLine } from './meta-line.ts';

export interface MetaBlocks {
  readonly fields: MetaFields;
  readonly details: readonly Block[];
  /** How many of the blocks were read. */
  readonly count: number;
}

/**
 * Reads the blocks under the title as long as every line of them says something about the
 * talk. What the title itself has said (`known`) is not said again: such a line is a detail.
 */
export function readMetaBlocks(
  blocks: readonly RootContent[],
  known: MetaFields,
  source: Source,
): MetaBlocks {
  let fields = known;
  const details: Block[] = [];
  let count = 0;
  for (const block of blocks) {
    if (block.type === 'thematicBreak') {
      count += 1;
      continue;
    }
    const lines = linesOf(block, source.text);
    const read = lines?.map((line) => ({ line, meaning: readMetaLine(line, source) }));
    if (read === undefined || !speaksOfTheTalk(block, read)) break;
    for (const { line, meaning } of read) {
      const taken = typeof meaning === 'object' ? withNew(fields, meaning) : undefined;
      if (taken !== undefined) fields = taken;
      else details.push(...paragraphOf(line));
    }
    count += 1;
  }
  return { fields, details, count };
}

/**
 * Every line is one of those known; or at least half of a short paragraph's lines are: then the
 * others (a school, a room) speak of the talk too.
 */
function speaksOfTheTalk(
  block: RootContent,
  read: readonly { line: PhrasingContent[]; meaning: unknown }[],
): boolean {
  const known = read.filter(({ meaning }) => meaning !== undefined).length;
  if (known === read.length) return true;
  const isShort =
    read.length <= 5 && read.every(({ line }) => plainText(line).length <= 80 && line.some(isWord));
  return block.type === 'paragraph' && isShort && known * 2 >= read.length;
}

function isWord(node: PhrasingContent): boolean {
  return node.type !== 'image';
}

/** A paragraph's lines, or a list's if its items are one paragraph each. */
function linesOf(block: RootContent, source: string): PhrasingContent[][] | undefined {
  if (block.type === 'paragraph') {
    return splitLines(block.children, source)
      .map((line) => trimmed(line, source))
      .filter((line) => line.some(isShown));
  }
  if (block.type !== 'list' || block.children.some((item) => item.children.length !== 1)) return undefined;
  const lines = block.children.map((item) => item.children[0]);
  return lines.flatMap((line) => (line && line.type === 'paragraph' ? [line.children] : [[]]));
}

/** A picture is shown though it may hold no words: such a line ends what is said about the talk. */
function isShown(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

/** The first date is the talk's date; a second one stays a line of its own. */
function withNew(fields: MetaFields, found: MetaFields): MetaFields | undefined {
  const names = Object.keys(found) as MetaName[];
  return names.some((name) => fields[name] !== undefined) ? undefined : { ...fields, ...found };
}

function paragraphOf(line: PhrasingContent[]): Block[] {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ type: 'paragraph', children: line, position: at(startOf(first), endOf(last)) }];
}

/** Letters that a line below a title has at most: two lines of the title slide. */
const longest = 140;

/** Letters of a line of an agenda. */
const longestLine = 60;

/**
 * One line below the title that says what the talk is, or, set off as a quotation, where it is from: newspapers
 * call it the deck. `blocks` are all that stands before the next heading. A slide of its own would
 * have nothing else on it, and no title.
 */
export function readDeckLine(blocks: readonly RootContent[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph')
    return rest.every(isContents) && rest.length <= 1 && isLine(first) ? [first] : [];
  if (first?.type !== 'blockquote') return [];
  const [only, ...more] = first.children;
  return only?.type === 'paragraph' && more.length === 0 && isLine(only) ? [only] : [];
}

/** A list of few words each may be the agenda, which this line would keep from being seen as one. */
function isContents(block: RootContent): boolean {
  if (block.type !== 'list') return false;
  return block.children.every(
    (item) => item.children.length === 1 && plainText(item.children as Block[]).length <= longestLine,
  );
}

/** Short, without pictures, and not the beginning of a list. */
function isLine(paragraph: Paragraph): boolean {
  const text = plainText([paragraph]).trim();
  const isShown = paragraph.children.every(({ type }) => type !== 'image' && type !== 'html');
  return isShown && text.length <= longest && /^[\p{L}\p{N}\p{Pi}"'(¿¡]/u.test(text) && !/[:：]$/u.test(text);
}

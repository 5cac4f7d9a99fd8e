import type { Html, RootContent, Text } from 'mdast';
import { at } from '../markdown/tree.ts';
import type { Reading } from '../reading.ts';
import { closeFrame, type Frame, flushWords, newFrame } from './frames.ts';
import { directionOf } from './html-phrasing.ts';
import { htmlItems, type Tag } from './html-tokens.ts';
import { tagRole } from './tags.ts';

/** Blocks of HTML become paragraphs, lists, tables; what stands between their tags stays in place. */
export function htmlBlocks(
  children: RootContent[],
  reading: Reading,
  isRoot: 'root' | 'inner',
): RootContent[] {
  if (!children.some((child) => child.type === 'html')) return children;
  const items = children.flatMap((child, index): BlockItem[] => {
    if (child.type !== 'html') return [{ kind: 'block', node: child }];
    const own = htmlItems(child as Html, reading);
    return children[index - 1]?.type === 'html' ? [{ kind: 'gap' }, ...own] : own;
  });
  if (isRoot === 'root') reading.dir ??= outerDirection(items);
  return buildBlocks(items, reading.dir);
}

/** `<div dir="rtl">` before any word of the notes is the direction of all of them. */
function outerDirection(items: readonly BlockItem[]): 'ltr' | 'rtl' | undefined {
  for (const item of items) {
    if ('type' in item && item.value.trim() !== '') return undefined;
    if (!('kind' in item)) continue;
    if (item.kind === 'block') return undefined;
    if (item.kind === 'gap') continue;
    const dir = item.kind === 'open' && item.name === 'div' ? directionOf(item) : undefined;
    if (dir !== undefined) return dir;
  }
  return undefined;
}

export type BlockItem =
  | Tag
  | Text
  | { readonly kind: 'block'; readonly node: RootContent }
  /** Between two blocks of HTML. */
  | { readonly kind: 'gap' };

/** Tags that are built into a node; every other block tag only ends a paragraph. */
const built: ReadonlySet<string> = new Set(
  'ul ol li table tr td th caption blockquote aside h1 h2 h3 h4 h5 h6 summary dt pre'.split(' '),
);

/** Tags that HTML closes by itself, and within which of the open ones. */
const selfEnding: ReadonlyMap<
  string,
  { readonly ends: readonly string[]; readonly within: readonly string[] }
> = new Map([
  ['li', { ends: ['li'], within: ['ul', 'ol'] }],
  ['tr', { ends: ['tr', 'td', 'th', 'caption'], within: ['table'] }],
  ['td', { ends: ['td', 'th'], within: ['tr', 'table'] }],
  ['th', { ends: ['td', 'th'], within: ['tr', 'table'] }],
]);

/** HTML nested deeper than this keeps its words and loses its boxes. */
const deepest = 30;

interface Building {
  readonly frames: Frame[];
  /** End tags still to come, by name: a start tag without one opens nothing. */
  readonly ends: Map<string, number>;
  readonly directions: { readonly name: string; readonly dir: 'ltr' | 'rtl' | undefined }[];
  readonly textDirection: 'ltr' | 'rtl' | undefined;
}

/** Puts tags, words and finished blocks together, in order. Takes any nesting. */
export function buildBlocks(
  items: readonly BlockItem[],
  textDirection: 'ltr' | 'rtl' | undefined,
): RootContent[] {
  const root = newFrame('', 0);
  const building: Building = { frames: [root], ends: countEnds(items), directions: [], textDirection };
  for (const item of items) {
    if (!('kind' in item)) top(building).words.push(item);
    else if (item.kind === 'block') addBlock(item.node, building);
    else if (item.kind === 'gap') endWords(building);
    else if (item.kind === 'open') openTag(item, building);
    else closeTag(item, building);
  }
  closeTo(building, 1, undefined);
  flush(building);
  return root.blocks;
}

function countEnds(items: readonly BlockItem[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const item of items) {
    if ('kind' in item && item.kind === 'close') ends.set(item.name, (ends.get(item.name) ?? 0) + 1);
  }
  return ends;
}

function top(building: Building): Frame {
  return building.frames.at(-1) as Frame;
}

/** A paragraph does not reach over blank lines, unless a tag does. */
function endWords(building: Building): void {
  const open = top(building).words.reduce((count, item) => count + ('kind' in item ? opened(item) : 0), 0);
  if (open === 0) flush(building);
}

/** One more or one less tag that waits for its end. */
function opened({ kind, name, selfClosing }: Tag): number {
  if (selfClosing || !/^(?:element|markdown|code|link|reading)$/.test(tagRole(name).role)) return 0;
  return kind === 'open' ? 1 : -1;
}

/** A Markdown heading is never inside a list or table of HTML: it starts a section. */
function addBlock(node: RootContent, building: Building): void {
  if (node.type === 'heading') closeTo(building, 1, undefined);
  flush(building);
  top(building).blocks.push(node);
}

function openTag(tag: Tag, building: Building): void {
  const { role } = tagRole(tag.name);
  if (role !== 'block' && role !== 'rule') {
    top(building).words.push(tag);
    return;
  }
  flush(building);
  if (role === 'rule') {
    top(building).blocks.push({ type: 'thematicBreak', position: at(tag.start, tag.end) });
    return;
  }
  building.directions.push({ name: tag.name, dir: directionOf(tag) ?? building.directions.at(-1)?.dir });
  if (built.has(tag.name)) openFrame(tag, building);
}

function openFrame(tag: Tag, building: Building): void {
  const ending = selfEnding.get(tag.name);
  if (ending !== undefined) {
    while (ending.ends.includes(top(building).name)) closeTop(building, tag.start);
    if (!ending.within.includes(top(building).name)) return;
    if (tag.name !== 'tr' && top(building).name === 'table') building.frames.push(newFrame('tr', tag.start));
  } else if ((building.ends.get(tag.name) ?? 0) === 0) return;
  if (building.frames.length < deepest) building.frames.push(newFrame(tag.name, tag.start, tag.attributes));
}

function closeTag(tag: Tag, building: Building): void {
  const { role } = tagRole(tag.name);
  building.ends.set(tag.name, (building.ends.get(tag.name) ?? 1) - 1);
  if (role !== 'block' && role !== 'rule') {
    top(building).words.push(tag);
    return;
  }
  flush(building);
  if (building.directions.at(-1)?.name === tag.name) building.directions.pop();
  const index = building.frames.findLastIndex((frame) => frame.name === tag.name);
  if (index > 0) closeTo(building, index, tag.end);
}

function closeTo(building: Building, length: number, end: number | undefined): void {
  while (building.frames.length > length) closeTop(building, end);
}

function closeTop(building: Building, end: number | undefined): void {
  flush(building);
  const frame = building.frames.pop() as Frame;
  closeFrame(frame, top(building), end);
}

function flush(building: Building): void {
  const dir = building.directions.at(-1)?.dir;
  flushWords(top(building), dir === building.textDirection ? undefined : dir);
}

import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { Block } from './block.ts';
import { mergeText, sliceText, textOffsets } from './markdown/source-text.ts';
import { at, endOf, startOf } from './markdown/tree.ts';
import { describingWords } from './picture-descriptions.ts';
import type { Reading } from './reading.ts';

const wikilink = /(!?)\[\[([^[\]\r\n]+)\]\]/g;
const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** `[[Page|label]]` becomes its label, `![[pic.png]]` a picture. */
export function wikilinks(children: PhrasingContent[], source: string): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && child.value.includes('[['))) return children;
  return children.flatMap((child) => (child.type === 'text' ? readText(child, source) : [child]));
}

function readText(node: Text, source: string): PhrasingContent[] {
  const offset = textOffsets(node, source);
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const found of node.value.matchAll(wikilink)) {
    const end = found.index + found[0].length;
    const position = at(
      offset(found.index),
      end < node.value.length ? offset(end) : (node.position?.end.offset ?? 0),
    );
    if (!source.startsWith(found[1] === '!' ? '![[' : '[[', position.start.offset)) continue;
    const before = sliceText(node, from, found.index, offset);
    if (before) parts.push(before);
    parts.push({ ...target(found[1] as string, found[2] as string), position });
    from = end;
  }
  if (from === 0) return [node];
  const rest = sliceText(node, from, node.value.length, offset);
  return rest ? [...parts, rest] : parts;
}

/** Behind the bar of a picture stands its size or its description. */
function target(marker: string, inner: string): PhrasingContent {
  const bar = inner.indexOf('|');
  const page = (bar === -1 ? inner : inner.slice(0, bar)).trim();
  const label = bar === -1 ? '' : inner.slice(bar + 1).trim();
  if (marker === '!' && picture.test(page)) {
    return { type: 'image', url: page, alt: describingWords(`|${label}`) };
  }
  return { type: 'text', value: label || placeName(page) || page };
}

/** `Page#Section` as `Page: Section`, without the name of a block, the number of a note, and the sign of a work that is cited. */
function placeName(page: string): string {
  const [name = '', ...parts] = page
    .replace(/^#+\^?|^\d{12,14} (?=\p{L})|^@(?=\p{L}[\w-]{0,60}\d{4}[a-z]?$)/u, '')
    .split('#');
  return [name, ...parts.filter((part) => part !== '' && !part.startsWith('^'))].join(': ');
}

const highlight: Delimiter = {
  text: '==',
  opens: (before, after) => !/[\p{L}\p{N}=]/u.test(before) && !/[\s=]/.test(after),
  closes: (before, after) => !/[\s=]/.test(before) && !/[\p{L}\p{N}=]/u.test(after),
};

/** `==words==` is marked, as with a highlighter. `a == b` is not. */
export function highlights(children: PhrasingContent[], source: string): PhrasingContent[] {
  return delimited(children, source, highlight, (inner, start, end) => [
    { type: 'element', name: 'mark', children: inner, position: at(start, end) },
  ]);
}

const percent: Delimiter = {
  text: '%%',
  opens: (before, after) => !/[\d%]/.test(before) && after !== '%',
  closes: (_, after) => after !== '%',
};

/** `%%words%%` inside a paragraph goes to the presenter notes. */
export function percentRemarks(children: PhrasingContent[], reading: Reading): PhrasingContent[] {
  return delimited(children, reading.source.text, percent, (inner, start, end) => {
    const paragraph: Paragraph = { type: 'paragraph', children: inner, position: at(start + 2, end - 2) };
    if (inner.length > 0) keep([paragraph], start, end, reading);
    return [];
  });
}

/** `%%` at the start of one paragraph and at the end of a later one: all between is a comment. */
export function percentBlocks(children: RootContent[], reading: Reading): RootContent[] {
  if (!children.some((child) => child.type === 'paragraph' && opens(child))) return children;
  const out: RootContent[] = [];
  let open: number | undefined;
  for (const child of children) {
    out.push(child);
    if (open !== undefined && closes(child)) {
      takeBlocks(out.splice(open) as Paragraph[], reading);
      open = undefined;
    } else if (open === undefined && opens(child)) open = out.length - 1;
  }
  return out;
}

function opens(node: RootContent): boolean {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && /^%%(?!%)/.test(first.value);
}

function closes(node: RootContent): boolean {
  const last = lastWords(node);
  return last !== undefined && /(?<!%)%%$/.test(last.value.trimEnd());
}

/** The text that a block ends with: a line behind a list belongs to its last item. */
function lastWords(node: RootContent): Text | undefined {
  if (node.type === 'text') return node;
  const isHolder = ['paragraph', 'list', 'listItem', 'blockquote'].includes(node.type);
  const last = isHolder && 'children' in node ? (node.children.at(-1) as RootContent | undefined) : undefined;
  return last && lastWords(last);
}

function takeBlocks(blocks: Paragraph[], reading: Reading): void {
  const first = blocks[0] as Paragraph;
  const last = blocks.at(-1) as Paragraph;
  const close = lastWords(last);
  const open = first.children[0];
  if (open?.type === 'text') open.value = open.value.replace(/^%%\s*/, '');
  if (close) close.value = close.value.trimEnd().slice(0, -2).trimEnd();
  const full = blocks.filter((block) => !isEmpty(block));
  if (full.length > 0) keep(full, startOf(first), endOf(last), reading);
}

function isEmpty(block: Block): boolean {
  return (
    block.type === 'paragraph' && block.children.every((child) => child.type === 'text' && child.value === '')
  );
}

function keep(blocks: readonly Block[], start: number, end: number, reading: Reading): void {
  reading.presenterNotes.push({ blocks, span: { path: reading.source.path, start, end } });
}

/** ` ^a1b2c3` at the end of a block: a name for links, never shown. `x ^2` is none, and neither is `a ^b`. */
const blockId = /(?:^|[ \t\n])\^(?=[a-z\d-]*[a-z])[a-z\d-]{4,40}\s*$/i;

/** Paragraphs without the names that Obsidian gives blocks. */
export function withoutBlockIds(blocks: RootContent[], source: string): RootContent[] {
  return blocks.flatMap((block): RootContent[] => {
    const last = block.type === 'paragraph' ? block.children.at(-1) : undefined;
    const found = last?.type === 'text' ? blockId.exec(last.value) : null;
    if (block.type !== 'paragraph' || last?.type !== 'text' || found === null) return [block];
    const rest = sliceText(last, 0, found.index, textOffsets(last, source));
    const children: PhrasingContent[] = [...block.children.slice(0, -1), ...(rest ? [rest] : [])];
    return children.length === 0 ? [] : [{ ...block, children }];
  });
}

/** The same characters on both sides around words: `==x==`, `%%x%%`. */
export interface Delimiter {
  readonly text: string;
  /** `before` and `after` are the characters beside the delimiter; empty at the end of a text. */
  readonly opens: (before: string, after: string) => boolean;
  readonly closes: (before: string, after: string) => boolean;
}

interface DelimiterRun {
  readonly kind: 'delimiter';
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** Replaces what stands between two delimiters, in the same run of words; a delimiter without its other half stays. */
export function delimited(
  children: PhrasingContent[],
  source: string,
  delimiter: Delimiter,
  replace: (inner: PhrasingContent[], start: number, end: number) => PhrasingContent[],
): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && child.value.includes(delimiter.text)))
    return children;
  const out: PhrasingContent[] = [];
  let open: { delimiter: DelimiterRun; index: number } | undefined;
  for (const item of children.flatMap((child) => cut(child, delimiter.text, source))) {
    if (!('kind' in item)) out.push(item);
    else if (open !== undefined && delimiter.closes(item.before, item.after)) {
      const inner = out.splice(open.index).slice(1);
      const end = item.offset + delimiter.text.length;
      for (const node of replace(mergeText(inner), open.delimiter.offset, end)) out.push(node);
      open = undefined;
    } else {
      if (open === undefined && delimiter.opens(item.before, item.after))
        open = { delimiter: item, index: out.length };
      out.push(literal(item, delimiter.text));
    }
  }
  return mergeText(out);
}

function literal(delimiter: DelimiterRun, value: string): PhrasingContent {
  return { type: 'text', value, position: at(delimiter.offset, delimiter.offset + value.length) };
}

/** A text at its delimiters. Delimiters that were escaped in the notes are no delimiters. */
function cut(child: PhrasingContent, delimiter: string, source: string): (PhrasingContent | DelimiterRun)[] {
  if (child.type !== 'text' || !child.value.includes(delimiter)) return [child];
  const offset = textOffsets(child, source);
  const parts: (PhrasingContent | DelimiterRun)[] = [];
  let from = 0;
  for (
    let i = child.value.indexOf(delimiter);
    i !== -1;
    i = child.value.indexOf(delimiter, i + delimiter.length)
  ) {
    if (!source.startsWith(delimiter, offset(i))) continue;
    const before = sliceText(child, from, i, offset);
    if (before) parts.push(before);
    from = i + delimiter.length;
    parts.push({
      kind: 'delimiter',
      offset: offset(i),
      before: child.value[i - 1] ?? '',
      after: child.value[from] ?? '',
    });
  }
  const rest = sliceText(child, from, child.value.length, offset);
  if (rest)
    parts.push(
      from === 0 ? child : { ...rest, position: at(startOf(rest), child.position?.end.offset ?? 0) },
    );
  return parts;
}

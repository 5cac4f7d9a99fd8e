import type { Image, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import { isSafeUrl } from '../markdown/links.ts';
import { mergeText } from '../markdown/source-text.ts';
import { at } from '../markdown/tree.ts';
import { plainText } from '../plain-text.ts';
import type { Reading } from '../reading.ts';
import { htmlItems, mediaAddress, type Tag } from './html-tokens.ts';
import { tagRole } from './tags.ts';

export type PhrasingItem = Tag | PhrasingContent;

/** Tags inside a line become formatting; none of them is left. */
export function htmlPhrasing(children: PhrasingContent[], reading: Reading): PhrasingContent[] {
  if (!children.some((child) => child.type === 'html')) return children;
  return pairTags(
    children.flatMap((child): PhrasingItem[] =>
      child.type === 'html' ? htmlItems(child, reading) : [child],
    ),
  );
}

/** Elements inside elements beyond this are left as text. */
const deepest = 40;

interface OpenTag {
  readonly tag: Tag;
  /** Where its placeholder stands in the output. */
  readonly index: number;
}

/**
 * Matches start and end tags. A start tag stands in the output as text until its end tag
 * turns it and all behind it into one node, so a tag without its other half stays readable.
 */
export function pairTags(items: readonly PhrasingItem[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  const open: OpenTag[] = [];
  const gaps = new Set<PhrasingContent>();
  for (const item of items) {
    if (!('kind' in item)) out.push(item);
    else if (item.kind === 'open') openTag(item, out, open, gaps);
    else closeTag(item, out, open, gaps);
  }
  for (const { tag, index } of open)
    if (isMedia(tag) && mediaAddress(tag.attributes) !== undefined)
      out[index] = mediaLink(tag, at(tag.start, tag.end));
  return mergeText(withoutGaps(out, gaps));
}

function isMedia({ name }: Tag): boolean {
  return tagRole(name).role === 'media';
}

function openTag(tag: Tag, out: PhrasingContent[], open: OpenTag[], gaps: Set<PhrasingContent>): void {
  const { role } = tagRole(tag.name);
  const position = at(tag.start, tag.end);
  if (tag.name === 'source') giveSource(tag, open);
  if (role === 'break') out.push({ type: 'break', position });
  else if (role === 'image') out.push(imageOf(tag));
  else if (role === 'block' || role === 'rule') pushGap(tag, out, gaps);
  else if (role === 'media' && (tag.selfClosing || tag.name === 'embed')) out.push(mediaLink(tag, position));
  else if (role !== 'silent' && role !== 'wrapper' && !tag.selfClosing) {
    if (open.length < deepest) open.push({ tag, index: out.length });
    out.push({ type: 'text', value: tag.raw, position });
  }
}

function closeTag(tag: Tag, out: PhrasingContent[], open: OpenTag[], gaps: Set<PhrasingContent>): void {
  const { role } = tagRole(tag.name);
  if (role === 'block') pushGap(tag, out, gaps);
  if (role === 'block' || role === 'silent' || role === 'wrapper' || role === 'image') return;
  if (tag.name === 'embed') return;
  const from = open.findLastIndex((entry) => entry.tag.name === tag.name);
  const start = open[from];
  if (start === undefined) {
    const position = at(tag.start, tag.end);
    if (role === 'break' || role === 'rule') out.push({ type: 'break', position });
    else if (role !== 'link') out.push({ type: 'text', value: tag.raw, position });
    return;
  }
  open.length = from;
  const inner = mergeText(withoutGaps(out.splice(start.index).slice(1), gaps));
  for (const node of wrapPhrasing(start.tag, tag, inner)) out.push(node);
}

/** A block's edge inside a line: a line break, if there is something on both sides of it. */
function pushGap(tag: Tag, out: PhrasingContent[], gaps: Set<PhrasingContent>): void {
  const gap: PhrasingContent = { type: 'break', position: at(tag.start, tag.end) };
  gaps.add(gap);
  out.push(gap);
  if (tag.kind === 'open' && tag.name === 'li')
    out.push({ type: 'text', value: '• ', position: at(tag.start, tag.end) });
}

function withoutGaps(nodes: PhrasingContent[], gaps: ReadonlySet<PhrasingContent>): PhrasingContent[] {
  if (gaps.size === 0) return nodes;
  const last = nodes.findLastIndex((node) => !isBlank(node, gaps));
  let seen: 'nothing' | 'words' | 'gap' = 'nothing';
  return nodes.filter((node, index) => {
    if (!gaps.has(node)) {
      if (!isBlank(node, gaps)) seen = 'words';
      return true;
    }
    const kept = seen === 'words' && index < last;
    if (kept) seen = 'gap';
    return kept;
  });
}

function isBlank(node: PhrasingContent, gaps: ReadonlySet<PhrasingContent>): boolean {
  return gaps.has(node) || (node.type === 'text' && node.value.trim() === '');
}

/** The node that a pair of tags makes of what is between them; the bare content where it makes none. */
export function wrapPhrasing(start: Tag, end: Tag, children: PhrasingContent[]): PhrasingContent[] {
  const role = tagRole(start.name);
  const position = at(start.start, end.end);
  if (role.role === 'markdown') return [{ type: role.name, children, position }];
  if (role.role === 'code') return inlineCode(children, position);
  if (role.role === 'element') return element(start, role.name, children, position);
  if (start.name === 'object' && mediaAddress(start.attributes) === undefined) return children;
  if (role.role === 'media') return [mediaLink(start, position)];
  if (role.role === 'reading') return start.name === 'rp' ? [] : inBrackets(children, position);
  const url = start.attributes.get('href')?.trim();
  if (role.role !== 'link' || url === undefined || !isSafeUrl(url)) return children;
  return [
    {
      type: 'link',
      url,
      title: start.attributes.get('title') ?? null,
      children: children as never[],
      position,
    },
  ];
}

/** `<source src>` says what the recording around it is. */
function giveSource(source: Tag, open: OpenTag[]): void {
  const last = open.at(-1);
  const src = source.attributes.get('src');
  if (last === undefined || src === undefined || tagRole(last.tag.name).role !== 'media') return;
  if (last.tag.attributes.has('src')) return;
  const attributes = new Map([...last.tag.attributes, ['src', src]]);
  open[open.length - 1] = { ...last, tag: { ...last.tag, attributes } };
}

/**
 * A recording is not played on a slide, and no other page shown: a link leads to it, called by its title, its file or
 * its host. What stands inside is for programs that know no recordings.
 */
function mediaLink({ attributes, name }: Tag, position: Position): PhrasingContent {
  const url = mediaAddress(attributes);
  const value =
    attributes.get('title')?.trim() ||
    attributes.get('aria-label')?.trim() ||
    (url && nameOf(url, name)) ||
    name;
  const label: PhrasingContent = { type: 'text', value, position };
  return url === undefined
    ? label
    : { type: 'link', url, title: null, children: [label] as never[], position: { ...position } };
}

/** What is shown of a page is known by its host, a recording or a file by its name. */
function nameOf(url: string, tag: string): string | undefined {
  const file = url
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1);
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1];
  const isPage = tag === 'iframe' || !/\.\w{2,5}$/.test(file ?? '');
  return isPage && host !== undefined ? host : file;
}

/** How a word is read, behind it: `<rp>` has the same brackets for those who see no ruby. */
function inBrackets(children: PhrasingContent[], position: Position): PhrasingContent[] {
  const [start, end] = [position.start.offset ?? 0, position.end.offset ?? 0];
  return [
    { type: 'text', value: '(', position: at(start, start) },
    ...children,
    { type: 'text', value: ')', position: at(end, end) },
  ];
}

/** Code holds letters only, so a picture or formula inside makes it ordinary text. */
function inlineCode(children: PhrasingContent[], position: Position): PhrasingContent[] {
  const value = plainText(children);
  return value === '' ? children : [{ type: 'inlineCode', value, position }];
}

type ElementNode = Extract<PhrasingContent, { type: 'element' }>;

function element(
  tag: Tag,
  name: ElementNode['name'],
  children: PhrasingContent[],
  position: Position,
): PhrasingContent[] {
  const dir = directionOf(tag);
  if (name === 'span' && dir === undefined) return children;
  const node: ElementNode = { type: 'element', name: name === 'span' ? 'bdi' : name, children, position };
  const title = tag.attributes.get('title')?.trim();
  if (dir !== undefined) node.dir = dir;
  if (name === 'abbr' && title) node.title = title;
  return [node];
}

/** The `dir` attribute, where it says one of the two directions. */
export function directionOf(tag: Tag): 'ltr' | 'rtl' | undefined {
  const dir = tag.attributes.get('dir')?.toLowerCase();
  return dir === 'rtl' || dir === 'ltr' ? dir : undefined;
}

/** `<img src alt title>` as Markdown's own picture. */
export function imageOf(tag: Tag): Image {
  return {
    type: 'image',
    url: tag.attributes.get('src')?.trim() ?? '',
    alt: tag.attributes.get('alt') ?? '',
    title: tag.attributes.get('title') ?? null,
    position: at(tag.start, tag.end),
  };
}

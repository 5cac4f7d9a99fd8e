import type { PhrasingContent } from 'mdast';
import { mergeText } from '../markdown/merge-text.ts';
import { at } from '../markdown/positions.ts';
import type { Reading } from '../reading.ts';
import { htmlItems, type Tag } from './html-items.ts';
import { imageOf } from './image-of.ts';
import { roleOf } from './tags.ts';
import { wrapPhrasing } from './wrap-phrasing.ts';

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

interface Open {
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
  const open: Open[] = [];
  const gaps = new Set<PhrasingContent>();
  for (const item of items) {
    if (!('kind' in item)) out.push(item);
    else if (item.kind === 'open') openTag(item, out, open, gaps);
    else closeTag(item, out, open, gaps);
  }
  return mergeText(withoutGaps(out, gaps));
}

function openTag(tag: Tag, out: PhrasingContent[], open: Open[], gaps: Set<PhrasingContent>): void {
  const { role } = roleOf(tag.name);
  const position = at(tag.start, tag.end);
  if (role === 'break') out.push({ type: 'break', position });
  else if (role === 'image') out.push(imageOf(tag));
  else if (role === 'block' || role === 'rule') pushGap(tag, out, gaps);
  else if (role !== 'silent' && role !== 'wrapper' && !tag.selfClosing) {
    if (open.length < deepest) open.push({ tag, index: out.length });
    out.push({ type: 'text', value: tag.raw, position });
  }
}

function closeTag(tag: Tag, out: PhrasingContent[], open: Open[], gaps: Set<PhrasingContent>): void {
  const { role } = roleOf(tag.name);
  if (role === 'block') pushGap(tag, out, gaps);
  if (role === 'block' || role === 'silent' || role === 'wrapper' || role === 'image') return;
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

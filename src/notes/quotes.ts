import type { Blockquote, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { limits } from '../diagnostics/index.ts';
import type { Block, Callout } from './block.ts';
import { sliceText, splitFirstLine, textOffsets } from './markdown/source-text.ts';
import { at, endOf, startOf } from './markdown/tree.ts';
import { plainText } from './plain-text.ts';
import type { Reading } from './reading.ts';
import { speakerNoteNames } from './slide-tools/labelled-notes.ts';

/** Quotes that are something else: `> [!tip]` a callout, `> Note:` a presenter note. Empty ones go. */
export function readQuotes(children: RootContent[], reading: Reading): RootContent[] {
  if (!children.some((child) => child.type === 'blockquote')) return children;
  return children.flatMap((child) => (child.type === 'blockquote' ? readQuote(child, reading) : [child]));
}

/** Kinds of callouts that the audience does not see. */
const forSpeaker = /^(?:speaker|presenter)(?:s?[-_]?notes?)?$/;

function readQuote(quote: Blockquote, reading: Reading): RootContent[] {
  if (quote.children.length === 0) return [];
  const callout = calloutOf(quote, reading.source.text);
  if (callout !== undefined && !forSpeaker.test(callout.calloutKind)) return [callout];
  const note = callout ? opened(callout) : noteOf(quote, reading.source.text);
  if (note === undefined) return [quote];
  const span = { path: reading.source.path, start: startOf(quote), end: endOf(quote) };
  if (note.length > 0) reading.presenterNotes.push({ blocks: note, span });
  return [];
}

/** `[!note]`, with Obsidian's fold marker and GitHub's line end behind it. */
const marker = /^\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*/;

/** The callout that a quote is, if its first line says so. */
export function calloutOf(quote: Blockquote, source: string): Callout | undefined {
  const [paragraph, ...others] = quote.children;
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || first?.type !== 'text') return undefined;
  const found = marker.exec(first.value);
  if (found === null) return undefined;
  const rest = sliceText(first, found[0].length, first.value.length, textOffsets(first, source));
  const words = splitFirstLine([...(rest ? [rest] : []), ...paragraph.children.slice(1)], source);
  const start = words.rest[0]?.position?.start.offset ?? endOf(paragraph);
  const body = { ...paragraph, children: words.rest, position: at(start, endOf(paragraph)) };
  return {
    type: 'callout',
    calloutKind: (found[1] as string).toLowerCase(),
    title: words.line,
    children: words.rest.length > 0 ? [body, ...others] : others,
    ...(quote.position ? { position: quote.position } : {}),
  };
}

const words = `(?:${speakerNoteNames}|(?:speaker |presenter )?notes?)`;
const withColon = new RegExp(`^\\s*${words}\\s*[:：]\\s*$`, 'iu');
const label = new RegExp(`^\\s*${words}\\s*$`, 'iu');
const colon = /^\s*[:：]\s*/;
const opening = new RegExp(`^\\s*${words}\\s*[:：]\\s*`, 'iu');

/** What a `> Note:` quote says, without the marker; undefined when it is an ordinary quote. */
export function noteOf(quote: Blockquote, source: string): Block[] | undefined {
  const [paragraph, ...others] = quote.children;
  if (paragraph?.type !== 'paragraph') return undefined;
  const rest = behindMarker(paragraph.children, source);
  if (rest === undefined) return undefined;
  const first = rest[0];
  if (first === undefined) return others;
  return [{ ...paragraph, children: rest, position: at(startOf(first), endOf(paragraph)) }, ...others];
}

function behindMarker(children: readonly PhrasingContent[], source: string): PhrasingContent[] | undefined {
  const [first, second] = children;
  if (first?.type === 'text') return cutStart(children, opening, source);
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined;
  const text = plainText([first]);
  if (withColon.test(text)) return cutStart(children.slice(1), /^\s*/, source);
  if (label.test(text) && second?.type === 'text') return cutStart(children.slice(1), colon, source);
  return undefined;
}

/** Without what the pattern finds at the start of the first text. */
function cutStart(
  children: readonly PhrasingContent[],
  pattern: RegExp,
  source: string,
): PhrasingContent[] | undefined {
  const first = children[0];
  if (first?.type !== 'text') return first === undefined || pattern.test('') ? [...children] : undefined;
  const found = pattern.exec(first.value);
  if (found === null) return undefined;
  const rest = sliceText(first, found[0].length, first.value.length, textOffsets(first, source));
  return [...(rest ? [rest] : []), ...children.slice(1)];
}

/** A name, and perhaps a comma or bracket and more. */
const nameLine =
  /^\p{Lu}[^\s,(]*(?: (?:[\p{Lu}#][^\s,(]*|of|the|von|van|der|de|la|du|di|da|del|bin|al|&)){0,5}(?:,? ?\(.*|, .*)?$/u;
/** Characters of such a line, at most. */
const longestName = 100;

/** On a slide that is a quotation with one line below it, a name in that line says whose words they are, without a dash. */
export function markSources(blocks: readonly RootContent[]): readonly RootContent[] {
  const endsSlide = (block: RootContent | undefined): boolean =>
    block === undefined || block.type === 'thematicBreak';
  return blocks.map((block, at) => {
    if (block.type !== 'paragraph' || blocks[at - 1]?.type !== 'blockquote' || !endsSlide(blocks[at + 1]))
      return block;
    const first = blocks[at - 2];
    if (!endsSlide(first?.type === 'heading' ? blocks[at - 3] : first)) return block;
    const text = plainText([block]).trim();
    const isName = text.length < longestName && nameLine.test(text) && !/[.!?…:]$/u.test(text);
    return isName ? { ...block, data: { ...block.data, isSource: true } } : block;
  });
}

/**
 * A callout inside too many others is set as what it holds: each has a frame and a head of its own, and
 * eight of them are higher than a slide, whatever is in them.
 */
export function flattenCallouts(node: Nodes, depth = 0): void {
  if (!('children' in node)) return;
  const inside = node.type === 'callout' ? depth + 1 : depth;
  for (const child of node.children) flattenCallouts(child, inside);
  if (inside < limits.calloutDepth || !node.children.some(({ type }) => type === 'callout')) return;
  const children = (node.children as RootContent[]).flatMap((child) =>
    child.type === 'callout' ? (opened(child) as RootContent[]) : [child],
  );
  node.children = children as never[];
}

/** What it holds, below its title. */
function opened({ title, children }: Callout): Callout['children'] {
  const [first, last] = [title[0], title.at(-1)];
  if (!first || !last) return children;
  const position = at(startOf(first), endOf(last));
  const head: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children: title, position }],
    position,
  };
  return [head, ...children];
}

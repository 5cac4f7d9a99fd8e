// Minutes say who speaks: "Ada: the mole has to go". A name says nothing of what is said.
import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { leadIn } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { reasonOf } from './topic.ts';

/** A speaker who speaks again, a recurring label: the name says too little on the first slide as well. */
export function isOwnName({ titleReason = '' }: Pick<Segment, 'titleReason'>): boolean {
  return [reasonOf['lead-in'], reasonOf.part].some((reason) => titleReason.startsWith(reason));
}

/** One word that words are said behind. */
const name = /^[\p{L}\p{M}'’-]+$/u;

/** Times that somebody speaks in a section from which it is a conversation: all such names are speakers then. */
const fewest = 2;

/** The names that slides of a section have for a title, where its notes are a conversation. */
export function speakersOf(segments: readonly Segment[]): ReadonlySet<string> {
  const titles = segments.filter(isOwnName).map(({ title }) => plainText(title));
  const own = titles.filter((title) => name.test(title));
  if (own.length === 0) return new Set();
  const counts = new Map<string, number>();
  for (const said of [...own, ...segments.flatMap(({ blocks }) => blocks.flatMap(namesBefore))]) {
    if (name.test(said)) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return new Set([...counts.values()].some((count) => count >= fewest) ? own : []);
}

function namesBefore(block: Nodes): readonly string[] {
  if (block.type === 'list' || block.type === 'listItem')
    return (block.children as readonly Nodes[]).flatMap(namesBefore);
  if (block.type !== 'paragraph') return [];
  const lead = leadIn(block.children as Phrasing[]);
  const [, ...lines] = plainText([block]).split('\n');
  const inLines = lines.flatMap((line) => /^\s*([\p{L}\p{M}'’-]+): /u.exec(line)?.[1] ?? []);
  return [...(lead ? [plainText(lead.term).trim()] : []), ...inLines];
}

/**
 * A name that a slide would have alone begins what is said on it, below the title of what that belongs to. Speakers
 * that what is said answers are no title either.
 */
export function asSaid(title: string, segment: Segment, speakers: ReadonlySet<string>): Segment {
  const at = segment.marker.findLastIndex(({ text }) => !speakers.has(text));
  const parent = segment.marker[at];
  const [first, ...others] = segment.blocks;
  const isName = isOwnName(segment) && plainText(segment.title) === title;
  const said = first && saidBy(segment.title, first);
  if (!isName || !parent || parent.text.includes('…') || !said) return segment;
  return {
    ...segment,
    title: [{ type: 'text', value: parent.text }],
    titleReason: reasonOf.heading,
    heading: parent.span,
    marker: segment.marker.slice(0, at),
    blocks: [said, ...others],
  };
}

/** The block with the name before its first words; nothing where it begins with none. */
function saidBy(title: Segment['title'], first: Block): Block | undefined {
  if (first.type === 'paragraph') return named(title, first);
  const [item, ...items] = first.type === 'list' ? first.children : [];
  const [line, ...below] = item?.children ?? [];
  if (first.type !== 'list' || !item || line?.type !== 'paragraph') return undefined;
  return { ...first, children: [{ ...item, children: [named(title, line), ...below] }, ...items] };
}

function named(title: Segment['title'], first: Paragraph): Paragraph {
  const words: PhrasingContent[] = [
    { type: 'strong', children: [...title] as PhrasingContent[] },
    { type: 'text', value: ': ' },
  ];
  return { ...first, children: [...words, ...first.children] };
}

import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { at, endOf, startOf } from './markdown/positions.ts';
import { splitLines } from './markdown/split-line.ts';
import type { Field } from './notes.ts';
import { plainText } from './plain-text.ts';
import { cutText, fieldOf } from './title-block/fields.ts';

const property = /^\s*([\w.-]{1,40})::(?:\s+|$)/;

/** What Logseq keeps for itself: how it shows a block, and what the block is called. */
const ownKeys =
  /^(?:id|collapsed|heading|background-color|public|filters|icon|template(?:-including-parent)?|exclude-from-graph-view|created-at|updated-at|(?:logseq|hl|ls|card)[.-].*)$/;

/** Properties that say something about the talk, as front matter does. */
const talkKeys =
  /^(?:title|subtitle|authors?|speakers?|presenters?|date|event|conference|place|location|lang|language)$/;

/** Paragraphs without the lines that are Logseq's own. */
export function withoutOwnProperties(blocks: RootContent[], source: string): RootContent[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph' || !plainText([block]).includes('::')) return [block];
    const lines = splitLines(block.children, source).filter((line) => line.length > 0);
    const kept = lines.filter((line) => !ownKeys.test(keyOf(line) ?? ''));
    if (kept.length === lines.length) return [block];
    return kept.length === 0 ? [] : [{ ...block, children: joined(kept) }];
  });
}

/** The properties above everything else: those of the talk as fields, the rest stays. */
export function pageProperties(
  blocks: readonly RootContent[],
  source: Source,
): { readonly fields: ReadonlyMap<string, readonly Field[]>; readonly rest: readonly RootContent[] } {
  const [first, ...others] = blocks;
  const fields = new Map<string, readonly Field[]>();
  const lines = first?.type === 'paragraph' ? splitLines(first.children, source.text) : [];
  if (first?.type !== 'paragraph' || !lines.every((line) => keyOf(line) !== undefined))
    return { fields, rest: blocks };
  const kept = lines.filter((line) => {
    const key = (keyOf(line) ?? '').toLowerCase();
    const field = talkKeys.test(key) ? fieldOf(cutText(line, 0, property, source.text), source) : undefined;
    if (field !== undefined && !fields.has(key)) fields.set(key, [field]);
    return field === undefined || fields.get(key)?.[0] !== field;
  });
  return { fields, rest: kept.length === 0 ? others : [shortened(first, kept), ...others] };
}

function keyOf(line: readonly PhrasingContent[]): string | undefined {
  return line[0]?.type === 'text' ? property.exec(line[0].value)?.[1] : undefined;
}

function shortened(block: Paragraph, lines: readonly PhrasingContent[][]): Paragraph {
  return { ...block, children: joined(lines) };
}

function joined(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, index) => {
    const [before, first] = [lines[index - 1]?.at(-1), line[0]];
    if (before === undefined || first === undefined) return line;
    return [{ type: 'break' as const, position: at(endOf(before), startOf(first)) }, ...line];
  });
}

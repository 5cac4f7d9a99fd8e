import type { PhrasingContent, RootContent } from 'mdast';
import { sliceText, textOffsets } from '../markdown/text-offsets.ts';

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

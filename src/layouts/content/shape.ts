import type { Code, Paragraph } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';

/** Blocks of one type among others. */
export function blocksOfType<T extends Block['type']>(
  blocks: readonly Block[],
  type: T,
): readonly Extract<Block, { type: T }>[] {
  return blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);
}

/** A paragraph short enough to introduce or explain something else on the slide, in letters. */
export function isShortParagraph(block: Block, letters = 200): block is Paragraph {
  return block.type === 'paragraph' && plainText([block]).length <= letters;
}

/** What stands beside a table, a formula or a listing that is the matter of its slide. */
export function isIntroduction(block: Block): boolean {
  return block.type === 'heading' || isShortParagraph(block);
}

/** Letters in the blocks, as a rough measure of how much there is to read. */
export function letters(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + plainText([block]).length, 0);
}

/** Nothing but a link: an address has nothing to say beside other things. */
export function isAddress(blocks: readonly Block[]): boolean {
  const [only, ...rest] = blocks;
  if (only?.type !== 'paragraph' || rest.length > 0) return false;
  return only.children.every(
    (word) => word.type === 'link' || (word.type === 'text' && word.value.trim() === ''),
  );
}

/** A diagram in Mermaid's language. */
export function isDiagram(block: Block): block is Code {
  return block.type === 'code' && block.lang === 'mermaid';
}

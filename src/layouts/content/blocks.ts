import type { Code, Paragraph } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';

/** Blocks of one type among others. */
export function blocksOfType<T extends Block['type']>(
  blocks: readonly Block[],
  type: T,
): readonly Extract<Block, { type: T }>[] {
  return blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);
}

/** A paragraph short enough to introduce or explain something else on the slide, in characters. */
export function isShortParagraph(block: Block, longest = 200): block is Paragraph {
  return block.type === 'paragraph' && plainText([block]).length <= longest;
}

/** Whether a block may stand beside the table, formula or listing that its slide is about. */
export function isIntroduction(block: Block): boolean {
  return block.type === 'heading' || isShortParagraph(block);
}

/** Characters in the blocks, as a rough measure of how much there is to read. */
export function textLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + plainText([block]).length, 0);
}

/** Whether there is only a link: an address alone says too little to stand beside other things. */
export function isAddress(blocks: readonly Block[]): boolean {
  const [only, ...rest] = blocks;
  if (only?.type !== 'paragraph' || rest.length > 0) return false;
  return only.children.every(
    (word) => word.type === 'link' || (word.type === 'text' && word.value.trim() === ''),
  );
}

/** Whether a block is a diagram in Mermaid's language. */
export function isDiagram(block: Block): block is Code {
  return block.type === 'code' && block.lang === 'mermaid';
}

/** Titles under which terms are explained, by a word in them. */
const explains =
  /(?<!\p{L})(?:glossary|terms?|terminology|vocabulary|definitions?|notation|abbreviations|acronyms|jargon|words|glossar|begriffe|definitionen|abkürzungen|glossaire|définitions|vocabulaire|glosario|definiciones|términos|glossário|definições|termini|definizioni|термины|определения|مصطلحات|מונחים)(?!\p{L})|用語|术语|術語|용어/iu;

/** Whether the title says that terms are explained below it. */
export function isGlossary(title: string): boolean {
  return explains.test(title);
}

import type { Box } from '../layouts/index.ts';
import { type Block, plainText } from '../notes/index.ts';

/** Does a box show every letter of the blocks? A layout that a hint forces on other content may not. */
export function containsAllText(box: Box, blocks: readonly Block[]): boolean {
  return lettersOf(boxText(box)) >= lettersOf(plainText(blocks));
}

function boxText(box: Box): string {
  switch (box.kind) {
    case 'flow':
      return plainText(box.blocks);
    case 'line':
      return plainText(box.content);
    case 'bar':
    case 'marks':
      return '';
    default:
      return box.boxes.map(boxText).join('\n');
  }
}

/** Letters and digits; punctuation between a term and its meaning may go. */
function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

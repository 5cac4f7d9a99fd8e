// Pictures that stand behind or beside a whole slide are written anywhere on it, above its heading too.
import type { RootContent } from 'mdast';
import { startOf } from '../markdown/tree.ts';
import type { Reading } from '../reading.ts';

/** The blocks with such pictures behind all else on their slide, as the words that they belong to stand before them. */
export function slidePictures(blocks: readonly RootContent[], reading: Reading): readonly RootContent[] {
  if (!reading.isDeck) return blocks;
  const out: RootContent[] = [];
  let waiting: RootContent[] = [];
  const endsSlide = blocks.some(({ type }) => type === 'thematicBreak') ? 'thematicBreak' : 'heading';
  let isAtHead = true;
  for (const [at, block] of blocks.entries()) {
    const isBehind =
      isPicture(block) && (isBackground(block, reading) || (isAtHead && blocks[at + 1]?.type === 'heading'));
    if (isBehind) waiting.push(block);
    else {
      if (block.type === endsSlide && !isAtHead) {
        out.push(...waiting);
        waiting = [];
      }
      out.push(block);
      isAtHead = block.type === 'thematicBreak';
    }
  }
  return [...out, ...waiting];
}

function isPicture(block: RootContent): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.some(({ type }) => type === 'image') &&
    block.children.every(
      (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
    )
  );
}

/** As Marp and Deckset have it: `![bg left](kite.png)`, `![left](kite.png)`. */
function isBackground(block: RootContent, { tool, source }: Reading): boolean {
  const written = source.text.slice(startOf(block), startOf(block) + 200);
  if (tool === 'marp') return /^!\[(?:[^\]\n]*\s)?bg[\s\]]/.test(written);
  return (
    tool === 'deckset' &&
    /^!\[(?!inline)(?:[^\]\n]*\s)?(?:left|right|fit|filtered|original)[\s\]]/.test(written)
  );
}

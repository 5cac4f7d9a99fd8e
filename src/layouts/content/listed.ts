import type { List, Paragraph } from 'mdast';
import type { Block } from '../../notes/index.ts';
import type { Box } from '../layout.ts';
import { isShortParagraph } from './shape.ts';

/** A list with a sentence before it, a sentence after it, or both. */
export interface Listed {
  readonly before: readonly Paragraph[];
  readonly list: List;
  readonly after: readonly Paragraph[];
}

/** Nothing when the blocks are anything else. */
export function readListed(blocks: readonly Block[]): Listed | undefined {
  const at = blocks.findIndex(({ type }) => type === 'list');
  const list = blocks[at];
  const [before, after] = [blocks.slice(0, at), blocks.slice(at + 1)];
  if (list?.type !== 'list' || before.length > 1 || after.length > 1) return undefined;
  if (!before.every((block) => isShortParagraph(block)) || !after.every((block) => isShortParagraph(block)))
    return undefined;
  return { before: before as readonly Paragraph[], list, after: after as readonly Paragraph[] };
}

/** The list in its layout, with the sentences above and below it. */
export function withSentences(box: Box, { before, after }: Listed): Box {
  if (before.length === 0 && after.length === 0) return box;
  const sentence = (blocks: readonly Paragraph[]): Box[] =>
    blocks.length === 0 ? [] : [{ kind: 'flow', class: 'sentence', style: 'body', blocks }];
  return {
    kind: 'stack',
    class: 'listed',
    gap: 'medium',
    boxes: [...sentence(before), box, ...sentence(after)],
  };
}

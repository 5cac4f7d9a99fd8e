import type { Blockquote } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Longest quotation that is set large, in letters. */
const longest = 360;

/** A quotation and who said it. */
export const quote: Layout = {
  name: 'quote',
  purpose: 'a quotation, with who said it',
  slots: ['quotation', 'attribution'],
  overflow: 'whole',
  suits: ({ blocks }) => {
    const parts = readQuote(blocks);
    if (!parts || plainText(parts.quotation).length > longest) return undefined;
    return {
      score: 0.85,
      reason: parts.attribution ? 'a quotation with its source' : 'a quotation by itself',
    };
  },
  isFor: ({ blocks }) => readQuote(blocks) !== undefined,
  arrange: ({ blocks }: Content): Box => {
    const parts = readQuote(blocks) ?? { quotation: blocks, attribution: undefined };
    return {
      kind: 'stack',
      class: 'quote',
      gap: 'medium',
      boxes: [
        { kind: 'flow', class: 'quotation', style: 'quote', blocks: parts.quotation },
        ...(parts.attribution
          ? [{ kind: 'line', class: 'attribution', style: 'meta', content: parts.attribution } as const]
          : []),
      ],
    };
  },
};

interface QuoteParts {
  readonly quotation: readonly Block[];
  readonly attribution: readonly Phrasing[] | undefined;
}

/** A block quote of paragraphs alone; a last line that begins with a dash says who said it. */
function readQuote(blocks: readonly Block[]): QuoteParts | undefined {
  const [first, second, ...rest] = blocks;
  if (first?.type !== 'blockquote' || rest.length > 0 || !isPlain(first)) return undefined;
  const inside = first.children as Block[];
  const last = inside.at(-1);
  if (second) return isAttribution(second) ? { quotation: inside, attribution: second.children } : undefined;
  if (inside.length > 1 && last && isAttribution(last)) {
    return { quotation: inside.slice(0, -1), attribution: last.children };
  }
  return { quotation: inside, attribution: undefined };
}

function isPlain(quotation: Blockquote): boolean {
  return quotation.children.length > 0 && quotation.children.every((child) => child.type === 'paragraph');
}

function isAttribution(block: Block): block is Extract<Block, { type: 'paragraph' }> {
  return (
    block.type === 'paragraph' &&
    /^\s*[-–—]{1,2}\s?\S/u.test(plainText([block])) &&
    plainText([block]).length < 100
  );
}

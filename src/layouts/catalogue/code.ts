import type { Block } from '../../notes/index.ts';
import { blocksOfType, isDiagram, isIntroduction, languageLabel } from '../content/index.ts';
import type { Box, Layout } from '../layout.ts';

/** Code, alone or with a sentence about it. */
export const code: Layout = {
  name: 'code',
  purpose: 'a block of code, with a sentence about it',
  slots: ['language', 'content'],
  overflow: 'flow',
  largest: 'sm',
  score: ({ blocks }) => {
    const listings = blocksOfType(blocks, 'code');
    if (listings.length === 0 || blocks.length > listings.length * 2) return undefined;
    if (listings.some(isDiagram)) return undefined;
    if (!blocks.every((block) => block.type === 'code' || isIntroduction(block))) return undefined;
    return {
      score: 0.8,
      reason: listings.length === 1 ? 'a block of code' : `${listings.length} blocks of code`,
    };
  },
  isFor: ({ blocks }) => blocksOfType(blocks, 'code').length > 0,
  arrange: ({ blocks }) => {
    const boxes = inBoxes(blocks);
    const [only, ...others] = boxes;
    if (only && others.length === 0) return only;
    return { kind: 'stack', class: 'listings', gap: 'medium', boxes };
  },
};

/** Listings under the name of their language; what stands between them as it is. */
function inBoxes(blocks: readonly Block[]): readonly Box[] {
  const boxes: Box[] = [];
  let plain: Block[] = [];
  const close = (): void => {
    if (plain.length > 0) boxes.push(flow(plain));
    plain = [];
  };
  for (const block of blocks) {
    const label = block.type === 'code' ? languageLabel(block.lang) : undefined;
    if (label === undefined) plain.push(block);
    else {
      close();
      boxes.push(listing(label, block));
    }
  }
  close();
  return boxes;
}

function listing(label: string, block: Block): Box {
  const language: Box = {
    kind: 'line',
    class: 'language',
    style: 'small',
    content: [{ type: 'element', name: 'span', class: 'added', children: [{ type: 'text', value: label }] }],
  };
  return { kind: 'stack', class: 'listing', gap: 'small', boxes: [language, flow([block])] };
}

function flow(blocks: readonly Block[]): Box {
  return { kind: 'flow', class: 'content', style: 'body', blocks };
}

import { besideBox, fitsBeside, readPictureWithText } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** A tall picture at the right, its text at the other side. */
export const imageRight: Layout = {
  name: 'image-right',
  purpose: 'a tall or square picture at the right, with a short text beside it',
  slots: ['picture', 'picture-caption', 'text'],
  overflow: 'whole',
  largest: 'xxl',
  fills: 'whole',
  score: ({ blocks }) => {
    const beside = readPictureWithText(blocks);
    if (!beside || !fitsBeside(beside)) return undefined;
    if (beside.first !== 'text') return { score: 0.8, reason: 'a tall picture with few words' };
    return { score: 0.88, reason: 'the words come first, and the picture that shows them stands beside' };
  },
  isFor: ({ blocks }) => readPictureWithText(blocks) !== undefined,
  arrange: ({ blocks }: Content): Box => {
    const beside = readPictureWithText(blocks);
    return beside ? besideBox(beside, 'right') : { kind: 'flow', class: 'text', style: 'body', blocks };
  },
};

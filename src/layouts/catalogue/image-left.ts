import { besideBox, fitsBeside, readPictureWithText } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** A tall picture at the left, its text at the other side. */
export const imageLeft: Layout = {
  name: 'image-left',
  purpose: 'a tall or square picture at the left, with a short text beside it',
  slots: ['picture', 'picture-caption', 'text'],
  overflow: 'whole',
  largest: 'xxl',
  fills: 'whole',
  score: ({ blocks }) => {
    const beside = readPictureWithText(blocks);
    if (!beside || !fitsBeside(beside)) return undefined;
    if (beside.first !== 'image') return { score: 0.8, reason: 'a tall picture with few words' };
    return { score: 0.88, reason: 'the picture comes first, and its few words stand beside it' };
  },
  isFor: ({ blocks }) => readPictureWithText(blocks) !== undefined,
  arrange: ({ blocks }: Content): Box => {
    const beside = readPictureWithText(blocks);
    return beside ? besideBox(beside, 'left') : { kind: 'flow', class: 'text', style: 'body', blocks };
  },
};

import type { Layout } from '../layout.ts';

/** The last slide: thanks, where to find more. */
export const closing: Layout = {
  name: 'closing',
  purpose: 'the last slide: thanks, contact, where to read on',
  slots: ['content'],
  overflow: 'flow',
  suits: ({ role, blocks }) =>
    role === 'closing' && blocks.length > 0
      ? { score: 0.75, reason: 'the notes end with thanks or links' }
      : undefined,
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'content', style: 'body', blocks }),
};

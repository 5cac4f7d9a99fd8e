import type { Layout } from '../layout.ts';

/** A divider: the section's title alone, large, before its slides. */
export const section: Layout = {
  name: 'section',
  purpose: 'a divider: the title of a section that goes on over several slides',
  slots: ['intro'],
  overflow: 'flow',
  largest: 'sm',
  score: ({ role }) =>
    role === 'divider' ? { score: 1, reason: 'a section of several slides begins' } : undefined,
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'intro', style: 'subtitle', blocks }),
};

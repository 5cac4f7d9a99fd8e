import type { Layout } from '../layout.ts';

/** What is to come, as numbered lines. */
export const agenda: Layout = {
  name: 'agenda',
  purpose: 'what is to come: the list between the title and the first section',
  slots: ['agenda'],
  overflow: 'flow',
  suits: ({ role }) =>
    role === 'agenda' ? { score: 1, reason: 'the notes say what is to come' } : undefined,
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'agenda', style: 'agenda', blocks }),
};

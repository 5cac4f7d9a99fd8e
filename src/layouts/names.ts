/** Every layout there is, in the order of the documentation. */
export const layoutNames = [
  'title',
  'agenda',
  'section',
  'bullets',
  'prose',
  'two-columns',
  'cards',
  'stats',
  'statement',
  'quote',
  'compare',
  'steps',
  'timeline',
  'definitions',
  'qa',
  'table',
  'code',
  'math',
  'image',
  'takeaways',
  'closing',
] as const;

export type LayoutName = (typeof layoutNames)[number];

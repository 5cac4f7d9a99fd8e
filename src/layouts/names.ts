/** Every layout there is, in the order of the documentation. */
export const layoutNames = [
  'title',
  'agenda',
  'section',
  'bullets',
  'prose',
  'two-columns',
  'stats',
  'statement',
  'quote',
  'compare',
  'steps',
  'definitions',
  'qa',
  'table',
  'code',
  'math',
  'image',
  'closing',
] as const;

export type LayoutName = (typeof layoutNames)[number];

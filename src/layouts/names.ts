/** How a slide's areas lie, as seen from the back of the room. */
type LayoutGeometry = 'lines' | 'columns' | 'rows' | 'sentence' | 'drawing';

/** Every layout there is, in the order of the documentation, with its geometry. */
const catalogue = {
  title: 'sentence',
  agenda: 'lines',
  section: 'sentence',
  bullets: 'lines',
  prose: 'lines',
  'two-columns': 'columns',
  cards: 'columns',
  stats: 'columns',
  statement: 'sentence',
  quote: 'sentence',
  compare: 'columns',
  steps: 'lines',
  timeline: 'columns',
  definitions: 'rows',
  qa: 'lines',
  table: 'rows',
  code: 'drawing',
  math: 'drawing',
  diagram: 'drawing',
  chart: 'drawing',
  image: 'drawing',
  'image-left': 'drawing',
  'image-right': 'drawing',
  gallery: 'columns',
  takeaways: 'lines',
  closing: 'lines',
} as const;

export type LayoutName = keyof typeof catalogue;

export const layoutNames: readonly LayoutName[] = Object.keys(catalogue) as LayoutName[];

/** Layouts of one geometry, one after the other, look like the same slide. */
export const geometries: Readonly<Record<LayoutName, LayoutGeometry>> = catalogue;

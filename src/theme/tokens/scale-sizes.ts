import type { Value } from '../evaluate.ts';

/** The steps of the type scale that are not computed from others. */
const sizes = [
  'body-size',
  'roomy-size',
  'compact-size',
  'title-size',
  'deck-title-size',
  'section-title-size',
  'subtitle-size',
  'meta-size',
  'figure-size',
  'large-figure-size',
  'statement-size',
  'quote-size',
  'agenda-size',
];

/** px; the type floor of the design for a slide 720 px high. */
const floor = 24;

/**
 * Sizes that follow from a `scale` or from a `body-size`: with one that is larger the roomy size
 * grows too, or slides with little on them would be set smaller than full ones.
 */
export function scaleSizes(
  given: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, Value>,
): Record<string, string> {
  const size = (name: string): number => values.get(`--${name}`)?.number ?? floor;
  const scale = Number(given.get('scale') ?? 1);
  const scaled = given.has('scale') ? sizes : [];
  const grown = given.has('body-size') ? ['roomy-size'] : [];
  const body = Number.parseFloat(given.get('body-size') ?? '') / size('body-size');
  const all = [
    ...scaled.map((name) => [name, size(name) * scale] as const),
    ...grown.map((name) => [name, size(name) * (Number.isFinite(body) ? body : 1)] as const),
  ];
  return Object.fromEntries(all.map(([name, px]) => [name, `${Math.max(floor, Number(px.toFixed(2)))}px`]));
}

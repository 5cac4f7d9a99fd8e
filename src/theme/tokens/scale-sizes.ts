import type { Value } from '../evaluate.ts';

/** The steps of the type scale that are not computed from others. */
const sizes = [
  'body-size',
  'body-size-md',
  'body-size-xs',
  'title-size',
  'title-size-xs',
  'deck-title-size',
  'deck-title-size-xs',
  'section-title-size',
  'subtitle-size',
  'meta-size',
  'figure-size',
  'large-figure-size',
  'statement-size',
  'quote-size',
  'large-quote-size',
  'agenda-size',
];

/** px; the type floor of the design for a slide 720 px high. */
const floor = 24;

/** Sizes for other bodySizes, which go along with the size that somebody sets. */
const companions: Readonly<Record<string, string>> = {
  'body-size': 'body-size-md',
  'title-size': 'title-size-xs',
  'deck-title-size': 'deck-title-size-xs',
};

/**
 * Sizes that follow from a `scale` or from another size: with larger body text the md size grows
 * too, or slides with little on them would be set smaller than full ones.
 */
export function scaleSizes(
  given: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, Value>,
): Record<string, string> {
  const size = (name: string): number => values.get(`--${name}`)?.number ?? floor;
  const scale = given.has('scale') ? Number(given.get('scale')) : undefined;
  const scaled = scale === undefined ? [] : sizes.map((name) => [name, size(name) * scale] as const);
  const along = Object.entries(companions).flatMap(([name, companion]) => {
    const set = Number.parseFloat(given.get(name) ?? '');
    return set > 0 ? [[companion, (size(companion) * set) / size(name)] as const] : [];
  });
  return Object.fromEntries(
    [...scaled, ...along].map(([name, px]) => [name, `${Math.max(floor, Number(px.toFixed(2)))}px`]),
  );
}

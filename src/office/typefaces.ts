// How office programs name the weights of a family: regular and bold are of one family, any other weight is a family of
// its own, named as the static files of Google Fonts are: `Sofia Sans ExtraBold`.

/** Names of weights in OpenType's `usWeightClass`; 400 and 700 have none. */
const weightNames: ReadonlyMap<number, string> = new Map([
  [100, 'Thin'],
  [200, 'ExtraLight'],
  [300, 'Light'],
  [500, 'Medium'],
  [600, 'SemiBold'],
  [800, 'ExtraBold'],
  [900, 'Black'],
]);

/** The name of a family in a weight, or undefined for regular and bold. */
export function weightFamily(family: string, weight: number): string | undefined {
  const name = weightNames.get(weight);
  return name === undefined ? undefined : `${family} ${name}`;
}

/** The family and the weight that a name says; a name without one says no weight. */
export function readTypeface(name: string): { readonly family: string; readonly weight?: number } {
  for (const [weight, suffix] of weightNames) {
    if (name.endsWith(` ${suffix}`)) return { family: name.slice(0, -suffix.length - 1), weight };
  }
  return { family: name };
}

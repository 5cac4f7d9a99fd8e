import type { ColourPair, ColourSnapshot } from '../browser/index.ts';
import type { Colours } from '../theme/index.ts';

/** A colour of text that does not read where it stands, with one that would. */
export interface TokenFault {
  /** The token to change; undefined when a rule of the theme has a colour of its own. */
  readonly token: string | undefined;
  readonly colour: string;
  readonly behind: string;
  /** "2.3:1". */
  readonly ratio: string;
  readonly needed: number;
  readonly layouts: readonly string[];
  readonly sample: string;
  readonly better: string | undefined;
}

type ColourTools = Pick<Colours, 'contrast' | 'contrastText' | 'readableOn'>;

/** WCAG 2.2, AA: 1.4.3 for text, 1.4.11 for what is drawn. */
const needed: Readonly<Record<ColourPair['kind'], number>> = { text: 4.5, large: 3, mark: 3 };

interface PlacedPair extends ColourPair {
  readonly layout: string;
}

/** One fault a colour, at its worst place; what is proposed reads in all its places. */
export function judgeContrast(
  slides: readonly ColourSnapshot[],
  colours: ColourTools,
): readonly TokenFault[] {
  const places = slides.flatMap(({ layout, pairs }) =>
    pairs.map((pair): PlacedPair => ({ ...pair, layout })),
  );
  const groups = new Map<string, PlacedPair[]>();
  for (const place of places) {
    const key = `${tokenOf(place)} ${place.colour}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()].flatMap((group) => judge(group, colours) ?? []);
}

function judge(
  group: readonly PlacedPair[],
  { contrast, contrastText, readableOn }: ColourTools,
): TokenFault | undefined {
  const ratioOf = ({ colour, behind }: PlacedPair): number => contrast(colour, behind);
  const shortfall = (place: PlacedPair): number => needed[place.kind] - ratioOf(place);
  const failing = group.filter((place) => shortfall(place) > 0);
  const worst = [...failing].sort((a, b) => shortfall(b) - shortfall(a))[0];
  if (!worst) return undefined;
  const strictest = Math.max(...group.map(({ kind }) => needed[kind]));
  return {
    token: tokenOf(worst),
    colour: worst.colour,
    behind: worst.behind,
    ratio: contrastText(worst.colour, worst.behind),
    needed: needed[worst.kind],
    layouts: [...new Set(failing.map(({ layout }) => layout))],
    sample: worst.sample,
    better: readableOn(worst.colour, [...new Set(group.map(({ behind }) => behind))], strictest),
  };
}

/** Areas of full colour, and the token of the text on each. */
const onAreas = [
  ['accent-fill', 'on-accent'],
  ['strong', 'on-strong'],
  ['second', 'on-second'],
] as const;

const behind: ReadonlySet<string> = new Set(['background', 'surface', 'tint']);

/** On an area of full colour its own token is what to change, even where `text` has the same value. */
function tokenOf({ tokens, behindTokens }: PlacedPair): string | undefined {
  const own = onAreas.find(([area, text]) => behindTokens.includes(area) && tokens.includes(text));
  return own?.[1] ?? tokens.find((name) => !behind.has(name));
}

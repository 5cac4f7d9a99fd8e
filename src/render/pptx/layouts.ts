// Which shapes of the slides fill which places of their layouts. Slides that Lectern sets alike share a layout: it has the
// places of the first of them, with its sizes, so that a slide that is reset stays what it was.
import type { DeckFrames, SlideFrame, SlideFrames, TextFrame } from '../../browser/index.ts';
import type { Placeholder } from './shapes.ts';

/** A layout of the file, with the slide that it is modelled on. */
export interface SlideLayout {
  readonly name: string;
  readonly kind: 'title' | 'other';
  readonly model: SlideFrames;
  readonly places: ReadonlyMap<SlideFrame, Placeholder>;
}

export interface LayoutPlan {
  readonly layouts: readonly SlideLayout[];
  /** Of each slide: which of the layouts it has, and which of its frames fill places of it. */
  readonly slides: readonly {
    readonly layout: number;
    readonly places: ReadonlyMap<SlideFrame, Placeholder>;
  }[];
}

/** Numbers of places, in one series for each type so that they fit whatever the slide holds. */
export const placeIndex = { subtitle: 1, footer: 11, number: 12, body: 13, picture: 63 } as const;

export function planLayouts(deck: DeckFrames): LayoutPlan {
  const layouts: SlideLayout[] = [];
  const known = new Map<string, number>();
  const names = new Set<string>();
  const slides = deck.slides.map((model) => {
    const places = placesOf(model);
    const key = keyOf(model, places);
    let layout = known.get(key);
    if (layout === undefined) {
      layout = layouts.length;
      known.set(key, layout);
      const kind = model.layout === 'title' ? 'title' : 'other';
      layouts.push({ name: nameOf(model, places, names), kind, model, places });
    }
    return { layout, places };
  });
  return { layouts, slides };
}

/** How many body texts and pictures a layout has places for: more of them are text boxes. */
const most = 40;

function placesOf({ layout, frames }: SlideFrames): ReadonlyMap<SlideFrame, Placeholder> {
  const places = new Map<SlideFrame, Placeholder>();
  const used = { title: 0, subtitle: 0, body: 0, picture: 0, footer: 0, number: 0 };
  for (const frame of frames) {
    const { role } = frame;
    if (frame.kind === 'picture' && role === 'body' && used.picture < most) {
      places.set(frame, { type: 'pic', index: placeIndex.picture + used.picture++ });
    }
    if (frame.kind !== 'text') continue;
    if (role === 'title' && used.title++ === 0) {
      places.set(frame, { type: layout === 'title' ? 'ctrTitle' : 'title' });
    } else if (role === 'subtitle' && used.subtitle++ === 0) {
      places.set(frame, { type: 'subTitle', index: placeIndex.subtitle });
    } else if (role === 'footer' && used.footer++ === 0) {
      places.set(frame, { type: 'ftr', index: placeIndex.footer });
    } else if (role === 'number' && used.number++ === 0) {
      places.set(frame, { type: 'sldNum', index: placeIndex.number });
    } else if ((role === 'body' || role === 'caption' || role === 'subtitle') && used.body < most) {
      places.set(frame, { type: 'body', index: placeIndex.body + used.body++ });
    }
  }
  return places;
}

/** Slides are alike when they have one composition, one ground, and as many places in about the same sizes. */
function keyOf(slide: SlideFrames, places: ReadonlyMap<SlideFrame, Placeholder>): string {
  const sizes = [...places].map(([frame, { type, index }]) => {
    const size = frame.kind === 'text' ? firstSize(frame) : 0;
    return `${type}${index ?? ''}:${size}`;
  });
  const ground = slide.background.kind === 'colour' ? slide.background.colour.rgb : 'picture';
  return [slide.layout, slide.composition ?? '', ground, ...sizes].join(' ');
}

function firstSize({ paragraphs }: TextFrame): number {
  return Math.round(paragraphs[0]?.style.size ?? 0);
}

/** `Bullets, rows, 3 texts`: as Lectern names it, with what tells it from others of the name. */
function nameOf(
  { layout, composition }: SlideFrames,
  places: ReadonlyMap<SlideFrame, Placeholder>,
  names: Set<string>,
): string {
  const texts = [...places.values()].filter(({ type }) => type === 'body').length;
  const words = [layout, composition ?? '', texts > 1 ? `${texts} texts` : ''].filter(Boolean).join(', ');
  const name = words.charAt(0).toUpperCase() + words.slice(1).replaceAll('-', ' ');
  let unique = name;
  for (let number = 2; names.has(unique); number++) unique = `${name} (${number})`;
  names.add(unique);
  return unique;
}

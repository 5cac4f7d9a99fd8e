// What is painted on a slide and where, read from the window: colours behind text, and those of drawings.
import { type ColourReader, createColourReader, hex, over, type Rgba } from './colours.ts';
import type { DrawingSnapshot } from './snapshots.ts';

/** In the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A layer of colour; `picture` where no one colour stands for it. */
type Layer = Rgba | 'picture';

/** What is painted where; `done` takes away what was put on the page to find it out. */
export interface SlidePaint {
  /** What is behind an element's own text at a point; undefined where that is a picture or a gradient. */
  behind(point: Point, element: Element): string | undefined;
  /** A colour as the element shows it over a ground. */
  colour(css: string, element: Element, ground?: string): string;
  /** The boxes of a drawing's shapes, and their fills and strokes with what is behind the drawing there. */
  shapes(drawing: Element): { boxes: readonly DOMRect[]; colours: DrawingSnapshot['colours'] };
  /** The colour found at most points of a grid over the slide. */
  ground(slide: DOMRect): string | undefined;
  done(): void;
}

export function readPaint(section: HTMLElement): SlidePaint {
  const rgba = createColourReader();
  // What takes no clicks would not be found at a point.
  const everything = document.createElement('style');
  everything.textContent =
    'svg[data-marpit-svg] :not(script, style) { pointer-events: visiblePainted !important } ' +
    'svg[data-marpit-svg] foreignObject :not(svg *) { pointer-events: auto !important }';
  document.head.append(everything);

  const layersAt = ({ x, y }: Point, above?: Element): readonly Layer[] => {
    const all = document.elementsFromPoint(x, y);
    const start = above ? all.indexOf(above) : 0;
    const below = start >= 0 ? all.slice(start) : ancestorsOf(above ?? section);
    return below
      .filter((element) => section.contains(element))
      .flatMap((element) => layersOf(element, { x, y }, element === above, rgba));
  };

  const mixed = (layers: readonly Layer[]): string | undefined => {
    const opaque = layers.findIndex((layer) => layer === 'picture' || layer[3] === 1);
    const seen = opaque < 0 ? layers : layers.slice(0, opaque + 1);
    let colour: Rgba = [255, 255, 255, 1];
    for (const layer of seen.toReversed()) {
      if (layer === 'picture') return undefined;
      colour = over(layer, colour);
    }
    return hex(colour);
  };

  const behind = (point: Point, element: Element): string | undefined => mixed(layersAt(point, element));

  const colour = (css: string, element: Element, ground = '#ffffff'): string => {
    const [r, g, b, a] = rgba(css);
    return hex(over([r, g, b, a * opacityOf(element, section)], rgba(ground)));
  };

  return {
    behind,
    colour,
    shapes: (drawing) => {
      const boxes: DOMRect[] = [];
      const colours = new Map<string, DrawingSnapshot['colours'][number]>();
      for (const shape of drawing.querySelectorAll(shapeNames)) {
        const paints = shapePaints(shape, rgba);
        const box = shape.getBoundingClientRect();
        if (paints.length === 0 || box.width + box.height === 0) continue;
        boxes.push(box);
        const ground = behind({ x: box.left + box.width / 2, y: box.top + box.height / 2 }, drawing);
        if (ground === undefined) continue;
        for (const css of paints) {
          const pair = { colour: colour(css, shape, ground), behind: ground };
          colours.set(`${pair.colour} ${ground}`, pair);
        }
      }
      return { boxes, colours: [...colours.values()] };
    },
    ground: ({ left, top, width, height }) => {
      const counts = new Map<string | undefined, number>();
      for (let row = 0.5; row < 9; row++) {
        for (let column = 0.5; column < 16; column++) {
          const found = mixed(layersAt({ x: left + (column / 16) * width, y: top + (row / 9) * height }));
          counts.set(found, (counts.get(found) ?? 0) + 1);
        }
      }
      return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
    },
    done: () => everything.remove(),
  };
}

const shapeNames = 'rect, path, circle, ellipse, line, polygon, polyline';

/** The fill and the stroke of a shape as CSS colours, where there are any that can be seen. */
function shapePaints(shape: Element, rgba: ColourReader): readonly string[] {
  const { fill, stroke, fillOpacity, strokeOpacity, visibility } = getComputedStyle(shape);
  if (visibility !== 'visible' || shape.closest('defs, clipPath, mask, marker, symbol')) return [];
  const paints = [
    { css: fill, opacity: Number(fillOpacity) },
    { css: stroke, opacity: Number(strokeOpacity) },
  ];
  return paints.flatMap(({ css, opacity }) => {
    if (css === 'none' || css.startsWith('url(')) return [];
    const [r, g, b, a] = rgba(css);
    return a * opacity === 0 ? [] : [`rgb(${r} ${g} ${b} / ${a * opacity})`];
  });
}

/** What an element paints at a point, from the top, its children and its text left out. */
function layersOf(element: Element, point: Point, isText: boolean, rgba: ColourReader): readonly Layer[] {
  if (element.matches('img, canvas, video')) return isText ? [] : ['picture'];
  const style = getComputedStyle(element);
  if (element instanceof SVGElement) {
    const isShape = element.matches('rect, path, circle, ellipse, polygon');
    if (!isShape || isText || style.fill === 'none') return [];
    const [r, g, b, a] = rgba(style.fill);
    return [[r, g, b, a * Number(style.fillOpacity) * Number(style.opacity)]];
  }
  const generated = (['::after', '::before'] as const).flatMap((name) => {
    const pseudo = getComputedStyle(element, name);
    return isBehind(pseudo, element, point) ? backgroundOf(pseudo, rgba) : [];
  });
  return [...generated, ...backgroundOf(style, rgba)];
}

function backgroundOf(
  { backgroundColor, backgroundImage }: CSSStyleDeclaration,
  rgba: ColourReader,
): Layer[] {
  const colour = rgba(backgroundColor);
  return [...(backgroundImage === 'none' ? [] : ['picture' as const]), ...(colour[3] > 0 ? [colour] : [])];
}

/** Whether a plate drawn by `::before` or `::after` lies at the point. One in the flow of text is none. */
function isBehind(pseudo: CSSStyleDeclaration, element: Element, { x, y }: Point): boolean {
  if (pseudo.content === 'none' || pseudo.content === 'normal' || pseudo.display === 'none') return false;
  if (pseudo.position !== 'absolute') return false;
  const [left, top, width, height] = [pseudo.left, pseudo.top, pseudo.width, pseudo.height].map(
    Number.parseFloat,
  );
  if (left === undefined || top === undefined || !width || !height) return false;
  const block = containingBlock(element);
  const outer = block.getBoundingClientRect();
  const scale = block.offsetWidth > 0 ? outer.width / block.offsetWidth : 1;
  const [dx, dy] = [
    (x - outer.left) / scale - block.clientLeft - left,
    (y - outer.top) / scale - block.clientTop - top,
  ];
  return dx >= 0 && dx <= width && dy >= 0 && dy <= height;
}

function containingBlock(element: Element): HTMLElement {
  let at = element as HTMLElement;
  while (getComputedStyle(at).position === 'static' && at.localName !== 'section' && at.parentElement)
    at = at.parentElement;
  return at;
}

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) found.push(at);
  return found;
}

function opacityOf(element: Element, section: HTMLElement): number {
  let opacity = 1;
  for (let at: Element | null = element; at && at !== section; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
}

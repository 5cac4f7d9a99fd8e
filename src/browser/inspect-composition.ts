// How a slide is composed: where each text and drawing stands, how large it is, and on what colour.
import { type ColourReader, createColourReader, createKindReader, hex, over, type Rgba } from './colours.ts';
import { inspectDom, isBlock, numberElements } from './dom-inspection.ts';
import type { Area, CompositionSnapshot, DrawingSnapshot, TextSnapshot } from './snapshots.ts';

/** The slide at an index of the page, from 0. What it stands on is read from the window, so it has to be in view. */
export function inspectComposition(index: number): CompositionSnapshot {
  const slide = document.querySelectorAll<SVGSVGElement>('svg[data-marpit-svg]')[index];
  const section = slide?.querySelector<HTMLElement>('section');
  if (!slide || !section) throw new Error(`the page has no slide ${index + 1}`);
  const { width, height } = slide.viewBox.baseVal;
  const { place, styleOf, isShown, scaleOf, wordsOf } = inspectDom({
    surface: slide,
    root: section,
    size: { width, height },
  });
  const paint = readPaint(section);
  const blockOf = numberElements();
  const kindOf = createKindReader(slide);
  const title = [...section.querySelectorAll('h1, h2')].find(
    (heading) => !heading.closest('header, footer') && isShown(heading),
  );

  const blockAround = (element: Element): Element => {
    let at = element;
    while (at !== section && !isBlock(styleOf(at)) && at.parentElement) at = at.parentElement;
    return at;
  };

  const textOf = (node: Text, element: HTMLElement): TextSnapshot | undefined => {
    const kind = kindOf(element);
    const lines = joinLines(wordsOf(node, element, kind === 'diagram' ? 'lines' : 'ink'));
    const [first] = lines;
    if (!first) return undefined;
    const style = styleOf(element);
    const behind = paint.behind(middleOf(node), element);
    const fill = kind === 'diagram' ? style.fill : style.color;
    return {
      text: node.data.replace(/\s+/g, ' '),
      block: blockOf(blockAround(element)),
      kind,
      place: title?.contains(element) ? 'title' : element.closest('header, footer') ? 'margin' : 'body',
      form: element.closest('li, dt, dd') ? 'item' : element.closest('p') ? 'paragraph' : 'other',
      size: Number.parseFloat(style.fontSize) * scaleOf(element),
      isBold: Number(style.fontWeight) >= 600,
      colour: paint.colour(fill, element, behind),
      ...(behind && { behind }),
      lines,
    };
  };

  const texts: TextSnapshot[] = [];
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !/\S/.test(node.textContent ?? '') || !isShown(element)) continue;
    const text = textOf(node as Text, element);
    if (text) texts.push(text);
  }

  // What lies above the title, a progress line, is no content.
  const titleTop = title ? place(title.getBoundingClientRect()).top : 0;
  const drawings: DrawingSnapshot[] = [];
  for (const element of section.querySelectorAll<HTMLElement | SVGElement>('img, svg, canvas, video')) {
    if (element.closest('.katex') || !isShown(element)) continue;
    if (element.parentElement?.closest('svg') !== slide) continue;
    const rect = element.getBoundingClientRect();
    if (rect.width === 0 || rect.height === 0) continue;
    const { boxes, colours } =
      element.localName === 'svg' ? paint.shapes(element) : { boxes: [rect], colours: [] };
    const areas = boxes.map(place);
    if (areas.length === 0) continue;
    const isAbove = areas.every(({ bottom }) => bottom <= titleTop);
    drawings.push({
      kind: element.localName === 'svg' ? 'drawing' : 'picture',
      areas,
      place: isAbove || element.closest('header, footer') ? 'margin' : 'body',
      colours,
    });
  }

  const ground = paint.ground(slide.getBoundingClientRect());
  paint.done();
  return {
    width,
    height,
    direction: styleOf(section).direction === 'rtl' ? 'rtl' : 'ltr',
    layout: section.classList[0] ?? '',
    ...(ground && { ground }),
    texts,
    drawings,
  };
}

/** The box of each line: words next to each other whose middles are within half a line. */
function joinLines(words: readonly { readonly areas: readonly Area[] }[]): Area[] {
  const lines: Area[] = [];
  for (const area of words.flatMap(({ areas }) => areas)) {
    const last = lines.at(-1);
    const middle = (area.top + area.bottom) / 2;
    const isSameLine = last && middle < last.bottom && middle > last.top;
    if (!isSameLine) lines.push(area);
    else
      lines[lines.length - 1] = {
        left: Math.min(last.left, area.left),
        top: Math.min(last.top, area.top),
        right: Math.max(last.right, area.right),
        bottom: Math.max(last.bottom, area.bottom),
      };
  }
  return lines;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** In the window: the middle of the text's first word. */
function middleOf(node: Text): Point {
  const range = document.createRange();
  const [word] = node.data.matchAll(/\S+/g);
  range.setStart(node, word?.index ?? 0);
  range.setEnd(node, (word?.index ?? 0) + (word?.[0].length ?? 0));
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
}

/** A layer of colour; `picture` where no one colour stands for it. */
type Layer = Rgba | 'picture';

/** Reads from the window what is painted where. `done` takes away what it put on the page. */
function readPaint(section: HTMLElement) {
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
    /** The boxes of a drawing's shapes, and their fills and strokes with what is behind the drawing there. */
    shapes: (drawing: Element): { boxes: readonly DOMRect[]; colours: DrawingSnapshot['colours'] } => {
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
    /** The colour found at most points of a grid over the slide. */
    ground: ({ left, top, width, height }: DOMRect): string | undefined => {
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

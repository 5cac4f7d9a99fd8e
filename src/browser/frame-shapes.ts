// What is painted on a slide behind its words: fields, rules, bars, lines. Read from backgrounds, borders and
// shadows of boxes, and from what `::before` and `::after` draw.
import type { ColourReader, Rgba } from './colours.ts';
import type { DomInspection } from './dom-inspection.ts';
import type { FrameArea, FrameBorders, FrameColour, FrameLine, ShapeFrame } from './frames.ts';

export interface SlideDom extends DomInspection {
  readonly section: HTMLElement;
  readonly size: { readonly width: number; readonly height: number };
  readonly rgba: ColourReader;
}

/** The rectangle of an element in px of the slide. */
export function areaOf({ place }: Pick<DomInspection, 'place'>, element: Element): FrameArea {
  return toArea(place(element.getBoundingClientRect()));
}

export function toArea(box: Record<'left' | 'top' | 'right' | 'bottom', number>): FrameArea {
  return { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top };
}

export function toColour([r, g, b, a]: Rgba): FrameColour {
  const rgb = [r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('');
  return a < 0.995 ? { rgb, alpha: Math.round(a * 1000) / 1000 } : { rgb };
}

/** Shapes in the order in which the browser paints them, cut to the slide. */
export function readShapes(dom: SlideDom): readonly ShapeFrame[] {
  const root = newLayers();
  paintInside(dom.section, root, dom);
  return inOrder(root);
}

/** Layers of one stacking context (CSS 2, appendix E), as far as slides use them. */
interface Layers {
  readonly below: ShapeFrame[][];
  readonly flow: ShapeFrame[][];
  readonly positioned: ShapeFrame[][];
  readonly above: ShapeFrame[][];
}

function newLayers(): Layers {
  return { below: [], flow: [], positioned: [], above: [] };
}

function inOrder({ below, flow, positioned, above }: Layers): ShapeFrame[] {
  return [...below, ...flow, ...positioned, ...above].flat();
}

function layerOf(style: CSSStyleDeclaration, layers: Layers): ShapeFrame[][] {
  const z = Number.parseInt(style.zIndex, 10);
  if (z < 0) return layers.below;
  if (z > 0) return layers.above;
  return style.position !== 'static' || isContext(style) ? layers.positioned : layers.flow;
}

function isContext(style: CSSStyleDeclaration): boolean {
  return (
    style.isolation === 'isolate' ||
    style.clipPath !== 'none' ||
    style.transform !== 'none' ||
    Number(style.opacity) < 1 ||
    (style.position !== 'static' && style.zIndex !== 'auto')
  );
}

/** What is drawn by itself: its insides are no shapes of the slide. */
const drawnElsewhere = 'svg, img, canvas, video, .katex, pre code, thead, tbody > tr > td > *';

function paint(element: HTMLElement, layers: Layers, dom: SlideDom): void {
  if (element.matches(drawnElsewhere) || !dom.isShown(element)) return;
  const style = dom.styleOf(element);
  const own = layerOf(style, layers);
  const isOwnContext = isContext(style);
  const isInline = style.display.startsWith('inline') || style.display === 'contents';
  const isCell = element.matches('table, tr, td, th');
  const shapes = isInline || isCell ? [] : boxShapes(style, areaOf(dom, element), element, dom);
  if (isOwnContext || own === layers.positioned) {
    // What is positioned has its own order inside, its own background first.
    const inside = newLayers();
    const at: ShapeFrame[] = [];
    own.push(at);
    paintInside(element, inside, dom);
    at.push(...shapes, ...inOrder(inside));
    return;
  }
  if (shapes.length > 0) own.push([...shapes]);
  paintInside(element, layers, dom);
}

function paintInside(element: HTMLElement, layers: Layers, dom: SlideDom): void {
  paintPseudo(element, '::before', layers, dom);
  for (const child of element.children) paint(child as HTMLElement, layers, dom);
  paintPseudo(element, '::after', layers, dom);
}

function paintPseudo(element: HTMLElement, name: '::before' | '::after', layers: Layers, dom: SlideDom) {
  const pseudo = placePseudo(element, name, dom);
  if (!pseudo) return;
  const shapes = boxShapes(pseudo.style, pseudo.area, element, dom);
  const z = Number.parseInt(pseudo.style.zIndex, 10);
  const layer = z < 0 ? layers.below : z > 0 ? layers.above : layers.positioned;
  if (shapes.length > 0) layer.push([...shapes]);
}

/** Where a pseudo-element stands that is placed absolutely; undefined for every other. */
export function placePseudo(
  element: HTMLElement,
  name: '::before' | '::after',
  dom: SlideDom,
): { readonly style: CSSStyleDeclaration; readonly area: FrameArea } | undefined {
  const style = getComputedStyle(element, name);
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return undefined;
  if (style.position !== 'absolute') return undefined;
  const block = containingBlock(element, dom);
  const px = (property: string): number => Number.parseFloat(style.getPropertyValue(property)) || 0;
  const scale = dom.scaleOf(block);
  const outer = areaOf(dom, block);
  const isContentBox = style.boxSizing === 'content-box';
  const around = (a: string, b: string): number =>
    isContentBox
      ? px(`border-${a}-width`) + px(`border-${b}-width`) + px(`padding-${a}`) + px(`padding-${b}`)
      : 0;
  const area = {
    x: outer.x + (block.clientLeft + px('left') + px('margin-left')) * scale,
    y: outer.y + (block.clientTop + px('top') + px('margin-top')) * scale,
    width: (px('width') + around('left', 'right')) * scale,
    height: (px('height') + around('top', 'bottom')) * scale,
  };
  return { style, area };
}

function containingBlock(element: HTMLElement, { section, styleOf }: SlideDom): HTMLElement {
  let at = element;
  while (at !== section && at.parentElement) {
    const { position, transform } = styleOf(at);
    if (position !== 'static' || transform !== 'none') break;
    at = at.parentElement;
  }
  return at;
}

// One box: its shadows, its background, its borders.

function boxShapes(
  style: CSSStyleDeclaration,
  area: FrameArea,
  element: Element,
  dom: SlideDom,
): readonly ShapeFrame[] {
  const scale = dom.scaleOf(element);
  const facts = factsOf(element);
  const clip = clipOf(style, area, scale, dom);
  const borders = bordersOf(style, scale, dom.rgba);
  const rgba = dom.rgba(style.backgroundColor);
  const fill = rgba[3] > 0 ? toColour(rgba) : undefined;
  const turn = turnOf(style);
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const isRound = style.borderTopLeftRadius.endsWith('%') ? radius >= 50 : radius * scale >= area.width / 2;
  const shadows = shadowsOf(style, area, scale, dom.rgba);
  const around = shadows.filter(({ isInset }) => !isInset).map(({ shape }) => shape);
  const inner = shadows.filter(({ isInset }) => isInset).map(({ shape }) => shape);
  const whole = uniform(borders);
  const shape: ShapeFrame['shape'] = isRound ? 'ellipse' : radius * scale > 1 ? 'rounded' : 'rectangle';
  const made: ShapeFrame[] = around.map(({ area: box, colour }) => rectangle(facts, box, colour));
  const padding = style.backgroundClip === 'padding-box' ? insideBorders(area, style, scale) : area;
  if (whole) {
    const half = whole.width / 2;
    const inset = grown(area, -half);
    made.push({
      ...facts,
      kind: 'shape',
      shape,
      area: inset,
      ...(fill && { fill }),
      border: whole,
      ...(shape === 'rounded' && { corner: radius * scale }),
      ...(turn && { turn }),
    });
  } else {
    if (fill && padding.width > 0.2 && padding.height > 0.2) {
      const corner = shape === 'rounded' ? { corner: radius * scale } : {};
      made.push({ ...rectangle(facts, padding, fill), shape, ...corner, ...(turn && { turn }) });
    }
    made.push(...borderLines(borders, area, turn));
  }
  for (const { area: box, colour, width } of inner) {
    made.push({
      ...facts,
      kind: 'shape',
      shape: 'rectangle',
      area: grown(box, -width / 2),
      border: { width, colour, style: 'solid' },
    });
  }
  return made.flatMap((frame) => cut(frame, clip));
}

function rectangle(facts: ShapeFacts, area: FrameArea, fill: FrameColour): ShapeFrame {
  return { ...facts, kind: 'shape', shape: 'rectangle', area, fill };
}

type ShapeFacts = Pick<ShapeFrame, 'role' | 'name' | 'group'>;

function factsOf(element: Element): ShapeFacts {
  const role = 'decoration' as const;
  if (element.closest('header > .progress')) return { role, name: 'Progress', group: 'Progress of the talk' };
  if (element.closest('header > .shape')) return { role, name: 'Slide', group: 'Shape of the talk' };
  if (element.closest('.bars')) return { role, name: 'Bar', group: 'Bars' };
  if (element.closest('.rise')) return { role, name: 'Column', group: 'Columns' };
  if (element.closest('.marks')) return { role, name: 'Mark', group: 'Marks' };
  return { role, name: 'Field' };
}

function grown({ x, y, width, height }: FrameArea, by: number): FrameArea {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function insideBorders(area: FrameArea, style: CSSStyleDeclaration, scale: number): FrameArea {
  const px = (side: string): number =>
    (Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0) * scale;
  const [left, top] = [px('left'), px('top')];
  return {
    x: area.x + left,
    y: area.y + top,
    width: area.width - left - px('right'),
    height: area.height - top - px('bottom'),
  };
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** Those that are seen. */
export function bordersOf(style: CSSStyleDeclaration, scale: number, rgba: ColourReader): FrameBorders {
  const found = sides.flatMap((side) => {
    const width = (Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0) * scale;
    const kind = style.getPropertyValue(`border-${side}-style`);
    const colour = rgba(style.getPropertyValue(`border-${side}-color`));
    if (width === 0 || kind === 'none' || kind === 'hidden' || colour[3] === 0) return [];
    const line: FrameLine = {
      width,
      colour: toColour(colour),
      style: kind === 'dashed' || kind === 'dotted' ? kind : 'solid',
    };
    return [[side, line] as const];
  });
  return Object.fromEntries(found);
}

function uniform({ top, right, bottom, left }: FrameBorders): FrameLine | undefined {
  if (!top || !right || !bottom || !left) return undefined;
  const isSame = [right, bottom, left].every(
    (line) => line.width === top.width && line.colour.rgb === top.colour.rgb,
  );
  return isSame ? top : undefined;
}

function borderLines(borders: FrameBorders, { x, y, width, height }: FrameArea, turn: number): ShapeFrame[] {
  return sides.flatMap((side) => {
    const border = borders[side];
    if (!border) return [];
    const half = border.width / 2;
    const isLying = side === 'top' || side === 'bottom';
    const area = isLying
      ? { x, y: side === 'top' ? y + half : y + height - half, width, height: 0 }
      : { x: side === 'left' ? x + half : x + width - half, y, width: 0, height };
    const shape = { kind: 'shape', shape: 'line', role: 'decoration', name: 'Rule', border } as const;
    return [turned({ ...shape, area }, { x: x + width / 2, y: y + height / 2 }, turn)];
  });
}

/** A line of a box that is turned around its middle. */
function turned(line: ShapeFrame, middle: { x: number; y: number }, turn: number): ShapeFrame {
  if (turn === 0) return line;
  const { x, y, width, height } = line.area;
  const angle = (turn * Math.PI) / 180;
  const [dx, dy] = [x + width / 2 - middle.x, y + height / 2 - middle.y];
  const at = {
    x: middle.x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: middle.y + dx * Math.sin(angle) + dy * Math.cos(angle),
  };
  return { ...line, turn, area: { x: at.x - width / 2, y: at.y - height / 2, width, height } };
}

function turnOf({ transform }: CSSStyleDeclaration): number {
  const matrix = /^matrix\(([^,]+), ([^,]+)/.exec(transform);
  if (!matrix) return 0;
  return Math.round((Math.atan2(Number(matrix[2]), Number(matrix[1])) * 180) / Math.PI);
}

interface Shadow {
  readonly isInset: boolean;
  readonly shape: { readonly area: FrameArea; readonly colour: FrameColour; readonly width: number };
}

/** Shadows without blur, the last painted first. */
function shadowsOf(
  { boxShadow }: CSSStyleDeclaration,
  area: FrameArea,
  scale: number,
  rgba: ColourReader,
): readonly Shadow[] {
  if (boxShadow === 'none') return [];
  const parts = boxShadow.split(/,(?![^(]*\))/).reverse();
  return parts.flatMap((part) => {
    const lengths = [...part.matchAll(/(?<![\d.])(-?[\d.]+)px/g)].map(([, px]) => Number(px) * scale);
    const [dx = 0, dy = 0, , spread = 0] = lengths;
    const css = part.replace(/(?<![\d.])(-?[\d.]+)px|\binset\b/g, '').trim();
    const colour = rgba(css);
    if (colour[3] === 0) return [];
    const isInset = /\binset\b/.test(part);
    const box = isInset ? area : grown({ ...area, x: area.x + dx, y: area.y + dy }, spread);
    return [{ isInset, shape: { area: box, colour: toColour(colour), width: spread } }];
  });
}

/** What cuts a box: the slide, and its own `clip-path`. */
function clipOf(
  { clipPath }: CSSStyleDeclaration,
  area: FrameArea,
  scale: number,
  { size }: SlideDom,
): FrameArea {
  const slide = { x: 0, y: 0, ...size };
  const inset = /^inset\(([^)]*)\)/.exec(clipPath)?.[1];
  if (inset === undefined) return slide;
  const px = inset.split(' ').map((part) => (Number.parseFloat(part) || 0) * scale);
  const [top = 0, right = top, bottom = top, left = right] = px;
  const box = {
    x: area.x + left,
    y: area.y + top,
    width: area.width - left - right,
    height: area.height - top - bottom,
  };
  return intersection(slide, box);
}

function intersection(a: FrameArea, b: FrameArea): FrameArea {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}

/** Ellipses and what is turned stay whole; they lie on the slide. */
function cut(frame: ShapeFrame, clip: FrameArea): readonly ShapeFrame[] {
  if (frame.turn || frame.shape === 'ellipse') return [frame];
  const area = intersection(frame.area, clip);
  const isSeen =
    frame.shape === 'line' ? area.width + area.height > 0.5 : area.width > 0.2 && area.height > 0.2;
  const isInside = area.width >= 0 && area.height >= 0;
  return isSeen && isInside ? [{ ...frame, area }] : [];
}

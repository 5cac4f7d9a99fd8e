// What is drawn and is no text: pictures, diagrams, charts, formulas.
import { textStyleOf } from './frame-paragraphs.ts';
import { areaOf, type SlideDom, toColour } from './frame-shapes.ts';
import type { ChartFrame, DrawingFrame, FormulaFrame, FrameRole, PictureFrame } from './frames.ts';

/** Elements of a slide that can be shown alone, for a picture of them, in order. */
export function drawnElements(section: Element): readonly Element[] {
  return [...section.querySelectorAll('svg, table, .katex-display')].filter(
    (element) => !element.closest('.katex') && !element.parentElement?.closest('svg svg, table'),
  );
}

/** Shows one of them alone, or everything again: what is behind it is transparent. */
export function isolateDrawing(slide: number, drawing?: number): void {
  document.getElementById('lectern-isolated')?.remove();
  for (const marked of document.querySelectorAll('[data-isolated]')) marked.removeAttribute('data-isolated');
  if (drawing === undefined) return;
  const section = [...document.querySelectorAll('svg[data-marpit-svg]')][slide]?.querySelector('section');
  const element = section && drawnElements(section)[drawing];
  if (!element) throw new Error(`slide ${slide + 1} has no drawing ${drawing + 1}`);
  element.setAttribute('data-isolated', '');
  const style = document.createElement('style');
  style.id = 'lectern-isolated';
  style.textContent = `html, body, svg[data-marpit-svg] section { background: transparent !important }
    svg[data-marpit-svg] section, svg[data-marpit-svg] section *:not([data-isolated], [data-isolated] *),
    svg[data-marpit-svg] section::before, svg[data-marpit-svg] section::after { visibility: hidden !important }
    [data-isolated], [data-isolated] *:not(.katex-mathml) { visibility: visible }`;
  document.head.append(style);
}

function placeOf(element: Element, drawn: readonly Element[]): number {
  return drawn.indexOf(element);
}

export function readDrawing(
  svg: SVGSVGElement,
  role: FrameRole,
  dom: SlideDom,
  drawn: readonly Element[],
): DrawingFrame | undefined {
  const area = areaOf(dom, svg);
  if (area.width === 0 || area.height === 0) return undefined;
  return {
    kind: 'drawing',
    role,
    area,
    svg: standingAlone(svg),
    drawing: placeOf(svg, drawn),
    alt: svg.getAttribute('aria-label') ?? svg.querySelector('title')?.textContent ?? '',
  };
}

const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
  'letter-spacing',
  'visibility',
] as const;

/** The same drawing with its computed look as attributes: no stylesheet reaches it any more. */
function standingAlone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [[...svg.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
  from.forEach((element, at) => {
    const target = to[at];
    if (!(element instanceof SVGElement) || !target || element.matches('defs, style, title, desc')) return;
    const css = getComputedStyle(element);
    for (const name of looks) {
      const value = css.getPropertyValue(name);
      if (value !== '') target.setAttribute(name, value);
    }
    target.removeAttribute('style');
    target.removeAttribute('class');
  });
  for (const style of copy.querySelectorAll('style')) style.remove();
  const { width, height } = svg.getBoundingClientRect();
  copy.removeAttribute('style');
  copy.removeAttribute('class');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

/** The numbers stand in the drawing's own `data-chart` (`render/chart/draw-charts.ts`); without them it is a drawing. */
export function readChartFrame(
  svg: SVGSVGElement,
  role: FrameRole,
  dom: SlideDom,
  drawn: readonly Element[],
): ChartFrame | DrawingFrame | undefined {
  const drawing = readDrawing(svg, role, dom, drawn);
  const data = svg.getAttribute('data-chart');
  if (data === null || !drawing) return drawing;
  const { kind, ...numbers } = JSON.parse(data) as Pick<
    ChartFrame,
    'head' | 'labels' | 'series' | 'total'
  > & {
    readonly kind: ChartFrame['chart'];
  };
  const token = (name: string) => {
    const probe = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    probe.style.fill = `var(${name})`;
    svg.append(probe);
    const colour = toColour(dom.rgba(getComputedStyle(probe).fill));
    probe.remove();
    return colour;
  };
  return {
    ...numbers,
    kind: 'chart',
    chart: kind,
    role,
    area: drawing.area,
    colours: {
      text: token('--ink'),
      quiet: token('--quiet'),
      mark: token('--bar'),
      notable: token('--highlight'),
      axis: token('--rule'),
    },
    style: {
      ...textStyleOf(svg.parentElement as HTMLElement, dom),
      size: Number.parseFloat(getComputedStyle(svg).fontSize),
    },
    alt: drawing.alt,
    drawing: drawing.drawing,
  };
}

export function readFormulaFrame(
  element: HTMLElement,
  role: FrameRole,
  dom: SlideDom,
  drawn: readonly Element[],
): FormulaFrame {
  const math = element.querySelector('math')?.cloneNode(true) as Element | undefined;
  const tex = math?.querySelector('annotation')?.textContent?.trim() ?? '';
  math?.querySelector('annotation')?.remove();
  const { textAlign } = getComputedStyle(element);
  const ink = [...element.querySelectorAll('.katex-base')].map((base) =>
    dom.place(base.getBoundingClientRect()),
  );
  const whole = areaOf(dom, element);
  const [left, right] = [Math.min(...ink.map((box) => box.left)), Math.max(...ink.map((box) => box.right))];
  const area = ink.length > 0 ? { ...whole, x: left, width: right - left } : whole;
  return {
    kind: 'formula',
    role,
    area,
    mathml: math?.outerHTML ?? '',
    tex,
    display: true,
    align:
      textAlign === 'center' ? 'center' : textAlign === 'right' || textAlign === 'end' ? 'right' : 'left',
    style: textStyleOf((element.querySelector('.katex') as HTMLElement | null) ?? element, dom),
    drawing: placeOf(element, drawn),
  };
}

const known = /^data:image\/(?:png|jpeg|gif)[;,]/;

/** A picture with what is cut off it. Undefined where it is broken or has no size. */
export async function readPictureFrame(
  image: HTMLImageElement,
  role: FrameRole,
  dom: SlideDom,
): Promise<PictureFrame | undefined> {
  const box = areaOf(dom, image);
  const { naturalWidth, naturalHeight } = image;
  if (box.width === 0 || box.height === 0 || naturalWidth === 0 || naturalHeight === 0) return undefined;
  const { area, crop } = fitted(image, box, dom);
  const isSvg = /^data:image\/svg/.test(image.src);
  const png = known.test(image.src) ? undefined : await asPng(image, isSvg ? area : undefined);
  const link = image.closest('a')?.getAttribute('href');
  return {
    kind: 'picture',
    role,
    area,
    address: isSvg || png === undefined ? image.src : png,
    ...(isSvg && png !== undefined && { fallback: png }),
    ...(crop && { crop }),
    alt: image.alt,
    ...(link && !link.startsWith('#') && { link: { kind: 'address' as const, address: link } }),
  };
}

/** What `object-fit` makes of the picture's box. */
function fitted(
  image: HTMLImageElement,
  box: ReturnType<typeof areaOf>,
  dom: SlideDom,
): Pick<PictureFrame, 'area' | 'crop'> {
  const css = dom.styleOf(image);
  const { naturalWidth: w, naturalHeight: h } = image;
  const [atX = 0.5, atY = 0.5] = css.objectPosition.split(' ').map((part) => Number.parseFloat(part) / 100);
  const scales = [box.width / w, box.height / h] as const;
  if (css.objectFit === 'contain' || css.objectFit === 'scale-down') {
    const scale = Math.min(...scales);
    const [width, height] = [w * scale, h * scale];
    return {
      area: { x: box.x + (box.width - width) * atX, y: box.y + (box.height - height) * atY, width, height },
    };
  }
  if (css.objectFit !== 'cover') return { area: box };
  const scale = Math.max(...scales);
  const [outX, outY] = [1 - box.width / (w * scale), 1 - box.height / (h * scale)];
  return {
    area: box,
    crop: { left: outX * atX, right: outX * (1 - atX), top: outY * atY, bottom: outY * (1 - atY) },
  };
}

/** Drawn anew: office programs read PNG everywhere, and WebP, AVIF or SVG not. */
async function asPng(
  image: HTMLImageElement,
  shown: { width: number; height: number } | undefined,
): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(4096, Math.round(shown ? shown.width * 2 : image.naturalWidth));
  canvas.height = Math.min(4096, Math.round(shown ? shown.height * 2 : image.naturalHeight));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser draws no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

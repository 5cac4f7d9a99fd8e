// What the size of slides on paper depends on: how high notes are in columns of several widths, and how small the text of slides is.
import type { SmallestText } from './page-functions.ts';

export function measureNotes(widths: readonly number[]): number[][] {
  const stock = document.querySelector<HTMLElement>('.handout > .stock');
  const notes = [...(stock?.querySelectorAll('.unit > .notes') ?? [])];
  return widths.map((width) => {
    stock?.style.setProperty('--notes-width', `${width}px`);
    return notes.map((one) => one.getBoundingClientRect().height);
  });
}

/** Not for reading: what the strip says again, and what is raised or lowered. */
const exempt = 'header, footer, .katex, sub, sup, .marker, svg[aria-hidden]';

export function smallestTexts(): SmallestText[] {
  const found = new Map<number, SmallestText>();
  for (const section of document.querySelectorAll<HTMLElement>(
    '.unit .slide section[data-marpit-pagination], .unit .slide section[id]',
  )) {
    const slide = Number(section.closest<HTMLElement>('.slide')?.dataset.slide);
    if (found.has(slide)) continue;
    const smallest = smallestIn(section, slide);
    if (smallest) found.set(slide, smallest);
  }
  return [...found.values()];
}

function smallestIn(section: HTMLElement, slide: number): SmallestText | undefined {
  const drawn = section.getBoundingClientRect().width / section.offsetWidth;
  const sizes = new Map<Element, number>();
  let smallest: SmallestText | undefined;
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !/\S/.test(node.nodeValue ?? '') || sizes.has(element) || element.closest(exempt))
      continue;
    const px = drawnSize(element, drawn);
    sizes.set(element, px);
    if (px > 0 && (!smallest || px < smallest.px)) smallest = { slide, px, kind: kindOf(element) };
  }
  return smallest;
}

/** With what it is scaled by, px of the slide; 0 for what is not drawn. */
function drawnSize(element: Element, drawn: number): number {
  const size = Number.parseFloat(getComputedStyle(element).fontSize);
  const svg = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  if (svg) return (size * Math.hypot(svg.c, svg.d)) / drawn;
  const html = element.closest<HTMLElement>('p, li, td, th, pre, div, section, h1, h2, h3');
  if (!html || html.offsetWidth < 50) return size;
  const scale = html.getBoundingClientRect().width / html.offsetWidth / drawn;
  return scale === 0 ? 0 : size * Math.min(1, Math.round(scale * 200) / 200);
}

function kindOf(element: Element): SmallestText['kind'] {
  if (element.closest('section svg')) return 'diagram';
  if (element.closest('pre, code')) return 'code';
  return element.closest('table') ? 'table' : 'text';
}

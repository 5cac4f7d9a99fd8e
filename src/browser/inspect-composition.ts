// How a slide is composed: where each text and drawing stands, how large it is, and on what colour.
import { createKindReader } from './colours.ts';
import { inspectDom, isBlock, numberElements } from './dom-inspection.ts';
import { type Point, readPaint } from './read-paint.ts';
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

/** In the window: the middle of the text's first word. */
function middleOf(node: Text): Point {
  const range = document.createRange();
  const [word] = node.data.matchAll(/\S+/g);
  range.setStart(node, word?.index ?? 0);
  range.setEnd(node, (word?.index ?? 0) + (word?.[0].length ?? 0));
  const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
}

import { eachOnce } from './dom-inspection.ts';
import { printMark } from './print-marks.ts';

const property = 'white-space-collapse';

/**
 * Words on two lines stay two words for those who listen, copy or search: a space that a line ends with hangs over its
 * end, and is drawn, where white space is kept. Other white space is made what is seen of it. To be called when the
 * page is laid out; nothing moves.
 */
export function keepSpacesAtLineEnds(): void {
  const styleOf = eachOnce((element: Element) => getComputedStyle(element));
  const isInline = (element: Element): boolean => styleOf(element).display === 'inline';
  const isDrawn = eachOnce((element: Element) => isInline(element) && hasOwnInk(styleOf(element)));
  const blocks = new Map<HTMLElement, { readonly first: DOMRect; readonly isLong: boolean }>();
  const broken = new Set<Element>();
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !/\S/.test(node.data)) continue;
    const around = ancestors(node, isInline);
    const block = around.at(-1);
    if (!block || block.closest(untouched)) continue;
    const seen = blocks.get(block);
    const drawn = around.findLast(isDrawn);
    if (seen?.isLong && !drawn) continue;
    range.selectNodeContents(node);
    const boxes = range.getClientRects();
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    if (!first || !last) continue;
    const start = seen?.first ?? first;
    blocks.set(block, { first: start, isLong: seen?.isLong || isBelow(last, start) });
    if (drawn && isBelow(last, first)) broken.add(drawn);
  }
  for (const element of broken) sayWords(element);
  for (const [block, { isLong }] of blocks) if (isLong) keepSpaces(block, isDrawn);
}

/** Code keeps its own white space; formulas and drawings are no text. */
const untouched = 'pre, .katex, svg:not([data-marpit-svg]), [aria-hidden="true"]';

/** The element that text stands in, and those around it up to the block. */
function ancestors(node: Text, isInline: (element: Element) => boolean): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let element = node.parentElement; element; element = element.parentElement) {
    found.push(element);
    if (!isInline(element)) break;
  }
  return found;
}

/** Whether a hanging space would be seen: a line below it, a ground behind it, a border around it. */
function hasOwnInk({
  textDecorationLine,
  backgroundColor,
  borderBottomWidth,
  backgroundImage,
}: CSSStyleDeclaration): boolean {
  const isClear = /^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor);
  return (
    textDecorationLine !== 'none' ||
    !isClear ||
    backgroundImage !== 'none' ||
    Number.parseFloat(borderBottomWidth) > 0
  );
}

function isBelow(one: DOMRect, other: DOMRect): boolean {
  return one.top > other.top + other.height / 2;
}

/** Where a hanging space would be seen, the words are said as they are written. */
function sayWords(element: Element): void {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  element.setAttribute('role', 'figure');
  element.setAttribute('aria-label', printMark({ role: element.matches('a') ? 'Link' : 'Span', text }));
}

/** White space in the block as it is seen, then kept, but in what is drawn around words. */
function keepSpaces(block: HTMLElement, isDrawn: (element: Element) => boolean): void {
  const collapse = (element: Element): string => getComputedStyle(element).getPropertyValue(property);
  if (collapse(block) !== 'collapse') return;
  let before: Text | undefined;
  let isAfterSpace = true;
  const endLine = (): void => {
    if (before?.data.endsWith(' ')) before.data = before.data.slice(0, -1);
    before = undefined;
    isAfterSpace = true;
  };
  const visitText = (node: Text): void => {
    const text = node.data.replace(/[ \t\n\r\f]+/g, ' ');
    const own = isAfterSpace ? text.replace(/^ /, '') : text;
    if (own !== node.data) node.data = own;
    if (own === '') return;
    isAfterSpace = own.endsWith(' ');
    before = node;
  };
  const visitBox = (element: Element): void => {
    const { display, position } = getComputedStyle(element);
    if (element instanceof HTMLElement && collapse(element) === 'collapse') {
      element.style.setProperty(property, 'collapse');
    }
    if (position === 'absolute' || display === 'none') return;
    if (!display.startsWith('inline') || element.tagName === 'BR') {
      endLine();
      return;
    }
    before = undefined;
    isAfterSpace = false;
  };
  const visit = (element: HTMLElement): void => {
    for (const child of [...element.childNodes]) {
      if (child instanceof Text) visitText(child);
      else if (!(child instanceof Element)) continue;
      else if (isRunOn(child)) {
        if (isDrawn(child)) child.style.setProperty(property, 'collapse');
        visit(child);
      } else visitBox(child);
    }
  };
  visit(block);
  endLine();
  block.style.setProperty(property, 'preserve');
}

/** Whether its words are words of the line that it stands in. */
function isRunOn(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || element.matches('br, img, .katex')) return false;
  return getComputedStyle(element).display === 'inline';
}

// Where a page ends in the middle of notes.

const slack = 0.5;
const whole = 'img, svg, tr, h1, h2, h3, h4, h5, h6, .katex, .katex-display, .picture-missing, .footnote';
const blocks = 'p, ul, ol, dl, li, div, pre, table, blockquote, figure, h1, h2, h3, h4, h5, h6';
const lists = 'ul, ol, table, tbody';
/** A paragraph keeps this many lines on either side of the page's end. */
const least = 2;

/**
 * Cuts `root` at `limit`, a y of the viewport: what stands below moves into a copy of `root` that
 * is returned, with lists that go on counting and tables that repeat their head. Returns undefined
 * when nothing can stay.
 */
export function splitNotes(root: Element, limit: number): Element | undefined {
  return cut(root, limit);
}

/** A table of a few rows, or a short listing, that is no page by itself: it is not cut. */
function isSmall(element: Element): boolean {
  const rows = element.matches('table') ? element.querySelectorAll('tr').length - 1 : undefined;
  const lines = element.matches('pre') ? (element.textContent ?? '').trimEnd().split('\n').length : undefined;
  if (rows === undefined && lines === undefined) return false;
  return (rows ?? 0) <= 8 && (lines ?? 0) <= 12 && element.getBoundingClientRect().height < 400;
}

function isBlank(node: Node): boolean {
  return !(node instanceof Element) && (node.textContent ?? '').trim() === '';
}

function bottomOf(node: Node): number {
  if (node instanceof Element) return node.getBoundingClientRect().bottom;
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect().bottom;
}

/** A heading, the head of a table, a line that is nothing but strong words: it announces what follows. */
function announces(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  if (node.matches('h1, h2, h3, h4, h5, h6, thead, colgroup, .callout-title')) return true;
  const [only] = node.children;
  // "… as a number:" stays with the formula, the table or the code that it leads to.
  if (node.matches('p') && /[:：]\s*$/u.test(node.textContent ?? '')) return true;
  return node.matches('p') && only?.tagName === 'STRONG' && only.textContent === node.textContent;
}

/** The lines of text that stand right in the element, before the first block in it. */
function lineBottoms(element: Element): number[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  const block = [...element.children].find((child) => child.matches(blocks));
  if (block) range.setEndBefore(block);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  rects.sort((a, b) => a.top - b.top);
  const bottoms: number[] = [];
  for (const { top, bottom } of rects) {
    const last = bottoms.at(-1);
    if (last === undefined || (top + bottom) / 2 > last) bottoms.push(bottom);
    else bottoms[bottoms.length - 1] = Math.max(last, bottom);
  }
  return bottoms;
}

/** The bottom of the last line that may stay, `below` when all may; undefined when too few could. */
function lastLine(element: Element, below: number): number | undefined {
  if (element.firstElementChild?.matches(blocks)) return below;
  const bottoms = lineBottoms(element);
  // Below the last line's letters there is its leading, and padding where there is some.
  const endsInText = element.querySelector(blocks) === null;
  const under = endsInText ? Math.max(0, bottomOf(element) - (bottoms.at(-1) ?? 0)) : 0;
  const fitting = bottoms.filter((bottom) => bottom + under <= below + slack).length;
  if (fitting === bottoms.length) return below;
  const staying = Math.min(fitting, bottoms.length - least);
  return staying >= least ? bottoms[staying - 1] : undefined;
}

/** The rest begins with a whole word. */
function cutText(text: Text, below: number): Text | undefined {
  const range = document.createRange();
  range.setStart(text, 0);
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    range.setEnd(text, middle);
    if (range.getBoundingClientRect().bottom <= below + slack) low = middle;
    else high = middle - 1;
  }
  const space = Math.max(text.data.lastIndexOf(' ', low), text.data.lastIndexOf('\n', low - 1));
  const at = space > 0 ? space + 1 : low;
  return at > 0 && at < text.length ? text.splitText(at) : undefined;
}

function markContinued(from: Element, copy: Element, kept: readonly Element[], cutInside: boolean): void {
  copy.removeAttribute('id');
  copy.classList.add('goes-on');
  if (from instanceof HTMLOListElement && copy instanceof HTMLOListElement) {
    copy.start = from.start + kept.length - (cutInside ? 1 : 0);
  }
  const head = from.matches('table') ? from.querySelector(':scope > thead') : null;
  if (head && !copy.querySelector(':scope > thead')) copy.prepend(head.cloneNode(true));
}

function cut(element: Element, below: number): Element | undefined {
  const limitInside = element.matches(lists) ? below : lastLine(element, below);
  if (limitInside === undefined) return undefined;
  const children = [...element.childNodes];
  const at = children.findIndex((child) => !isBlank(child) && bottomOf(child) > limitInside + slack);
  const child = children[at];
  if (!child) return undefined;
  const rest =
    child instanceof Text
      ? cutText(child, limitInside)
      : child instanceof Element && !child.matches(whole) && !isSmall(child)
        ? cut(child, limitInside)
        : undefined;
  let from = rest ? at + 1 : at;
  while (
    !rest &&
    from > 0 &&
    (announces(children[from - 1] as Node) || isBlank(children[from - 1] as Node))
  ) {
    from -= 1;
  }
  const kept = children.slice(0, from).filter((node) => !isBlank(node));
  if (kept.length === 0) return undefined;
  const copy = element.cloneNode(false) as Element;
  if (rest) copy.append(rest);
  copy.append(...children.slice(from));
  markContinued(
    element,
    copy,
    kept.filter((node) => node instanceof Element),
    rest !== undefined,
  );
  return copy;
}

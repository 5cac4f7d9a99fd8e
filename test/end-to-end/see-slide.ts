// What a person sees of one slide, measured in the browser.

/** All lengths in px of the slide, whatever size it is shown at. */
export interface SeenSlide {
  readonly classes: readonly string[];
  /** Every visible word, the footer's and those that a picture stands for too, in the order of the page. */
  readonly text: string;
  /** Text or pictures that leave the slide, or the box of its content, with how far. */
  readonly clipped: readonly string[];
  /** Where diagrams stand: left, top, width and height. */
  readonly diagrams: readonly (readonly number[])[];
  /** Of the letters of the content, sub- and superscripts and formulas left out; each size once. */
  readonly sizes: readonly number[];
}

/**
 * Sent to the browser as text: it may use nothing from outside itself. `index` counts from 0.
 * Letters are taken by the boxes of their fonts, which are taller than the letters.
 */
export function seeSlide(index: number): SeenSlide {
  type Box = Record<'left' | 'top' | 'right' | 'bottom', number>;
  type Zoomed = HTMLElement & { readonly currentCSSZoom?: number };

  const slack = 1;
  const zoomOf = (element: Zoomed): number => element.currentCSSZoom ?? 1;
  const edgesOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom });
  const slide = document.querySelectorAll('svg[data-marpit-svg]')[index];
  const section = slide?.querySelector<HTMLElement>('section');
  if (!section) throw new Error(`there is no slide ${index}`);
  const frame = section.getBoundingClientRect();
  const unit = frame.height / section.offsetHeight;
  const body = section.querySelector<HTMLElement>(':scope > .body');
  const bottom = Number.parseFloat(getComputedStyle(section).getPropertyValue('--content-bottom')) || 0;
  const own = body?.getBoundingClientRect();
  const content = own && { ...edgesOf(own), bottom: frame.bottom - bottom * unit };

  const beyond = (box: Box, { left, top, right, bottom }: Box): number =>
    Math.max(left - box.left, top - box.top, box.right - right, box.bottom - bottom) / unit;

  /** In a line that is set tight the font's box is higher than the line, and empty above and below. */
  const withinLine = (box: DOMRect, node: Node): Box => {
    const parent = node.parentElement as Zoomed;
    const line = Number.parseFloat(getComputedStyle(parent).lineHeight) * zoomOf(parent) * unit;
    const empty = Math.max(0, (box.height - line) / 2) || 0;
    return { left: box.left, right: box.right, top: box.top + empty, bottom: box.bottom - empty };
  };

  const isSeen = (node: Node): boolean => {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest('style, script, .katex-mathml')) return false;
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  const clipped: string[] = [];
  // What a theme sets in the margin stands outside of the body on purpose, and within the slide like all else.
  const hasMargin = Number.parseFloat(getComputedStyle(section).getPropertyValue('--label-column')) > 0;
  const inMargin = hasMargin ? '.in-margin, .stub :is(th, td):first-child' : '.in-margin';
  const isInBody = (node: Node): boolean => {
    const element = node instanceof Element ? node : node.parentElement;
    return body?.contains(node) === true && !element?.closest(inMargin);
  };
  const check = (box: Box, node: Node, name: string): void => {
    const by = Math.max(beyond(box, frame), content && isInBody(node) ? beyond(box, content) : 0);
    if (by > slack) clipped.push(`${name}: ${by.toFixed(1)} px`);
  };

  /** Nothing between a piece of text and its slide may cut it off. */
  const cutters = [...section.querySelectorAll<HTMLElement>('*')].filter((element) => {
    // MathML, and what is made a dot, are there for those who listen.
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    if (element.closest('.katex-mathml') || clipPath === 'inset(50%)') return false;
    const isOver = (size: number, room: number): boolean => size > room + slack;
    return (
      (overflowX !== 'visible' && isOver(element.scrollWidth, element.clientWidth)) ||
      (overflowY !== 'visible' && isOver(element.scrollHeight, element.clientHeight))
    );
  });
  clipped.push(...cutters.map((element) => `<${element.localName}> cuts off what is in it`));

  const wordsInPlaceOf = (picture: HTMLImageElement): string => {
    const isDrawn = picture.complete && picture.naturalWidth > 0;
    return isDrawn ? picture.alt : 'a picture that is not shown';
  };

  const sizes = new Set<number>();
  const words: string[] = [];
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Plain Marp fetches its emoji, so none is there without a network.
    if (node instanceof HTMLImageElement && isSeen(node) && !node.matches('.emoji'))
      words.push(wordsInPlaceOf(node));
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const text = node.textContent ?? '';
    if (text.trim() === '' || !isSeen(node)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 0) check(withinLine(box, node), node, text.trim().slice(0, 40));
    }
    words.push(text);
    const parent = node.parentElement as Zoomed;
    if (!body?.contains(node) || parent.closest('sub, sup, .katex')) continue;
    sizes.add(Number.parseFloat(getComputedStyle(parent).fontSize) * zoomOf(parent));
  }
  for (const picture of section.querySelectorAll('img, svg')) {
    const box = edgesOf(picture.getBoundingClientRect());
    if (!isSeen(picture)) continue;
    // One beside text runs on to the edges of the slide, and no farther.
    if (picture.closest('.beside > .filled')) {
      const by = beyond(box, frame);
      if (by > slack) clipped.push(`<${picture.localName}>: ${by.toFixed(1)} px`);
    } else check(box, picture, `<${picture.localName}>`);
  }
  const diagrams = [...section.querySelectorAll('.mermaid > :is(svg, img)')].map((drawing) => {
    const { left, top, width, height } = drawing.getBoundingClientRect();
    return [left - frame.left, top - frame.top, width, height].map((length) => Math.round(length / unit));
  });
  return { classes: [...section.classList], text: words.join(' '), clipped, diagrams, sizes: [...sizes] };
}

// The safety net. The planner makes everything fit by calculation; where a page turns out taller
// than calculated, its content is scaled down rather than cut off. Runs in the presentation and in
// the document that is printed alike.
import type { ScaledSlide } from './page-functions.ts';

/** Half a px is rounding. */
const slack = 0.5;
const smallest = 0.2;

/**
 * Scales each slide's content down to its box, and returns the slides that had to be. A slide's box
 * reaches from the top of its `.body` to the slide's height less `--content-bottom`, and over the width
 * of `.body`. Blocks that are too wide for what they stand in are scaled first, each by itself.
 */
export async function fitSlides(): Promise<ScaledSlide[]> {
  await loadFonts();
  // What is there for screen readers alone is clipped to nothing, and measured as if it were not; so
  // are spaces that hang over the end of a line of code.
  const unseen = document.createElement('style');
  unseen.textContent = '.katex-mathml { display: none } pre { white-space: break-spaces !important }';
  document.head.append(unseen);
  const scaled: ScaledSlide[] = [];
  document.querySelectorAll('svg[data-marpit-svg]').forEach((slide, index) => {
    const body = slide.querySelector<HTMLElement>('section > .body');
    if (!body?.parentElement) return;
    const scale = fitSlide(body.parentElement, body);
    if (scale >= 1) return;
    body.parentElement.dataset.scaled = scale.toFixed(2);
    scaled.push({ slide: index + 1, scale });
  });
  unseen.remove();
  return scaled;
}

/** Waits until text is drawn in the fonts that it asks for, or in others where one is broken. */
export async function loadFonts(): Promise<void> {
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => font)));
  await document.fonts.ready;
}

function pixels(style: CSSStyleDeclaration, property: string): number {
  return Number.parseFloat(style.getPropertyValue(property)) || 0;
}

/** The content's edges in px of the slide, whatever the size it is shown at. */
function contentOf(section: HTMLElement, body: HTMLElement) {
  const slide = section.getBoundingClientRect();
  const unit = slide.height / section.offsetHeight || 1;
  const range = document.createRange();
  range.selectNodeContents(body);
  // A picture that runs on to the slide's edges is wider than what it stands in, and meant to be.
  const isBleeding = body.querySelector('.beside > .filled') !== null;
  const own = (isBleeding ? body : range).getBoundingClientRect();
  const top = body.getBoundingClientRect().top;
  const elements = [...body.querySelectorAll('*')].filter(isBoxed);
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const hasMargin =
    pixels(getComputedStyle(section), '--label-column') > 0 &&
    (body.matches('.stub') || body.querySelector('.in-margin, .stub') !== null);
  const width = hasMargin ? widthBesideMargin(elements) : own.width;
  // Content that is centred and too tall sticks out above its box as well.
  const above = Math.max(0, top - Math.min(top, ...boxes.map((box) => box.top)));
  const bottom = Math.max(top, ...boxes.map((box) => box.bottom));
  return { bottom: (bottom + above - slide.top) / unit, width: width / unit };
}

/** From edge to edge of all that stands not in the column at the content's side, in px of the window. */
function widthBesideMargin(elements: readonly Element[]): number {
  const beside = elements.filter(
    (element) =>
      !element.closest('.in-margin, .beside > .filled, .stub :is(th, td):first-child') &&
      !element.matches('.stub :is(table, thead, tbody, tr)') &&
      !element.querySelector(':scope > .in-margin'),
  );
  const boxes = beside.map((element) => element.getBoundingClientRect()).filter(({ width }) => width > 0);
  return Math.max(
    0,
    Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
  );
}

/** Lines are as high as they are set, whatever the glyphs on them; what is drawn inside a formula or a picture is theirs. */
function isBoxed(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return (
    display !== 'inline' &&
    display !== 'none' &&
    display !== 'contents' &&
    !element.closest('.katex, svg svg, .beside > .filled')
  );
}

function shrinkWide(body: HTMLElement): number {
  let least = 1;
  for (const block of body.querySelectorAll<HTMLElement>('pre, table, .katex-display')) {
    const parent = block.parentElement ?? body;
    const style = getComputedStyle(parent);
    const room = parent.clientWidth - pixels(style, 'padding-left') - pixels(style, 'padding-right');
    // A table is as wide as what its cells hold; the fill of a marked row goes beyond its edges, and a first column may stand in the margin.
    const needed =
      block.localName === 'table'
        ? block.offsetWidth + Math.min(0, pixels(getComputedStyle(block), 'margin-inline-start'))
        : Math.max(block.offsetWidth, block.scrollWidth);
    if (room <= 0 || needed <= room + slack) continue;
    const scale = Math.max(smallest, room / needed);
    block.style.setProperty('zoom', scale.toFixed(3));
    least = Math.min(least, scale);
  }
  return least;
}

/** The largest scale at which it fits; text breaks anew at each, so it has to be tried. */
const shrink = (body: HTMLElement, fits: () => boolean): number => {
  let low = smallest;
  let high = 1;
  while (high - low > 0.004) {
    const middle = (low + high) / 2;
    body.style.setProperty('zoom', String(middle));
    if (fits()) low = middle;
    else high = middle;
  }
  body.style.setProperty('zoom', String(low));
  return low;
};

function fitSlide(section: HTMLElement, body: HTMLElement): number {
  const bottom = section.offsetHeight - pixels(getComputedStyle(section), '--content-bottom');
  const room = body.clientWidth;
  const fits = (): boolean => {
    const content = contentOf(section, body);
    return content.bottom <= bottom + slack && content.width <= room + slack;
  };
  const wide = shrinkWide(body);
  return fits() ? wide : Math.min(wide, shrink(body, fits));
}

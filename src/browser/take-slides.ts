import type { HandoutDocument } from './page-functions.ts';

/**
 * Puts the handout in the place of the slides' container, and each slide, as it is, into its box.
 * A slide's rules ask for the container above it, so each box gets an empty copy of it.
 */
export function takeSlides({ html, css }: HandoutDocument): void {
  const container = document.getElementById(':$p') as HTMLElement;
  const slides = [...container.querySelectorAll(':scope > svg[data-marpit-svg]')];
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  container.insertAdjacentHTML('afterend', html);
  const taken = new Set<Element>();
  const boxes = [...document.querySelectorAll<HTMLElement>('.handout .slide')].reverse();
  for (const box of boxes) {
    const slide = slides[Number(box.dataset.slide) - 1];
    if (!slide) continue;
    const around = container.cloneNode(false) as HTMLElement;
    const shown = taken.has(slide) ? (slide.cloneNode(true) as Element) : slide;
    // A second copy is no target for links.
    if (shown !== slide) shown.querySelector('section')?.removeAttribute('id');
    taken.add(slide);
    around.append(shown);
    box.append(around);
  }
  container.remove();
}

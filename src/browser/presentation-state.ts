// A presentation as its viewer has it: the slide it stands on, and the notes it holds.
import type { PresenterNotes } from './page-functions.ts';

/** How long the presentation may take to show another slide, ms. */
const patience = 2000;

export async function turnToSlide(index: number): Promise<void> {
  if (isShown(index)) return;
  location.hash = `#${index + 1}`;
  const end = performance.now() + patience;
  while (!isShown(index)) {
    if (performance.now() > end) throw new Error(`the presentation does not turn to slide ${index + 1}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function isShown(index: number): boolean {
  const slide = document.querySelectorAll('svg[data-marpit-svg]')[index];
  return slide?.classList.contains('bespoke-marp-active') ?? false;
}

export function readPresenterNotes(): PresenterNotes[] {
  return [...document.querySelectorAll<HTMLElement>('.bespoke-marp-note')].map((note) => ({
    slide: Number(note.dataset.index) + 1,
    text: [...note.children].map((child) => child.textContent ?? '').join('\n'),
  }));
}

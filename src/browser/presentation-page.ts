// Entry point: the script of every presentation. It fits the slides, and does for those who listen, or have no mouse,
// what Marp's own script leaves out. That one runs after it and turns the slides: what it does is seen by its classes.
import { fitSlides } from './fit-slides.ts';
import { followSlides } from './follow-slides.ts';
import { keepFocus, listenToKeys } from './keys-and-focus.ts';
import { nameControls } from './name-controls.ts';
import type { PageWords } from './page-words.ts';

void fitSlides();

document.addEventListener('DOMContentLoaded', () => {
  const status = document.querySelector<HTMLElement>('.lectern-status');
  const slides = document.querySelectorAll<SVGElement>('svg[data-marpit-svg]');
  if (!status || slides.length === 0) return;
  const words = JSON.parse(status.dataset.words ?? '') as PageWords;
  nameControls(words);
  followSlides([...slides], words, status);
  keepFocus(words);
  listenToKeys();
});

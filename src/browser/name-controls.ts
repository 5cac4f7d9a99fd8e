// What Marp's script makes itself, in the presenter view and in the overview: named in the deck's language, reached by Tab.
import type { PageWords } from './page-words.ts';

const controls: readonly (readonly [selector: string, word: keyof PageWords])[] = [
  ['.bespoke-marp-overview-close', 'close'],
  ['.bespoke-marp-presenter-note-smaller', 'smaller'],
  ['.bespoke-marp-presenter-note-bigger', 'larger'],
  ['.bespoke-marp-presenter-info-page-prev', 'previous'],
  ['.bespoke-marp-presenter-info-page-next', 'next'],
];

/** Those that hold a text of their own, which stays. */
const titled: typeof controls = [
  ['.bespoke-marp-presenter-info-page', 'overview'],
  ['.bespoke-marp-presenter-info-time', 'time'],
  ['.bespoke-marp-presenter-info-timer', 'elapsed'],
  ['.bespoke-marp-presenter-next', 'next'],
];

export function nameControls(words: PageWords): void {
  const presenter = document.querySelector('.bespoke-marp-presenter-container');
  if (presenter) {
    presenter.role = 'main';
    presenter.querySelector('[role=main]')?.removeAttribute('role');
  }
  // The overview has a bar of its own, and a page one header.
  const bar = document.querySelector('.bespoke-marp-overview-header');
  const header = document.querySelector('.lectern-header');
  if (bar && header) {
    bar.append(...header.children);
    header.remove();
  }
  for (const [selector, word] of [...controls, ...titled]) {
    const control = document.querySelector<HTMLElement>(selector);
    if (!control) continue;
    control.title = words[word];
    if (control.localName === 'button') control.tabIndex = 0;
  }
  for (const [selector, word] of controls) {
    const control = document.querySelector(selector);
    if (control) control.textContent = words[word];
  }
}

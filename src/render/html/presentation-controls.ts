// What a presentation has for those who use it by keyboard or listen to it, in the deck's language.
import type { PageWords } from '../../browser/index.ts';
import type { Deck } from '../../deck/index.ts';
import { escapeHtml } from '../../escape.ts';
import { type PresentationWords, presentationWords, spokenName } from '../../plan/index.ts';
import { withNamedControls } from '../marp/insides.ts';

export interface PresentationControls {
  /** Puts the names of the buttons into the empty page. */
  readonly inShell: (shell: string) => string;
  /** What a slide is. */
  readonly slide: string;
  /** In the order of the slides. */
  readonly slideNames: readonly string[];
  /** The talk's name as a heading, the element that screen readers read when it changes, and the list of keys. */
  readonly html: string;
}

export function presentationControls({ facts, slides }: Deck): PresentationControls {
  const { words, lang } = presentationWords(facts.lang);
  const names = {
    prev: words.previous,
    next: words.next,
    fullscreen: words.fullscreen,
    overview: words.overview,
    presenter: words.presenter,
  };
  const bar = `aria-label="${escapeHtml(words.controls)}" lang="${lang}"`;
  const keys = escapeHtml(words.keys);
  const button = `<button data-lectern="keys" aria-haspopup="dialog" title="${keys} (?)" aria-label="${keys}">?</button>`;
  return {
    inShell: (shell) => withNamedControls(shell, names, bar, button),
    slide: words.slide,
    slideNames: slides.map(({ title }, at) =>
      spokenName(title, { number: at + 1, of: slides.length }, words),
    ),
    html: `<header class="lectern-header"><h1 class="lectern-talk" hidden>${escapeHtml(facts.title)}</h1></header>${status(words)}${dialog(words, lang)}`,
  };
}

function status({ slide, previous, next, overview, presenter, ...more }: PresentationWords): string {
  const { close, larger, smaller, time, elapsed } = more;
  const words: PageWords = {
    ...{ slide, previous, next, overview, presenter },
    ...{ close, larger, smaller, time, elapsed },
  };
  return `<div class="lectern-status" role="status" data-words="${escapeHtml(JSON.stringify(words))}"></div>`;
}

/** Those that Marp's presentation listens to, and `?`. Names of keys are as they stand on an international keyboard. */
function keysOf(words: PresentationWords): readonly (readonly [string, ...string[]])[] {
  return [
    [words.next, '→', '↓', 'Page Down', 'Space'],
    [words.previous, '←', '↑', 'Page Up', 'Shift + Space'],
    [words.first, 'Home'],
    [words.last, 'End'],
    [words.overview, 'O', 'Esc'],
    [words.presenter, 'P'],
    [words.fullscreen, 'F'],
    [words.larger, '+'],
    [words.smaller, '-'],
    [words.keys, '?'],
  ];
}

function dialog(words: PresentationWords, lang: string): string {
  const rows = keysOf(words).map(([does, ...keys]) => {
    const caps = keys.map((key) => `<kbd>${escapeHtml(key)}</kbd>`).join(' ');
    return `<div><dt>${escapeHtml(does)}</dt><dd lang="en" dir="ltr">${caps}</dd></div>`;
  });
  const dir = /^(?:ar|he)$/.test(lang) ? 'rtl' : 'ltr';
  return [
    `<dialog class="lectern-keys" lang="${lang}" dir="${dir}" aria-labelledby="lectern-keys">`,
    `<header><h2 id="lectern-keys">${escapeHtml(words.keys)}</h2>`,
    `<button type="button">${escapeHtml(words.close)}</button></header><dl>${rows.join('')}</dl></dialog>`,
  ].join('');
}

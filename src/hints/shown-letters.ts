import { type Notes, walkNotes } from '../notes/index.ts';
import type { DeckHints, Hints } from './hints.ts';

/** What of the deck's hints is words. */
const words: readonly (keyof DeckHints)[] = [
  'title',
  'subtitle',
  'speaker',
  'affiliation',
  'event',
  'date',
  'footer',
  'header',
];

/**
 * All that slides and handout show, as text without order: what is set in text fonts, and what in that of code.
 * Formulas have fonts of their own; the words of a diagram are text.
 */
export function shownLetters(
  notes: Notes,
  { deck, sections }: Hints,
): { readonly text: string; readonly code: string } {
  const text: string[] = words.flatMap((name) => (typeof deck[name] === 'string' ? [deck[name]] : []));
  const code: string[] = [];
  for (const { title, slides = [] } of sections.values()) {
    text.push(title ?? '', ...slides.map((slide) => slide.title ?? ''));
  }
  walkNotes(notes, (node) => {
    if (node.type === 'text') text.push(node.value);
    else if (node.type === 'inlineCode') code.push(node.value);
    else if (node.type === 'code') (node.lang === 'mermaid' ? text : code).push(node.value);
  });
  return { text: text.join('\n'), code: code.join('\n') };
}

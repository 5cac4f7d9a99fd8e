export type { Deck, DeckParts, DeckSlide, Features } from './deck.ts';
export { type DeckOptions, printDeck } from './print-deck.ts';
export { printNotes } from './print-notes.ts';
export { printPresenterNotes } from './print-presenter-notes.ts';
export type { DiagramPicture } from './printer.ts';

export type { Deck, DeckSlide, Features } from './deck.ts';
export { printDeck } from './print-deck.ts';

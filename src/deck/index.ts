export type { Deck, DeckSlide, Features } from './deck.ts';

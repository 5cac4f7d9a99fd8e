export type { Deck, DeckParts, DeckSlide, Features } from './deck.ts';
export { type DeckOptions, printDeck, printNotes, printPresenterNotes } from './print-deck.ts';
export type { DiagramPicture, PrintDiagram } from './printer.ts';

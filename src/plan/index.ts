export type { PlanInput } from './draft.ts';
export { type Destination, type Ledger, makeLedger } from './ledger/ledger.ts';
export { missingWords } from './ledger/missing-words.ts';
export { type NodeWords, nodeWords, type Token, tokensOf } from './ledger/node-words.ts';
export { notePieces, planPlaces } from './ledger/places.ts';
export { type LocalisedWords, localisedWords, partWords } from './localised-words.ts';
export { makePlan } from './make-plan.ts';
export type { DeckFacts, MarkerName, Plan, Slide, SlideTitle, TalkShape } from './plan.ts';
export { most as mostWords, wordsOnSlide } from './topics/amount.ts';

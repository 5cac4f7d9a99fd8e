export { checkDeck } from './check-deck.ts';
export type { CheckJob, HandoutJob, HandoutOutput } from './check-job.ts';
export type { DeckReport, DesignReport, HandoutReport, WordCounts } from './deck-report.ts';
export { checkDesign } from './design/check-design.ts';
export type { SlideMeasures } from './design/measure-slides.ts';
export { type DesignMeasure, measuresOf } from './design/measures.ts';
export { type Finding, type FindingCode, findingCodes, findingText } from './finding.ts';
export { checkHandout } from './sheets/check-handout.ts';

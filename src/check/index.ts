export { checkDeck, checkDesign } from './check-deck.ts';
export type { CheckJob, HandoutJob, HandoutOutput } from './check-job.ts';
export type { DeckReport, DesignReport, HandoutReport, WordCounts } from './deck-report.ts';
export type { DesignFinding } from './design/findings.ts';
export type { SlideMeasures } from './design/measure-slides.ts';
export { type DesignMeasure, goalText, measuresOf, measureText } from './design/measures.ts';
export { designText, type Finding, type FindingCode, findingCodes, findingText } from './finding.ts';
export { checkHandout } from './sheets/check-handout.ts';

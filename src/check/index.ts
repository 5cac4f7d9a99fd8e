export { checkDeck } from './check-deck.ts';
export type { CheckJob, HandoutJob, HandoutOutput } from './check-job.ts';
export type { DeckReport, HandoutReport, WordCounts } from './deck-report.ts';
export { type Finding, type FindingCode, findingCodes, findingText } from './finding.ts';
export { checkHandout } from './sheets/check-handout.ts';

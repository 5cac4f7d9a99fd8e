export { checkDeck } from './check-deck.ts';
export type {
  CheckJob,
  DeckReport,
  HandoutJob,
  HandoutOutput,
  HandoutReport,
  WordCounts,
} from './check-job.ts';
export { type Finding, type FindingCode, findingCodes, findingText } from './finding.ts';
export { checkHandout } from './sheets/check-handout.ts';

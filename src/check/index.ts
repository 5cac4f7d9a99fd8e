export { checkDeck } from './check-deck.ts';
export type { CheckJob, HandoutJob, HandoutOutput } from './check-job.ts';
export {
  type DeckReport,
  type Finding,
  type FindingKind,
  findingKinds,
  findingText,
  type HandoutReport,
  type WordCounts,
} from './finding.ts';
export { checkHandout } from './sheets/check-handout.ts';

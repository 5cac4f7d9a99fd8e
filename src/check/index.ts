export { checkDeck } from './check-deck.ts';
export type { CheckJob } from './check-job.ts';
export {
  type DeckReport,
  type Finding,
  type FindingKind,
  findingKinds,
  findingText,
  type WordCounts,
} from './finding.ts';

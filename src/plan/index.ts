export type { DeckFacts, Plan, Slide, SlideTitle } from './plan.ts';

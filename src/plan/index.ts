export { makePlan } from './make-plan.ts';
export type { DeckFacts, Plan, Slide, SlideTitle } from './plan.ts';
export type { PlanInput } from './plan-input.ts';

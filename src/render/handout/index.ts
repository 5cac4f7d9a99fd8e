export { type HandoutDocument, handoutDocument, openHandout } from './open-handout.ts';
export type { HandoutLayout } from './page/lay-out.ts';
export { printHandout } from './print-handout.ts';

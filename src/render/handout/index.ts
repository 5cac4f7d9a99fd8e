export { handoutDocument, openHandout } from './open-handout.ts';
export { printHandout } from './print-handout.ts';

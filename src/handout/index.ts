export type { Margins, SheetGeometry } from './geometry.ts';
export type { ContentsEntry, Handout, HandoutSlide, SlideNotes } from './handout.ts';
export { type HandoutRequest, makeHandout } from './make-handout.ts';

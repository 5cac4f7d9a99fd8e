export type { ContentsEntry, Handout, HandoutSlide, Margins, SheetGeometry, SlideNotes } from './handout.ts';
export { type HandoutRequest, makeHandout } from './make-handout.ts';

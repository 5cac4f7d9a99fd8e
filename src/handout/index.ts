export type {
  Contents,
  ContentsEntry,
  Cover,
  CoverWords,
  Handout,
  HandoutSlide,
  NumberedLink,
  SlideNotes,
} from './handout.ts';
export { type HandoutRequest, makeHandout } from './make-handout.ts';
export { columnSpan, type SheetGeometry, toPoints } from './sheet.ts';
export { chooseGrid, fewLines, type SheetGrid, slidesPerPage } from './slide-size.ts';
export { type PrintedText, printedTexts, smallPrint, unreadablePrint, wayOut } from './small-print.ts';

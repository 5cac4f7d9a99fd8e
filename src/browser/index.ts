// What crosses the border to the browser. The code that runs there is not imported but bundled: see
// `scripts/browser-scripts.mjs`.
export type {
  FamilyCharacters,
  HandoutDocument,
  HandoutLayout,
  LayoutInput,
  PageFunctions,
  PresenterNotes,
  ScaledSlide,
} from './page-functions.ts';
export type {
  Area,
  ColourPair,
  ColourSnapshot,
  CompositionSnapshot,
  DrawingSnapshot,
  HandoutSnapshot,
  PictureSnapshot,
  SheetNotes,
  SheetSlide,
  SheetSnapshot,
  SlideSnapshot,
  TextKind,
  TextSnapshot,
  WordSnapshot,
} from './snapshots.ts';

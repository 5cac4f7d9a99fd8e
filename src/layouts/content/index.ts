export { type Change, readChange } from './change.ts';
export { type Dated, readDated, type When } from './date.ts';
export {
  besideBox,
  captioned,
  type DrawingWithText,
  drawingBox,
  drawingWithTextBox,
  fitsBeside,
  fullFrame,
  isGalleryBeside,
  isShownBeside,
  type PictureWithText,
  readDrawingWithText,
  readPictureWithText,
} from './drawings.ts';
export { type Comparison, type Figure, hasLabel, readComparison, readFigure } from './figure.ts';
export { type FormulaTerm, readFormula } from './formula-parts.ts';
export {
  blocksOfType,
  childItems,
  type Item,
  introducedItems,
  isAddress,
  isDiagram,
  isGlossary,
  isIntroduction,
  isLinkLine,
  isOnlyLink,
  isShortParagraph,
  itemLength,
  itemsOf,
  itemText,
  type ListWithSentences,
  listOf,
  longestSource,
  type NamedContent,
  onlyList,
  paragraphOf,
  readItem,
  readListWithSentences,
  readNamed,
  textLength,
  withoutLoneBullet,
  withSentences,
} from './items.ts';
export { joinLead, type LeadIn, leadIn, setOffLead } from './lead-in.ts';
export { goesOn, leansOnBefore } from './leaning.ts';
export { type ChartKind, type NumberTable, readNumberTable } from './number-table.ts';
export {
  isVector,
  loneImage,
  mayFill,
  missingLabel,
  nameMissing,
  onlyImages,
  pictureBlock,
  shapeOf,
} from './pictures.ts';
export { isAnswer, isAsking, isQuestion } from './question-signs.ts';
export {
  attributionOf,
  isSource,
  nameInItalics,
  readQuotedWords,
  sourceBehindWords,
  splitQuestion,
} from './quotation.ts';
export { isAbbreviated, isInBrackets, isRemark, joinedSentences, sentencesOf } from './sentences.ts';

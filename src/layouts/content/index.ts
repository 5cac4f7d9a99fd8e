export { attributionOf, isSource } from './attribution.ts';
export { type Beside, besideBox, isShownBeside, readBeside, suitsBeside } from './beside.ts';
export { type Dated, readDated, type When } from './date.ts';
export { type Figure, isLabel, readFigure } from './figure.ts';
export { captioned, fullFrame } from './frames.ts';
export { isGlossary } from './glossary.ts';
export {
  childItems,
  type Item,
  itemLetters,
  itemsOf,
  itemText,
  listOf,
  onlyList,
  paragraphOf,
  readItem,
} from './items.ts';
export { languageLabel } from './language-label.ts';
export { joinLead, type LeadIn, leadIn, setOffLead } from './lead-in.ts';
export { type Listed, readListed, withSentences } from './listed.ts';
export { type Named, readNamed } from './named-item.ts';
export { type ChartKind, type NumberTable, readNumberTable } from './number-table.ts';
export { isVector, loneImage, onlyImages, pictureBlock, shapeOf } from './pictures.ts';
export { isQuestion, splitQuestion } from './question.ts';
export { readQuotedWords } from './quoted-words.ts';
export { blocksOfType, isAddress, isDiagram, isIntroduction, isShortParagraph, letters } from './shape.ts';
export { drawingBox, readWithText, type WithText, withTextBox } from './with-text.ts';

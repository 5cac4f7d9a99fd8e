export { type Dated, readDated, type When } from './date.ts';
export { type Figure, isLabel, readFigure } from './figure.ts';
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
export { type LeadIn, leadIn, setOffLead } from './lead-in.ts';
export { blocksOfType, isAddress, isShortParagraph, letters, loneImage } from './shape.ts';

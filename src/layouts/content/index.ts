export { type Figure, isLabel, readFigure } from './figure.ts';
export {
  childItems,
  type Item,
  itemsOf,
  itemText,
  listOf,
  onlyList,
  paragraphOf,
  readItem,
} from './items.ts';
export { languageLabel } from './language-label.ts';
export { type LeadIn, leadIn, setOffLead } from './lead-in.ts';
export { blocksOfType, isShortParagraph, letters, loneImage } from './shape.ts';

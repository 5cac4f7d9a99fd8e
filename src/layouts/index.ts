export { layouts } from './catalogue/index.ts';
export { partTitle } from './catalogue/title.ts';
export { isShortParagraph, leadIn, loneImage, setOffLead } from './content/index.ts';
export type {
  Box,
  Content,
  ContentRole,
  FlowBox,
  Layout,
  LineBox,
  Opening,
  RowBox,
  SpaceToken,
  StackBox,
  StyleName,
  Suit,
} from './layout.ts';
export { type LayoutName, layoutNames } from './names.ts';

export type {
  Box,
  Content,
  ContentRole,
  FlowBox,
  Layout,
  LineBox,
  RowBox,
  SpaceToken,
  StackBox,
  StyleName,
  Suit,
} from './layout.ts';
export { type LayoutName, layoutNames } from './names.ts';

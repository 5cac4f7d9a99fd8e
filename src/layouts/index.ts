export { columnsForCode } from './catalogue/code.ts';
export { layouts } from './catalogue/index.ts';
export { withStub } from './catalogue/table.ts';
export { partTitle } from './catalogue/title.ts';
export { isGroups } from './compositions/groups.ts';
export { isHeroSlide } from './compositions/hero.ts';
export { compositionsOf } from './compositions/index.ts';
export { countWords, leadingOf } from './compositions/lengths.ts';
export {
  attributionOf,
  type ChartKind,
  goesOn,
  isAbbreviated,
  isAnswer,
  isAsking,
  isDiagram,
  isGalleryBeside,
  isInBrackets,
  isLinkLine,
  isOnlyLink,
  isQuestion,
  isRemark,
  isShortParagraph,
  isShownBeside,
  isVector,
  joinedSentences,
  joinLead,
  type LeadIn,
  leadIn,
  leansOnBefore,
  loneImage,
  longestSource,
  missingLabel,
  type NumberTable,
  nameMissing,
  onlyImages,
  pictureBlock,
  readFigure,
  readNumberTable,
  sentencesOf,
  setOffLead,
  shapeOf,
  splitQuestion,
} from './content/index.ts';
export {
  type BarBox,
  type BodySize,
  type Box,
  bodySizes,
  type Composition,
  type Content,
  type ContentRole,
  type FlowBox,
  type FrameName,
  type Layout,
  type LayoutMatch,
  type LineBox,
  type MarksBox,
  type Opening,
  type RiseBox,
  type RowBox,
  type SpaceToken,
  type StackBox,
  type StyleName,
  spaceTokens,
  styleNames,
} from './layout.ts';
export { geometries, type LayoutName, layoutNames } from './names.ts';

export { inlinePictureBytes, type PageParts, pageParts } from './page-parts.ts';
export type { CardColours, Talk, TalkFile, TalkPicture } from './talk.ts';

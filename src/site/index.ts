export { inlinePictureBytes, type LibraryPage, pageParts } from './page-html.ts';
export type { CardColours, Talk, TalkFile, TalkPicture } from './talk.ts';

export { type FetchedPictures, fetchPictures } from './fetch-pictures.ts';
export { inlinePictures, shareBackgrounds } from './inline-pictures.ts';
export { addressFrom, pictureFiles } from './locate-picture.ts';
export { type PictureOptions, readPicture } from './read-picture.ts';
export { inlineStylesheet, pictureInputs, stylesheetInputs } from './stylesheet-pictures.ts';

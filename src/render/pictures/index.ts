export { addressFrom } from './address-from.ts';
export { type FetchedPictures, fetchPictures } from './fetch-pictures.ts';
export { inlinePictures } from './inline-pictures.ts';
export { inlineStylesheet } from './inline-stylesheet.ts';
export { pictureInputs, stylesheetInputs } from './input-files.ts';
export { pictureFiles } from './picture-files.ts';
export { type PictureOptions, readPicture } from './read-picture.ts';
export { shareBackgrounds } from './share-backgrounds.ts';

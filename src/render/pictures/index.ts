export { type FetchedPictures, fetchPictures } from './fetch-pictures.ts';
export { inlinePictures } from './inline-pictures.ts';
export { inlineStylesheet } from './inline-stylesheet.ts';
export { type PictureOptions, readPicture } from './read-picture.ts';

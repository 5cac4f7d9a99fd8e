export { existingPart, findHints, findNotes, noNotes } from './find-notes.ts';
export { inputError, readSource } from './read-source.ts';
export { validateLinks } from './validate-links.ts';
export { picturesIn, validatePictures } from './validate-pictures.ts';
export { validateSizes, validateText } from './validate-sizes.ts';

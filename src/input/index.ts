export { existingPart, findHints, findNotes, noNotes } from './find-notes.ts';
export { inputError, readSource } from './read-source.ts';
export { picturesIn, validateLinks, validatePictures } from './validate-links.ts';
export { validateSizes, validateText } from './validate-sizes.ts';

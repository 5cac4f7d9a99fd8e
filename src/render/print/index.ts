export { finishPdf, withFormulas } from './finish-pdf.ts';
export { openDocument, printDocument, printPdf, screenshot, screenshotFirst } from './print-pages.ts';
export { titleLevels } from './title-levels.ts';

export { finishPdf } from './finish-pdf.ts';
export { openDocument, printDocument } from './print-document.ts';
export { printPdf, screenshot, screenshotFirst } from './print-pages.ts';

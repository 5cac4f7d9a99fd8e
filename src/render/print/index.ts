export { finishPdf } from './finish-pdf.ts';
export { openDocument } from './open-document.ts';
export { printDocument } from './print-document.ts';
export { printPdf } from './print-pdf.ts';
export { screenshot, screenshotFirst } from './screenshot.ts';

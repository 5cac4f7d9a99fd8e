export { finishPdf } from './finish-pdf.ts';
export { openDocument } from './open-document.ts';
export { photograph, photographFirst } from './photograph.ts';
export { printDocument } from './print-document.ts';
export { printPdf } from './print-pdf.ts';

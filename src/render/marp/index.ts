export { type MarpOutput, renderMarp } from './render-marp.ts';
export { splitSlides } from './split-slides.ts';

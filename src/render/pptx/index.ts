export { pptx } from './pptx.ts';

export { drawEmoji, inlineEmoji } from './emoji.ts';
export { splitSlides } from './insides.ts';
export { type MarpOutput, renderMarp } from './render-marp.ts';

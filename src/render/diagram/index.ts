export { drawDiagrams } from './draw-diagrams.ts';

export { diagramPicture, diagramRoom } from './diagram-picture.ts';
export { drawDiagrams } from './draw-diagrams.ts';

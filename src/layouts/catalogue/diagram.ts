import { drawingBox, drawingWithTextBox, isDiagram, readDrawingWithText } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** A diagram as large as the slide allows, with the sentence that introduces it. */
export const diagram: Layout = {
  name: 'diagram',
  purpose: 'a Mermaid diagram as large as the slide allows, with a sentence about it',
  slots: ['text', 'drawing'],
  overflow: 'flow',
  largest: 'md',
  score: ({ blocks }) =>
    readDrawingWithText(blocks, isDiagram) && {
      score: 0.9,
      reason: 'a diagram is read as a whole, so it has the slide',
    },
  isFor: ({ blocks }) => readDrawingWithText(blocks, isDiagram) !== undefined,
  arrange: ({ blocks }: Content): Box => {
    const parts = readDrawingWithText(blocks, isDiagram);
    if (!parts) return { kind: 'flow', class: 'text', style: 'body', blocks };
    return drawingWithTextBox(parts, drawingBox('drawing', parts));
  },
};

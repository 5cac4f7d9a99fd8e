// Diagrams of Mermaid's that are no shapes and arrows, drawn in the theme's own language.
import { type DiagramContent, isDrawn, readDiagram, UnknownLine } from '../../../notes/index.ts';
import { UnreadLine } from '../unread-line.ts';
import { drawGantt } from './gantt.ts';
import { drawJourney } from './journey.ts';
import type { Drawn, Sheet } from './marks.ts';
import { drawMindmap } from './mindmap.ts';
import { drawPie } from './pie.ts';
import { drawQuadrants } from './quadrants.ts';
import { drawTimeline } from './timeline.ts';

/** Sizes of labels, px: the first at which all has room. */
const sizes = [28, 26, 24, 22, 20, 18, 16] as const;

/** What is said in passing is smaller by this, and no smaller than the least. */
const [small, least] = [0.82, 16];

/** What a slide has for it, and how wide letters are on it. */
export type DrawingRoom = Pick<Sheet, 'width' | 'height' | 'lang'> & {
  textWidth(text: string, size: number, weight: 'normal' | 'strong'): number;
};

/** The drawing; undefined where the source is of another kind. Throws an `UnreadLine`. */
export function contentSvg(source: string, room: DrawingRoom): string | undefined {
  const content = readOrThrow(source);
  if (!content || content.kind === 'bars') return undefined;
  for (const size of isDrawn(content) ? sizes : []) {
    const drawing = drawContent(content, {
      ...room,
      size,
      small: Math.max(least, small * size),
      textWidth: (text, weight = 'normal', of = size) => room.textWidth(text, of, weight),
    });
    if (drawing) return sized(drawing, room.width);
  }
  throw new UnreadLine(0, 'it has more than can be read on a slide', 'divide it, or write it as a list');
}

function readOrThrow(source: string): DiagramContent | undefined {
  try {
    return readDiagram(source);
  } catch (error) {
    if (!(error instanceof UnknownLine)) throw error;
    const { text } = error.line;
    const number = source.split('\n').findIndex((line) => line.trim() === text);
    throw new UnreadLine(
      Math.max(0, number),
      `\`${text.slice(0, 60)}\` is not understood`,
      'see the documentation of Mermaid',
    );
  }
}

function drawContent(content: DiagramContent, sheet: Sheet): Drawn | undefined {
  switch (content.kind) {
    case 'bars':
      return undefined;
    case 'pie':
      return drawPie(content, sheet);
    case 'timeline':
      return drawTimeline(content, sheet);
    case 'mindmap':
      return drawMindmap(content, sheet);
    case 'gantt':
      return drawGantt(content, sheet);
    case 'journey':
      return drawJourney(content, sheet);
    case 'quadrants':
      return drawQuadrants(content, sheet);
  }
}

/**
 * `<style>` is where a picture of it gets the theme's colours. Whole px: a picture has no others, and plain Marp shows
 * it as one.
 */
function sized({ svg, height }: Drawn, width: number): string {
  const [across, down] = [Math.round(width), Math.floor(height)];
  const size = `width="${across}" height="${down}" viewBox="0 0 ${across} ${down}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} direction="ltr" style="font-family:inherit"><style></style>${svg}</svg>`;
}
